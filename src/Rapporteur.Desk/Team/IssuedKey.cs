using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>A key that was just made, with its secret. It is the only time that anybody sees it.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The whole key, as it is sent: <c>Authorization: Bearer rk_...</c>.</param>
public sealed record IssuedKey(ApiKey Key, string Secret)
{
    // A beginning that tells people, and programs that look for leaked keys, what it is.
    private const string Beginning = "rk_";
    private const int ShownLength = 9;

    /// <summary>How many days a key may hold.</summary>
    public const int MostDays = 3650;

    /// <summary>How long the name of a key may be.</summary>
    public const int LongestName = 100;

    /// <summary>Makes a key.</summary>
    /// <param name="keys">The keys of the desk.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scope">What may be done with it.</param>
    /// <param name="maker">The account that makes it; null for the server's owner.</param>
    /// <param name="now">The time.</param>
    /// <param name="days">How long it holds.</param>
    public static IssuedKey Make(ApiKeys keys, string name, Role scope, long? maker, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var secret = Beginning + Team.Secret.New();
        return new IssuedKey(keys.Add(Team.Secret.Hash(secret)!, secret[..ShownLength], name, scope, maker, now, now.AddDays(days)), secret);
    }
}
