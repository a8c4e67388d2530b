using System.Collections.Immutable;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Pages.Team;

/// <summary>What the page of all keys shows.</summary>
/// <param name="Keys">All keys, the newest first.</param>
/// <param name="Now">The time.</param>
/// <param name="Issued">The key that was just made; null where none was.</param>
/// <param name="Problem">What went wrong; null where nothing did.</param>
public sealed record KeysModel(ImmutableArray<ApiKey> Keys, DateTimeOffset Now, IssuedKey? Issued, string? Problem)
{
    /// <summary>How a key stands: what it lets a program do, or why nothing.</summary>
    public string State(ApiKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Allows(Now) is { } role ? $"holds, as {role.Name()}"
            : key.Revoked is not null ? "revoked"
            : key.Expires <= Now ? "expired"
            : "ended with its maker's account";
    }
}
