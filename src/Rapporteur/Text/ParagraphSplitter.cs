namespace Rapporteur.Text;

/// <summary>Finds the paragraphs of a text: lines, or runs of lines where the text is wrapped by hand.</summary>
internal static class ParagraphSplitter
{
    /// <summary>The paragraphs of <paramref name="text"/>, trimmed, in order, none empty.</summary>
    public static List<Span> Find(string text)
    {
        var lines = Lines(text);
        return IsWrapped(text, lines) ? Joined(text, lines) : lines;
    }

    private static List<Span> Lines(string text)
    {
        var lines = new List<Span>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085')) continue;
            int from = start, to = i;
            while (from < to && Tokenizer.IsBlank(text[from])) from++;
            while (to > from && Tokenizer.IsBlank(text[to - 1])) to--;
            if (to > from) lines.Add(Span.FromBounds(from, to));
            start = i + 1;
        }

        return lines;
    }

    // Wrapped by hand: most line breaks that are not blank lines stand in the middle of a sentence, and lines are of one width.
    private static bool IsWrapped(string text, List<Span> lines)
    {
        int single = 0, inside = 0, longest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            longest = Math.Max(longest, lines[i].Length);
            if (!Adjacent(text, lines[i], lines[i + 1])) continue;
            single++;
            if (char.IsLower(text[lines[i + 1].Start]) && text[lines[i].End - 1] is not ('.' or '!' or '?' or ':' or '”' or '"')) inside++;
        }

        return single >= 4 && longest <= 120 && inside * 2 >= single;
    }

    private static bool Adjacent(string text, Span line, Span next)
    {
        var between = text.AsSpan(line.End, next.Start - line.End);
        return between.Count('\n') == 1 || (between.Count('\n') == 0 && between.Count('\r') == 1);
    }

    private static List<Span> Joined(string text, List<Span> lines)
    {
        var paragraphs = new List<Span>();
        var start = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && Adjacent(text, lines[i], lines[i + 1])) continue;
            paragraphs.Add(Span.FromBounds(lines[start].Start, lines[i].End));
            start = i + 1;
        }

        return paragraphs;
    }
}
