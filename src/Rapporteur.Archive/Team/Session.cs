namespace Rapporteur.Archive.Team;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Account">Who it is.</param>
/// <param name="Means">How they signed in.</param>
public sealed record Session(Account Account, string Means);
