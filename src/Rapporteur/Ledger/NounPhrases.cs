using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>Noun phrases as an analyst would write them into a table: the head with what names it, no relative clause or apposition.</summary>
internal static class NounPhrases
{
    private const int Longest = 12;

    /// <summary>The phrase that <paramref name="head"/> heads.</summary>
    public static TokenRange Of(TokenWords words, int head)
    {
        var (first, end) = (head, head + 1);
        Extend(words, head, ref first, ref end);
        while (first < head && words.Tag(first) is UniversalTag.Punct or UniversalTag.Adp or UniversalTag.Cconj) first++;
        while (end > head + 1 && words.Tag(end - 1) is UniversalTag.Punct or UniversalTag.Adv) end--;
        return new TokenRange(first, end);
    }

    private static void Extend(TokenWords words, int head, ref int first, ref int end)
    {
        foreach (var child in words.Syntax.Children(head))
        {
            var relation = words.Syntax.Relations[child];
            var belongs = relation is Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Flat
                or Relation.NmodPoss or Relation.NmodDesc or Relation.DetPredet
                || (relation == Relation.Nmod && child > head);
            if (!belongs) continue;
            var below = words.Syntax.Subtree(child);
            if (below.Count > Longest) continue;
            first = Math.Min(first, below.First);
            end = Math.Max(end, below.End);
        }
    }

    /// <summary>Whom a phrase belongs to, where it says so ("Ethiopia's decision"), else the phrase itself.</summary>
    public static TokenRange OwnerOrSelf(TokenWords words, int head)
    {
        var owner = words.Syntax.Child(head, Relation.NmodPoss);
        return owner >= 0 && words.Penn(owner) != PennTag.PrpPossessive ? Of(words, owner) : Of(words, head);
    }
}
