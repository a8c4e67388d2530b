using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Pages.Team;

/// <summary>What the page of one's own account shows.</summary>
/// <param name="Account">The account.</param>
/// <param name="Done">What was just done; null where nothing was.</param>
/// <param name="Problem">What went wrong; null where nothing did.</param>
public sealed record OwnAccountModel(Account Account, string? Done, string? Problem);
