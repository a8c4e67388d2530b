using System.Globalization;
using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>
/// Scores predicted attributions against marked ones: by words, one to one, lenient and exact, by role and by kind, just as the
/// published scorer for PolNeAR in this project does (a test holds the two together).
/// </summary>
internal sealed class AttributionScore
{
    private const int Source = 0, Cue = 1, Content = 2;
    private static readonly string[] Roles = ["source", "cue", "content"];
    private static readonly string[] Kinds = ["direct", "mixed", "indirect"];

    private readonly int[] _spanGold = new int[3], _spanPredicted = new int[3], _spanExact = new int[3], _spanOverlap = new int[3];
    private readonly int[] _wordBoth = new int[3], _wordPredicted = new int[3], _wordGold = new int[3];
    private readonly int[] _kindFound = new int[3], _kindGold = new int[3];
    private int _articles, _gold, _predicted, _lenient, _exact;

    /// <summary>Precision, recall and F1, in per cent.</summary>
    public readonly record struct Figures(double Precision, double Recall, double F1)
    {
        public static Figures Of(int right, int predicted, int gold)
        {
            double p = predicted > 0 ? 100.0 * right / predicted : 0, r = gold > 0 ? 100.0 * right / gold : 0;
            return new Figures(p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P {Precision,5:F1}  R {Recall,5:F1}  F1 {F1,5:F1}");
    }

    public Figures Lenient => Figures.Of(_lenient, _predicted, _gold);

    public Figures Exact => Figures.Of(_exact, _predicted, _gold);

    public Figures ContentWords => Figures.Of(_wordBoth[Content], _wordPredicted[Content], _wordGold[Content]);

    /// <summary>The figures by their names in docs/measurements.md.</summary>
    public IEnumerable<(string Name, double Value)> NamedFigures =>
    [
        ("attributions.lenient", Lenient.F1),
        ("attributions.exact", Exact.F1),
        ("attributions.content-words", ContentWords.F1),
        .. Kinds.Select((kind, k) => ($"attributions.{kind}-recall", KindRecall(k))),
    ];

    /// <summary>Adds an article to the score. Attributions without content are passed over, on both sides.</summary>
    public void Add(string text, IEnumerable<MarkedAttribution> gold, IEnumerable<MarkedAttribution> predicted)
    {
        var words = new ScoredWords(text);
        var g = gold.Select(words.Touched).Where(a => a[Content].Count > 0).ToList();
        var q = predicted.Select(words.Touched).Where(a => a[Content].Count > 0).ToList();
        _articles++;
        _gold += g.Count;
        _predicted += q.Count;
        for (var role = 0; role < 3; role++) CountRole(role, g, q);

        var found = new bool[g.Count];
        foreach (var (i, j) in Matching(g, q)) found[i] = CountPair(g[i], q[j]);
        for (var i = 0; i < g.Count; i++)
        {
            var quoted = g[i][Content].Count(words.IsQuoted);
            var kind = quoted == 0 ? 2 : quoted == g[i][Content].Count ? 0 : 1;
            _kindGold[kind]++;
            if (found[i]) _kindFound[kind]++;
        }
    }

    /// <summary>Whether a predicted attribution is right by the lenient measure.</summary>
    public static bool IsLenient(HashSet<int>[] gold, HashSet<int>[] predicted) =>
        Dice(gold[Content], predicted[Content]) >= 0.5 && Alike(gold[Cue], predicted[Cue]) && Alike(gold[Source], predicted[Source]);

    /// <summary>Pairs gold and predicted attributions one to one, greedily by falling likeness.</summary>
    public static List<(int Gold, int Predicted)> Matching(List<HashSet<int>[]> gold, List<HashSet<int>[]> predicted)
    {
        var scored = new List<(double Score, int Gold, int Predicted)>();
        for (var i = 0; i < gold.Count; i++)
            for (var j = 0; j < predicted.Count; j++)
                if (gold[i][Content].Overlaps(predicted[j][Content]))
                    scored.Add((2 * Dice(gold[i][Content], predicted[j][Content]) + Dice(gold[i][Cue], predicted[j][Cue])
                        + 0.5 * Dice(gold[i][Source], predicted[j][Source]), i, j));
        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Gold != b.Gold ? a.Gold.CompareTo(b.Gold) : a.Predicted.CompareTo(b.Predicted));
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        var pairs = new List<(int, int)>();
        foreach (var (_, i, j) in scored)
        {
            if (usedGold.Contains(i) || usedPredicted.Contains(j)) continue;
            usedGold.Add(i);
            usedPredicted.Add(j);
            pairs.Add((i, j));
        }

        return pairs;
    }

    /// <summary>The report, line for line as the published scorer prints it.</summary>
    public override string ToString()
    {
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"{_articles} articles, {_gold} gold, {_predicted} predicted attributions");
        report.AppendLine(CultureInfo.InvariantCulture, $"relation  lenient   {Lenient}");
        report.AppendLine(CultureInfo.InvariantCulture, $"relation  exact     {Exact}");
        for (var r = 0; r < 3; r++)
        {
            var exact = Figures.Of(_spanExact[r], _spanPredicted[r], _spanGold[r]);
            var overlap = Figures.Of(_spanOverlap[r], _spanPredicted[r], _spanGold[r]);
            var words = Figures.Of(_wordBoth[r], _wordPredicted[r], _wordGold[r]);
            report.AppendLine(CultureInfo.InvariantCulture, $"{Roles[r],-8}  exact     {exact}   overlap {overlap}   words {words}");
        }

        var kinds = Kinds.Select((kind, k) => string.Create(CultureInfo.InvariantCulture,
            $"{kind} {KindRecall(k):F1} of {_kindGold[k]}"));
        report.Append("recall by kind      ").AppendJoin("   ", kinds);
        return report.ToString();
    }

    private double KindRecall(int kind) => _kindGold[kind] > 0 ? 100.0 * _kindFound[kind] / _kindGold[kind] : 0;

    private void CountRole(int role, List<HashSet<int>[]> gold, List<HashSet<int>[]> predicted)
    {
        _spanGold[role] += gold.Count(a => a[role].Count > 0);
        _spanPredicted[role] += predicted.Count(a => a[role].Count > 0);
        var inGold = gold.SelectMany(a => a[role]).ToHashSet();
        var inPredicted = predicted.SelectMany(a => a[role]).ToHashSet();
        _wordGold[role] += inGold.Count;
        _wordPredicted[role] += inPredicted.Count;
        inGold.IntersectWith(inPredicted);
        _wordBoth[role] += inGold.Count;
    }

    private bool CountPair(HashSet<int>[] gold, HashSet<int>[] predicted)
    {
        if (Enumerable.Range(0, 3).All(r => gold[r].SetEquals(predicted[r]))) _exact++;
        var right = IsLenient(gold, predicted);
        if (right) _lenient++;
        for (var r = 0; r < 3; r++)
        {
            if (gold[r].Count == 0 || predicted[r].Count == 0) continue;
            if (gold[r].SetEquals(predicted[r])) _spanExact[r]++;
            if (gold[r].Overlaps(predicted[r])) _spanOverlap[r]++;
        }

        return right;
    }

    private static double Dice(HashSet<int> a, HashSet<int> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static bool Alike(HashSet<int> a, HashSet<int> b) => a.Overlaps(b) || (a.Count == 0 && b.Count == 0);
}
