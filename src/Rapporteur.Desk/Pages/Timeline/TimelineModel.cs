using System.Collections.Immutable;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Timeline;

/// <summary>What a timeline is asked for.</summary>
/// <param name="Query">The query.</param>
/// <param name="From">The first day, month or year; empty for any.</param>
/// <param name="To">The last; empty for any.</param>
/// <param name="Split">By what the statements are told apart.</param>
public sealed record TimelineQuery(string Query, string From, string To, TimelineSplit Split)
{
    /// <summary>The query with the days as its language has them.</summary>
    public string Text => DayTerms.Within(Query, From, To);

    internal string Title(string? value) => value is null ? Split == TimelineSplit.None ? "All statements" : "All others" : Split == TimelineSplit.Act ? Shown.Act(value) : value;

    internal string? Term(string value) => StatementQuery.Term(Split.ToString().ToLowerInvariant(), value);

    internal string Address(TimelineSplit split, string? format = null) => Addresses.Of(
        "/timeline", ("q", Query), ("from", From), ("to", To), ("by", split == TimelineSplit.None ? null : split.ToString().ToLowerInvariant()), ("format", format));
}

/// <summary>What the page of a timeline shows.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Timeline">The timeline; null where the query was not understood.</param>
/// <param name="Charts">A chart for each of its series.</param>
/// <param name="Fault">Why it was not understood; null where it was.</param>
public sealed record TimelineModel(TimelineQuery Asked, StatementTimeline? Timeline, ImmutableArray<TimeChart> Charts, QueryException? Fault)
{
    internal ExportLinks Exports => ExportLinks.Of(format => Asked.Address(Asked.Split, format), "csv");
}
