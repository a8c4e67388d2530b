using Rapporteur.Syntax;

namespace Rapporteur.Times;

/// <summary>
/// Tells from the words around a date whether it lies behind or ahead: the verbs that it hangs on, from the nearest up; where they
/// do not tell, the nearest sign of time before it, else after it.
/// </summary>
internal static class TenseReader
{
    private const int Reach = 16;

    // Trees are deep only where the parser went wrong.
    private const int Height = 8;

    /// <summary>Which way the words around pieces <paramref name="first"/> to <paramref name="end"/> point.</summary>
    public static Direction Read(TimePieces p, int first, int end)
    {
        if (p.Is(first - 1, TimeWordKind.Since) || FollowsPast(p, first)) return Direction.Past;
        var token = Top(p, p[first].Token, p[end - 1].Token);
        for (var step = 0; step < Height && token >= 0; step++)
        {
            var found = OfVerb(p, token);
            if (found == Direction.Present && (step > 0 || p.Is(end, TimeWordKind.Possessive))) break;
            if (found != Direction.None) return found;
            token = p.Syntax.Heads[token];
        }

        return Around(p, first, end);
    }

    // "said Thursday that ...", "ended on Jan. 31": the verb right before it, whatever the parser makes of it.
    private static bool FollowsPast(TimePieces p, int first)
    {
        var before = p.Is(first - 1, TimeWordKind.Upon | TimeWordKind.In) ? first - 2 : first - 1;
        return before >= 0 && p.Syntax.PennTags[p[before].Token] == PennTag.Vbd && p.Lexicon.TenseOf(p.TextOf(before)) != Direction.Future;
    }

    // What the expression as a whole hangs on.
    private static int Top(TimePieces p, int first, int last)
    {
        for (var token = first; token <= last; token++)
            if (p.Syntax.Heads[token] is var head && (head < first || head > last)) return head;
        return DocumentSyntax.NoHead;
    }

    private static Direction OfVerb(TimePieces p, int token)
    {
        var known = p.Lexicon.TenseOf(p.TextOfToken(token));
        if (known == Direction.Future) return known;
        var tag = p.Syntax.PennTags[token];
        if (tag is not (PennTag.Vb or PennTag.Vbd or PennTag.Vbg or PennTag.Vbn or PennTag.Vbp or PennTag.Vbz)) return Direction.None;

        foreach (var child in p.Syntax.Children(token))
        {
            if (p.Syntax.Relations[child] is not (Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Mark)) continue;
            if (p.Syntax.PennTags[child] == PennTag.Md) return Direction.Future;
            if (p.Syntax.PennTags[child] == PennTag.To)
                return p.Syntax.Heads[token] is >= 0 and var head && p.Lexicon.IsHollow(p.TextOfToken(head)) ? Direction.Past : Direction.Future;
            if (p.Lexicon.TenseOf(p.TextOfToken(child)) is not Direction.None and var tense) return tense;
        }

        return tag switch
        {
            PennTag.Vbd => Direction.Past,
            PennTag.Vbn when p.Syntax.Child(token, Relation.Aux) < 0 && p.Syntax.Child(token, Relation.AuxPass) < 0 => Direction.Past,

            // "Parliament votes on Thursday" lies ahead, "says on Thursday" does not.
            PennTag.Vbz or PennTag.Vbp => known == Direction.Past || p.Syntax.Child(token, Relation.Ccomp) >= 0 ? Direction.Past : Direction.Present,
            _ => Direction.None,
        };
    }

    private static Direction Around(TimePieces p, int first, int end)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Reach) && !EndsClause(p, i); i--)
            if (At(p, i) is not Direction.None and var found) return found;
        for (var i = end; i < Math.Min(p.Count, end + Reach) && !EndsClause(p, i); i++)
            if (At(p, i) is not Direction.None and var found) return found;
        return Direction.None;
    }

    private static bool EndsClause(TimePieces p, int i) => p.TextOf(i) is [';' or '—', ..];

    private static Direction At(TimePieces p, int i)
    {
        if (p.TextOf(i).Length < 2 || p[i].Number is not null || p.Is(i, TimeWordKind.Month)) return Direction.None;
        var known = p.Lexicon.TenseOf(p.TextOf(i));
        if (known != Direction.None) return known;
        return p.Syntax.PennTags[p[i].Token] switch
        {
            PennTag.Md or PennTag.Vb => Direction.Future,
            PennTag.Vbd or PennTag.Vbn => Direction.Past,
            _ => Direction.None,
        };
    }
}
