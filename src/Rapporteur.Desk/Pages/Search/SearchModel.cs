using Rapporteur.Archive.People;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Search;

/// <summary>What the page of a search shows.</summary>
/// <param name="Query">The query as it was written.</param>
/// <param name="Order">What comes first.</param>
/// <param name="Page">The number of the page, from 1.</param>
/// <param name="PageSize">How many statements a page holds.</param>
/// <param name="Found">What was found; null where the query was not understood.</param>
/// <param name="Facets">How it spreads; null as above.</param>
/// <param name="Fault">Why the query was not understood; null where it was.</param>
public sealed record SearchModel(
    string Query, SearchOrder Order, int Page, int PageSize, FoundPage? Found, StatementFacets? Facets, QueryException? Fault)
{
    /// <summary>Whether a later page holds statements.</summary>
    public bool HasNext => Found is { } found && Page * PageSize < (Order == SearchOrder.Relevance ? Math.Min(found.Count, StatementSearch.MostRanked) : found.Count);

    /// <summary>The first and last of the statements shown, counted from 1.</summary>
    public (int First, int Last) Range => ((Page - 1) * PageSize + 1, (Page - 1) * PageSize + (Found?.Statements.Length ?? 0));

    internal IReadOnlyList<TallyLinks> Lists => Facets is not { } facets ? [] :
    [
        new("Speaker", facets.Speakers, Narrowed("speaker")), new("Outlet", facets.Outlets, Narrowed("outlet")),
        new("What it does", facets.Acts, Narrowed("act"), Shown.Act), new("Kind", facets.Kinds, Narrowed("kind")),
        new("When", facets.Months, month => Address($"day:{month}")),
        new("Wording", facets.Altered > 0 ? [new Tally("yes", facets.Altered)] : [], Narrowed("altered"), _ => "altered by the outlet"),
    ];

    internal ExportLinks Exports => ExportLinks.Of(format => Addresses.Of("/search/export", ("q", Query), ("format", format)), RecordExports.All.Select(format => format.Name));

    private Func<string, string?> Narrowed(string field) => value => StatementQuery.Term(field, value) is { } term ? Address(term) : null;

    private string Address(string term) => SearchPages.Address($"{Query} {term}".Trim(), Order);
}
