using System.Collections.Immutable;
using Rapporteur.Archive.Search;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Statements;

/// <summary>A page of what a query finds.</summary>
/// <param name="Items">The statements of the page.</param>
/// <param name="Next">The cursor of the page after it; null where nothing comes after it.</param>
/// <param name="Count">How many statements there are in all, counted up to 10,000.</param>
/// <param name="More">Whether there are more than were counted.</param>
internal sealed record FoundStatements(ImmutableArray<FoundStatementJson> Items, string? Next, int Count, bool More);

/// <summary>A statement with its evidence.</summary>
/// <param name="Statement">What it is found by.</param>
/// <param name="Record">What its record says of it: each value with the ranges of the text that it was read from.</param>
internal sealed record StatementAnswer(FoundStatementJson Statement, RecordStatement? Record);
