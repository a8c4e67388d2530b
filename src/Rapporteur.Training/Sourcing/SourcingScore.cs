using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Training.Sourcing;

/// <summary>
/// Scores tables of sources against those made by people: the statements found, and of these the types, names, titles and
/// justifications that are right. Counts as ../shared/tools/score_sourcing.py does, which says how; a test holds the two together.
/// </summary>
internal sealed partial class SourcingScore
{
    private static readonly HashSet<string> Thin = ["of", "the", "a", "an", "and", "for", "at", "in", "to"];
    private static readonly HashSet<string> Empty = ["", "null", "none", "n/a", "na", "unresolved", "unknown", "not identifiable"];

    private int _gold, _found, _predicted, _used, _type, _name, _title, _titles, _justification, _justifications, _all;

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>Adds one article.</summary>
    public void Add(string id, IReadOnlyList<SourceRow> gold, IEnumerable<SourceRow> predicted)
    {
        var rows = predicted.Select(row => (Words: Words(row.Statement), Row: row)).Where(row => row.Words.Length > 0).ToList();
        var used = new HashSet<int>();
        _predicted += rows.Count;
        foreach (var row in gold)
        {
            _gold++;
            var words = Words(row.Statement);
            (double Likeness, SourceRow? Row) best = (0, null);
            for (var k = 0; k < rows.Count; k++)
            {
                var shared = MatchingWords.Count(words, rows[k].Words);
                if (shared < 0.5 * Math.Max(1, words.Length) && (shared < 4 || shared < 0.8 * rows[k].Words.Length)) continue;
                used.Add(k);
                var likeness = 2.0 * shared / (words.Length + rows[k].Words.Length);
                if (likeness > best.Likeness) best = (likeness, rows[k].Row);
            }

            if (best.Row is null) Misses.Add($"{id}  missed: {row.Type} {row.Name}: {row.Statement}");
            else Compare(id, row, best.Row);
        }

        _used += used.Count;
        Misses.AddRange(rows.Where((_, k) => !used.Contains(k)).Select(row => $"{id}  too much: {row.Row.Type} {row.Row.Name}: {row.Row.Statement}"));
    }

    private void Compare(string id, SourceRow gold, SourceRow found)
    {
        _found++;
        var type = Spaces().Replace(gold.Type.Trim().ToLowerInvariant(), " ") == Spaces().Replace(found.Type.Trim().ToLowerInvariant(), " ");
        var name = SameName(gold.Name, found.Name);
        var title = Covers(gold.Title, found.Title, byF1: true);
        var justification = Covers(gold.Justification, $"{found.Title} {found.Justification}", byF1: false);
        _type += type ? 1 : 0;
        _name += name ? 1 : 0;
        _titles += title is null ? 0 : 1;
        _title += title == true ? 1 : 0;
        _justifications += justification is null ? 0 : 1;
        _justification += justification == true ? 1 : 0;
        _all += type && name && !SharesTooLittle(gold.Title, found.Title) ? 1 : 0;
        if (!type) Misses.Add($"{id}  type: {gold.Type}, not {found.Type} ({gold.Name}; {found.Name}): {gold.Statement}");
        if (!name) Misses.Add($"{id}  name: '{gold.Name}', not '{found.Name}': {gold.Statement}");
        if (title == false) Misses.Add($"{id}  title: '{gold.Title}', not '{found.Title}' ({gold.Name})");
        if (justification == false) Misses.Add($"{id}  justification: '{gold.Justification}', not '{found.Justification}' ({gold.Name})");
    }

    /// <summary>The figures by name, in per cent.</summary>
    public IEnumerable<(string Name, double Value)> Figures()
    {
        double precision = Percent(_used, _predicted), recall = Percent(_found, _gold);
        yield return ("precision", precision);
        yield return ("recall", recall);
        yield return ("f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        yield return ("type", Percent(_type, _found));
        yield return ("name", Percent(_name, _found));
        yield return ("title", Percent(_title, _titles));
        yield return ("justification", Percent(_justification, _justifications));
        yield return ("all", Percent(_all, _gold));
    }

    /// <summary>The figures on one line, as the published scorer prints them.</summary>
    public override string ToString() =>
        $"gold {_gold}  predicted {_predicted}  " + string.Join("  ", Figures().Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:0.0}")));

    private static double Percent(int part, int of) => of == 0 ? 0 : 100.0 * part / of;

    private static bool SameName(string gold, string found)
    {
        var (g, p) = (Words(gold), Words(found));
        if (g.Length == 0 || p.Length == 0) return g.Length == p.Length;
        if (g.SequenceEqual(p)) return true;
        var (small, large) = g.Distinct().Count() <= p.Distinct().Count() ? (g, p) : (p, g);
        return small.All(large.Contains) && p.Contains(g[^1]) && g.Contains(p[^1]);
    }

    private static bool? Covers(string gold, string found, bool byF1)
    {
        var g = Words(gold).Where(w => !Thin.Contains(w)).ToHashSet();
        var p = Words(found).Where(w => !Thin.Contains(w)).ToHashSet();
        if (g.Count == 0) return null;
        var both = g.Count(p.Contains);
        if (!byF1) return 2 * both >= g.Count;
        return both == g.Count || (both > 0 && 4 * both >= g.Count + p.Count);
    }

    // The published scorer lets a title that shares no word at all pass in "all", not one that shares too few; so does this.
    private static bool SharesTooLittle(string gold, string found) =>
        Covers(gold, found, byF1: true) == false && Words(gold).Where(w => !Thin.Contains(w)).Intersect(Words(found)).Any();

    private static string[] Words(string text)
    {
        text = text.Trim().ToLowerInvariant().Replace('’', '\'');
        return Empty.Contains(text) ? [] : [.. Word().Matches(text).Select(m => m.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
