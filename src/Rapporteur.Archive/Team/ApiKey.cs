namespace Rapporteur.Archive.Team;

/// <summary>A program's key to a desk, without its secret.</summary>
/// <param name="Id">The number of the key.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scope">What may be done with it.</param>
/// <param name="Maker">Who made it; null where it was made on the server itself.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it ends by itself.</param>
/// <param name="Revoked">When it was taken back; null where it was not.</param>
/// <param name="Used">When it was last used, to the minute; null where it never was.</param>
public sealed record ApiKey(
    long Id, string Prefix, string Name, Role Scope, Account? Maker, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Revoked, DateTimeOffset? Used)
{
    /// <summary>
    /// What it lets a program do now; null where it lets it do nothing. No key does more than who made it may: it ends with their account.
    /// </summary>
    public Role? Allows(DateTimeOffset now) =>
        Revoked is not null || Expires <= now || Maker is { IsDisabled: true } ? null : Maker is null || Scope < Maker.Role ? Scope : Maker.Role;
}
