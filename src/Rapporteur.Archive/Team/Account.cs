namespace Rapporteur.Archive.Team;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">The number of the account.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Issuer">The identity provider that vouches for them; null for those who have a password here.</param>
/// <param name="IsDisabled">Whether they may not sign in any more.</param>
/// <param name="LockedUntil">Until when no password is looked at, as too many were wrong; null where none were.</param>
/// <param name="Created">When the account was made.</param>
/// <param name="SignedIn">When they last signed in; null where they never did.</param>
public sealed record Account(
    long Id, string Name, Role Role, string? Issuer, bool IsDisabled, DateTimeOffset? LockedUntil, DateTimeOffset Created, DateTimeOffset? SignedIn);

/// <summary>Leave to look at one password.</summary>
/// <param name="Account">Whose it should be; null where there is no such account, or it may not sign in with a password now.</param>
/// <param name="Hash">What the password is held against.</param>
public sealed record PasswordTry(Account? Account, string? Hash);
