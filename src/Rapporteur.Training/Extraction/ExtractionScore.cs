using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Training.Extraction;

/// <summary>
/// Scores extracted texts by the runs of four words they share with what a person marked, as the public article extraction benchmark
/// does. Per page, precision is the share of found runs that are true, recall the share of true runs that were found, both counted as
/// often as they stand; over pages both are averaged (precision over pages with a prediction), and F1 is their harmonic mean.
/// </summary>
internal sealed partial class ExtractionScore
{
    private const int RunLength = 4;
    private readonly List<double> _precisions = [], _recalls = [];
    private int _pages, _exact;

    public double Precision => _precisions.Count > 0 ? _precisions.Sum() / _precisions.Count : 0;

    public double Recall => _recalls.Count > 0 ? _recalls.Sum() / _recalls.Count : 0;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Adds a page; gives its precision and recall, null where a text has no words.</summary>
    public (double? Precision, double? Recall) Add(string gold, string found)
    {
        string[] trueWords = Words(gold), foundWords = Words(found);
        Dictionary<string, int> trueRuns = Runs(trueWords), foundRuns = Runs(foundWords);
        var both = foundRuns.Sum(run => Math.Min(run.Value, trueRuns.GetValueOrDefault(run.Key)));
        double? precision = foundWords.Length > 0 ? (double)both / foundRuns.Values.Sum() : null;
        double? recall = trueWords.Length > 0 ? (double)both / trueRuns.Values.Sum() : null;
        if (precision is { } p) _precisions.Add(p);
        if (recall is { } r) _recalls.Add(r);
        if (trueWords.AsSpan().SequenceEqual(foundWords)) _exact++;
        _pages++;
        return (precision, recall);
    }

    /// <summary>The share of pages whose words are all the same.</summary>
    public double Exact => _pages > 0 ? (double)_exact / _pages : 0;

    /// <summary>All figures by name, from 0 to 1.</summary>
    public IEnumerable<(string Name, double Value)> Figures() => [("precision", Precision), ("recall", Recall), ("f1", F1), ("exact", Exact)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_pages} pages  P {Precision:F3}  R {Recall:F3}  F1 {F1:F3}  exact {Exact:F3}");

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    // Fewer words than a run is long are one run.
    private static Dictionary<string, int> Runs(string[] words)
    {
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Length > 0 && i < Math.Max(1, words.Length - RunLength + 1); i++)
        {
            var run = string.Join(' ', words[i..Math.Min(words.Length, i + RunLength)]);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    // What Python calls \w: letters, digits of any kind and the low line, but no combining marks.
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
