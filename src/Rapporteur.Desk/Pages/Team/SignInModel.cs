namespace Rapporteur.Desk.Pages.Team;

/// <summary>What the page for signing in shows.</summary>
/// <param name="TakesPasswords">Whether there are accounts with passwords.</param>
/// <param name="Provider">What people call the identity provider; null where there is none.</param>
/// <param name="Back">Where to go then.</param>
/// <param name="Problem">What went wrong; null where nothing did.</param>
/// <param name="Name">The name that was tried; null where none was.</param>
public sealed record SignInModel(bool TakesPasswords, string? Provider, string Back, string? Problem, string? Name);
