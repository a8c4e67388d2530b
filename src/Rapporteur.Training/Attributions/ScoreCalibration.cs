using System.Globalization;
using System.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>
/// Whether scores mean what they say: of the statements with a score near 0.8, eight in ten should be right by the lenient
/// measure (a reliability table, DeGroot and Fienberg 1983); and what a least score costs and brings.
/// </summary>
internal sealed class ScoreCalibration
{
    private const int Bins = 10;

    private readonly List<(double Score, bool Right)> _scored = [];
    private int _gold;

    /// <summary>The mean distance between score and share of right ones over the bins, weighted by their sizes, in per cent.</summary>
    public double ExpectedError => 100 * Rows().Sum(row => row.Count * Math.Abs(row.Score - row.Right)) / Math.Max(1, _scored.Count);

    /// <summary>Adds an article: what people marked, and what was found with its score.</summary>
    public void Add(string text, IEnumerable<MarkedAttribution> gold, IReadOnlyList<(MarkedAttribution Attribution, double Score)> found)
    {
        const int Content = 2;
        var words = new ScoredWords(text);
        var marked = gold.Select(words.Touched).Where(a => a[Content].Count > 0).ToList();
        var kept = found.Select(f => (Words: words.Touched(f.Attribution), f.Score)).Where(f => f.Words[Content].Count > 0).ToList();
        var right = new bool[kept.Count];
        foreach (var (g, p) in AttributionScore.Matching(marked, [.. kept.Select(f => f.Words)]))
            right[p] = AttributionScore.IsLenient(marked[g], kept[p].Words);
        _gold += marked.Count;
        _scored.AddRange(kept.Select((f, k) => (f.Score, right[k])));
    }

    /// <summary>The reliability table and the curve, as Markdown tables.</summary>
    public override string ToString()
    {
        var report = new StringBuilder("| score | statements | mean score | right, % |\n|---|---|---|---|\n");
        foreach (var row in Rows())
            report.Append(CultureInfo.InvariantCulture, $"| {row.From:F1} to {row.From + 1.0 / Bins:F1} | {row.Count} | {row.Score:F2} | {100 * row.Right:F1} |\n");
        report.Append(CultureInfo.InvariantCulture, $"\nexpected calibration error {ExpectedError:F1} %\n\n");
        report.Append("| least score | statements | precision | recall | F1 |\n|---|---|---|---|---|\n");
        for (var least = 0.0; least < 0.95; least += 0.1)
        {
            var kept = _scored.Where(s => s.Score >= least).ToList();
            var figures = AttributionScore.Figures.Of(kept.Count(s => s.Right), kept.Count, _gold);
            report.Append(CultureInfo.InvariantCulture, $"| {least:F1} | {kept.Count} | {figures.Precision:F1} | {figures.Recall:F1} | {figures.F1:F1} |\n");
        }

        return report.ToString();
    }

    private IEnumerable<(double From, int Count, double Score, double Right)> Rows() =>
        _scored.GroupBy(s => Math.Min(Bins - 1, (int)(s.Score * Bins))).OrderBy(bin => bin.Key)
            .Select(bin => ((double)bin.Key / Bins, bin.Count(), bin.Average(s => s.Score), bin.Count(s => s.Right) / (double)bin.Count()));
}
