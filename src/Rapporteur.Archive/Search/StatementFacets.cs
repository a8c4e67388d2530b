using System.Collections.Immutable;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Store;
using Rapporteur.Statements;

namespace Rapporteur.Archive.Search;

/// <summary>How the statements that a query finds spread, each list by number, the greatest first; days from the latest.</summary>
/// <param name="Counted">How many statements were counted: the latest <see cref="StatementSearch.MostRanked"/> where there are more.</param>
/// <param name="IsAll">Whether these are all.</param>
/// <param name="Speakers">Who is named as the speaker.</param>
/// <param name="Outlets">Who published them.</param>
/// <param name="Acts">What they do, as records name acts.</param>
/// <param name="Kinds">direct, mixed, indirect.</param>
/// <param name="Months">When they were made, <c>2024-05</c>; of what spreads over more than two years, <c>2024</c>.</param>
/// <param name="Altered">How many the outlet altered something in.</param>
public sealed record StatementFacets(
    int Counted, bool IsAll, ImmutableArray<Tally> Speakers, ImmutableArray<Tally> Outlets, ImmutableArray<Tally> Acts, ImmutableArray<Tally> Kinds,
    ImmutableArray<Tally> Months, int Altered)
{
    private const int MostValues = 12, MostMonths = 24;

    private static readonly string[] KindNames = [.. Enum.GetNames<StatementKind>().Select(name => name.ToLowerInvariant())];

    internal static StatementFacets Of(WordQuery query)
    {
        var rows = query.Latest("s.day, s.kind, s.altered, CASE WHEN s.voice IS NULL THEN NULL ELSE s.speaker END, s.act, s.outlet", row => (
            Day: row.IsDBNull(0) ? (DateOnly?)null : DateOnly.FromDayNumber(row.GetInt32(0)), Kind: row.GetInt32(1), Altered: row.GetInt32(2) != 0,
            Speaker: row.Text(3), Acts: row.Text(4) ?? "", Outlet: row.Text(5)), StatementSearch.MostRanked + 1);
        var isAll = rows.Count <= StatementSearch.MostRanked;
        if (!isAll) rows.RemoveAt(rows.Count - 1);
        var months = Most(rows.Select(row => row.Day?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)), int.MaxValue);
        if (months.Length > MostMonths) months = Most(rows.Select(row => row.Day?.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture)), int.MaxValue);
        return new StatementFacets(
            rows.Count, isAll, Most(rows.Select(row => row.Speaker)), Most(rows.Select(row => row.Outlet)),
            Most(rows.SelectMany(row => row.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries))), Most(rows.Select(row => KindNames[row.Kind])),
            [.. months.OrderByDescending(month => month.Value, StringComparer.Ordinal).Take(MostMonths)], rows.Count(row => row.Altered));
    }

    private static ImmutableArray<Tally> Most(IEnumerable<string?> values, int most = MostValues) =>
    [
        .. values.Where(value => !string.IsNullOrEmpty(value)).CountBy(value => value!, StringComparer.Ordinal).Select(count => new Tally(count.Key, count.Value))
            .OrderByDescending(tally => tally.Statements).ThenBy(tally => tally.Value, StringComparer.Ordinal).Take(most),
    ];
}
