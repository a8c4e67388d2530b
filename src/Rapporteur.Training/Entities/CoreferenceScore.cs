using System.Globalization;
using System.Text;

namespace Rapporteur.Training.Entities;

/// <summary>
/// Scores chains of mentions: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), entity CEAF with the phi-4 similarity
/// (Luo 2005), and their mean, as the CoNLL 2012 shared task defines it. Mentions are given by the token that they hang on, as
/// in the CorefUD shared tasks; entities with one mention count on neither side.
/// </summary>
internal sealed class CoreferenceScore
{
    private double _mucHit, _mucGold, _mucFound, _b3Precision, _b3Recall, _b3Gold, _b3Found, _ceaf, _ceafGold, _ceafFound;
    private readonly Dictionary<string, (int Gold, int Resolved, int Right)> _antecedents = [];

    public (double P, double R, double F) Muc => Scores(_mucHit, _mucFound, _mucHit2, _mucGold);

    public (double P, double R, double F) B3 => Scores(_b3Precision, _b3Found, _b3Recall, _b3Gold);

    public (double P, double R, double F) Ceaf => Scores(_ceaf, _ceafFound, _ceaf, _ceafGold);

    public double Mean => (Muc.F + B3.F + Ceaf.F) / 3;

    private double _mucHit2;

    /// <summary>Adds a document.</summary>
    /// <param name="gold">The chains that people marked, each the tokens that its mentions hang on.</param>
    /// <param name="found">The chains that were found.</param>
    public void Add(IEnumerable<IReadOnlyCollection<int>> gold, IEnumerable<IReadOnlyCollection<int>> found)
    {
        var marked = gold.Where(c => c.Count > 1).Select(c => c.ToHashSet()).ToList();
        var named = found.Where(c => c.Count > 1).Select(c => c.ToHashSet()).ToList();
        var goldOf = Places(marked);
        var foundOf = Places(named);
        (_mucHit2, _mucGold) = (_mucHit2 + Links(marked, foundOf, out var g), _mucGold + g);
        (_mucHit, _mucFound) = (_mucHit + Links(named, goldOf, out var f), _mucFound + f);
        _b3Gold += goldOf.Count;
        _b3Found += foundOf.Count;
        foreach (var (mention, chain) in goldOf)
            if (foundOf.TryGetValue(mention, out var other))
            {
                double both = marked[chain].Count(named[other].Contains);
                _b3Recall += both / marked[chain].Count;
                _b3Precision += both / named[other].Count;
            }

        var similarity = new double[marked.Count, named.Count];
        for (var i = 0; i < marked.Count; i++)
            for (var k = 0; k < named.Count; k++) similarity[i, k] = 2.0 * marked[i].Count(named[k].Contains) / (marked[i].Count + named[k].Count);
        _ceaf += Assignment.Best(similarity);
        _ceafGold += marked.Count;
        _ceafFound += named.Count;
    }

    /// <summary>Adds one mention that people linked to something before it.</summary>
    /// <param name="kind">Its kind, a row of the table.</param>
    /// <param name="isAnaphor">Whether people linked it.</param>
    /// <param name="isResolved">Whether it was linked to something before it.</param>
    /// <param name="isRight">Whether that is of its entity.</param>
    public void AddAntecedent(string kind, bool isAnaphor, bool isResolved, bool isRight)
    {
        var c = _antecedents.GetValueOrDefault(kind);
        _antecedents[kind] = (c.Gold + (isAnaphor ? 1 : 0), c.Resolved + (isResolved ? 1 : 0), c.Right + (isRight ? 1 : 0));
    }

    public (double P, double R, double F) Antecedents(string kind)
    {
        var c = _antecedents.GetValueOrDefault(kind);
        return Scores(c.Right, c.Resolved, c.Right, c.Gold);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, score) in new[] { ("MUC", Muc), ("B3", B3), ("CEAF-e", Ceaf) }) Row(name, score);
        text.AppendLine(CultureInfo.InvariantCulture, $"mean F1 {Mean:F1}");
        foreach (var kind in _antecedents.Keys.Order(StringComparer.Ordinal)) Row("antecedents of " + kind, Antecedents(kind));
        return text.ToString();

        void Row(string name, (double P, double R, double F) s) =>
            text.AppendLine(CultureInfo.InvariantCulture, $"{name,-32} P {s.P:F1} R {s.R:F1} F1 {s.F:F1}");
    }

    private static Dictionary<int, int> Places(List<HashSet<int>> chains)
    {
        var places = new Dictionary<int, int>();
        for (var c = 0; c < chains.Count; c++)
            foreach (var mention in chains[c]) places.TryAdd(mention, c);
        return places;
    }

    private static double Links(List<HashSet<int>> chains, Dictionary<int, int> others, out double all)
    {
        double hit = 0;
        all = 0;
        foreach (var chain in chains)
        {
            all += chain.Count - 1;
            var parts = chain.Select(m => others.TryGetValue(m, out var other) ? other : -1 - m).Distinct().Count();
            hit += chain.Count - parts;
        }

        return hit;
    }

    private static (double P, double R, double F) Scores(double hitP, double found, double hitR, double gold)
    {
        var p = found == 0 ? 0 : 100 * hitP / found;
        var r = gold == 0 ? 0 : 100 * hitR / gold;
        return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }
}
