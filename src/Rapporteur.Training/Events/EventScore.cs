using System.Globalization;

namespace Rapporteur.Training.Events;

/// <summary>
/// Scores coded events the way ../shared/tools/score_events.py counts: records with an event of the gold type, actors by the
/// first three letters of their codes, and how many events a record has beyond its first.
/// </summary>
internal sealed class EventScore
{
    private int _records;
    private int _found;
    private int _first;
    private int _source;
    private int _target;
    private int _all;
    private int _extra;

    /// <summary>What was missed, a line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>Adds one record.</summary>
    public void Add(CodedRecord record, IReadOnlyList<MarkedEvent> predicted)
    {
        var gold = record.Events[0];
        _records++;
        _extra += Math.Max(0, predicted.Count - 1);
        if (predicted.Count > 0 && predicted[0].Type == gold.Type) _first++;
        var same = predicted.Where(e => e.Type == gold.Type).ToList();
        if (same.Count == 0)
        {
            Misses.Add($"{record.Id} found {string.Join(' ', predicted.Select(Print))} | {record.Text}");
            return;
        }

        _found++;
        var source = same.Exists(e => Holds(e.Source, gold.Source));
        var target = same.Exists(e => Holds(e.Target, gold.Target));
        if (source) _source++;
        if (target) _target++;
        if (same.Exists(e => Holds(e.Source, gold.Source) && Holds(e.Target, gold.Target))) _all++;
        else Misses.Add($"{record.Id} {Print(gold)} as {string.Join(' ', same.Select(Print))} | {record.Text}");
    }

    /// <summary>All figures in per cent, but the extra events a record.</summary>
    public IEnumerable<(string Name, double Value)> Figures() =>
    [
        ("found", Share(_found, _records)), ("first", Share(_first, _records)), ("source", Share(_source, _found)), ("target", Share(_target, _found)),
        ("all", Share(_all, _records)), ("extra", _records == 0 ? 0 : (double)_extra / _records),
    ];

    /// <summary>The report in the words of the published scorer.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_records} records:  found {Share(_found, _records):F1}  first {Share(_first, _records):F1}  source {Share(_source, _found):F1}  target {Share(_target, _found):F1}  all {Share(_all, _records):F1}  extra {(double)_extra / Math.Max(1, _records):F2}");

    private static bool Holds(IReadOnlyList<string> found, IReadOnlyList<string> gold) => Codes(gold).IsSubsetOf(Codes(found));

    private static HashSet<string> Codes(IEnumerable<string> codes) =>
        codes.Where(c => c.Length > 0).Select(c => c[..Math.Min(3, c.Length)].ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);

    private static string Print(MarkedEvent e) => $"{e.Type}({string.Join(',', e.Source)} > {string.Join(',', e.Target)})";

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
