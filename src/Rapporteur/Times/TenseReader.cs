namespace Rapporteur.Times;

/// <summary>
/// Tells from the words around a date whether it lies behind or ahead: the nearest verb before it decides, else the first after it.
/// </summary>
internal static class TenseReader
{
    private const int Reach = 16;

    /// <summary>Which way the words around pieces <paramref name="first"/> to <paramref name="end"/> point.</summary>
    public static Direction Read(TimePieces p, int first, int end)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            var text = p.TextOf(i);
            if (text is ";" or "—" or "--") break;
            var found = At(p, i);
            if (found != Direction.None) return found;
        }

        for (var i = end; i < Math.Min(p.Count, end + Reach); i++)
        {
            if (p.TextOf(i) is ";") break;
            var found = At(p, i);
            if (found != Direction.None) return found;
        }

        return Direction.None;
    }

    private static Direction At(TimePieces p, int i)
    {
        var text = p.TextOf(i);
        if (text.Length < 2 || p[i].Number is not null || p.Is(i, TimeWordKind.Month)) return Direction.None;

        // "to" before what is no determiner, name or number begins an infinitive, which lies ahead.
        if (text is "to")
        {
            var next = p.TextOf(i + 1);
            if (next.Length < 2 || !char.IsLower(next[0]) || p[i + 1].Word.Kind != TimeWordKind.None) return Direction.None;
            return p.Lexicon.IsHollow(p.TextOf(i - 1)) ? Direction.Past : Direction.Future;
        }

        var known = p.Lexicon.TenseOf(text);
        if (known != Direction.None) return known;
        return text.Length > 4 && char.IsLower(text[0]) && text.EndsWith("ed") ? Direction.Past : Direction.None;
    }
}
