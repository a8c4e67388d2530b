using System.Collections.Immutable;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Pages.Team;

/// <summary>What the page of all accounts shows.</summary>
/// <param name="Accounts">All accounts, by name.</param>
/// <param name="Now">The time.</param>
/// <param name="Problem">What went wrong; null where nothing did.</param>
public sealed record AccountsModel(ImmutableArray<Account> Accounts, DateTimeOffset Now, string? Problem);
