using System.Globalization;
using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>The words that the scorer counts: letters and digits with inner apostrophes, full stops and hyphens.</summary>
internal sealed class ScoredWords
{
    private readonly List<Span> _words = [];
    private readonly HashSet<int> _quoted = [];

    public ScoredWords(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = LettersEnd(text, i);
            if (end == i) { i++; continue; }
            while (end < text.Length && text[end] is '\'' or '’' or '.' or '-' && LettersEnd(text, end + 1) is var next && next > end + 1)
                end = next;
            _words.Add(Span.FromBounds(i, end));
            i = end;
        }

        ReadQuoted(text);
    }

    /// <summary>The words that an attribution's spans touch: of its source, its cue and its content.</summary>
    public HashSet<int>[] Touched(MarkedAttribution attribution) =>
        [Touched(attribution.Source), Touched(attribution.Cue), Touched(attribution.Content)];

    /// <summary>Whether the word stands inside double quotation marks.</summary>
    public bool IsQuoted(int word) => _quoted.Contains(word);

    private HashSet<int> Touched(IEnumerable<Span> spans)
    {
        var touched = new HashSet<int>();
        foreach (var span in spans) Touch(span, touched);
        return touched;
    }

    private void Touch(Span span, HashSet<int> touched)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].End > span.Start) high = middle; else low = middle + 1;
        }

        for (; low < _words.Count && _words[low].Start < span.End; low++) touched.Add(low);
    }

    private void ReadQuoted(string text)
    {
        bool inside = false;
        var opened = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '“' && !inside) (inside, opened) = (true, i);
            else if (c == '"')
            {
                if (inside) Touch(Span.FromBounds(opened, i), _quoted);
                (opened, inside) = (i, !inside);
            }
            else if (inside && c is '”' or '\n' && inside)
            {
                inside = false;
                Touch(Span.FromBounds(opened, i), _quoted);
            }
        }
    }

    private static int LettersEnd(string text, int i)
    {
        while (i < text.Length)
        {
            if (text[i] == '_') { i++; continue; }
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done) break;
            var category = Rune.GetUnicodeCategory(rune);
            if (!Rune.IsLetter(rune) && category is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)) break;
            i += used;
        }

        return i;
    }
}
