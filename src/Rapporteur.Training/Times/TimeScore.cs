using System.Globalization;

namespace Rapporteur.Training.Times;

/// <summary>
/// Scores time expressions as TempEval-3 does (UzZaman and others 2013), the way ../shared/tools/score_times.py counts: spans
/// equal, spans overlapping one to one, and of the overlapping ones those with the same type, with the same value.
/// </summary>
internal sealed class TimeScore
{
    private int _documents;
    private int _gold;
    private int _predicted;
    private int _strict;
    private int _relaxed;
    private int _type;
    private int _value;

    /// <summary>What was missed or got another value, a line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>Adds one article.</summary>
    public void Add(TimedArticle article, IReadOnlyList<MarkedTime> predicted)
    {
        var gold = article.Times;
        _documents++;
        _gold += gold.Count;
        _predicted += predicted.Count;
        var pairs = from i in Enumerable.Range(0, gold.Count)
                    from j in Enumerable.Range(0, predicted.Count)
                    let overlap = Math.Min(gold[i].End, predicted[j].End) - Math.Max(gold[i].Start, predicted[j].Start)
                    where overlap > 0
                    orderby overlap descending, i, j
                    select (i, j);
        bool[] usedGold = new bool[gold.Count], usedPredicted = new bool[predicted.Count];
        foreach (var (i, j) in pairs.ToList())
        {
            if (usedGold[i] || usedPredicted[j]) continue;
            usedGold[i] = usedPredicted[j] = true;
            Pair(article, gold[i], predicted[j]);
        }

        for (var i = 0; i < gold.Count; i++)
            if (!usedGold[i]) Misses.Add($"{article.Id} missed {Print(article, gold[i])}");
        for (var j = 0; j < predicted.Count; j++)
            if (!usedPredicted[j]) Misses.Add($"{article.Id} extra {Print(article, predicted[j])}");
    }

    /// <summary>Precision and recall of the relaxed spans; F1 of relaxed and strict spans, types and values; in per cent.</summary>
    public IEnumerable<(string Name, double Value)> Figures() =>
    [
        ("precision", 100.0 * _relaxed / Math.Max(1, _predicted)), ("recall", 100.0 * _relaxed / Math.Max(1, _gold)),
        ("relaxed", F1(_relaxed)), ("strict", F1(_strict)), ("type", F1(_type)), ("value", F1(_value)),
    ];

    /// <summary>The report in the words of the published scorer.</summary>
    public override string ToString()
    {
        var figures = Figures().ToDictionary(f => f.Name, f => f.Value);
        return string.Create(CultureInfo.InvariantCulture,
            $"{_documents} documents, {_gold} gold, {_predicted} predicted:  relaxed P {figures["precision"]:F1} R {figures["recall"]:F1} F1 {figures["relaxed"]:F1}  strict F1 {figures["strict"]:F1}  type F1 {figures["type"]:F1}  value F1 {figures["value"]:F1}");
    }

    private void Pair(TimedArticle article, MarkedTime gold, MarkedTime predicted)
    {
        _relaxed++;
        if (gold.Start == predicted.Start && gold.End == predicted.End) _strict++;
        else Misses.Add($"{article.Id} span {Print(article, gold)} | {Print(article, predicted)}");
        if (gold.Type == predicted.Type) _type++;
        if (gold.Value == predicted.Value) _value++;
        else Misses.Add($"{article.Id} value {Print(article, gold)} | {Print(article, predicted)}");
    }

    private static string Print(TimedArticle article, MarkedTime time)
    {
        const int Around = 40;
        var points = new Rapporteur.Text.CodePoints(article.Text);
        if (time.End > points.Count) return $"{time}";
        int start = points.ToUtf16(time.Start), end = points.ToUtf16(time.End);
        var before = article.Text[Math.Max(0, start - Around)..start];
        var after = article.Text[end..Math.Min(article.Text.Length, end + Around)];
        return $"{time.Type} {time.Value} {before}[{article.Text[start..end]}]{after}".ReplaceLineEndings(" ");
    }

    private double F1(int right) => _gold + _predicted == 0 ? 0 : 200.0 * right / (_gold + _predicted);
}
