using System.Collections.Immutable;
using System.Text;
using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>
/// The words of a text as comparison sees them: letter case, accents, punctuation and hyphens do not count. Each keeps where it
/// stands. Spans are UTF-16. One pass, linear in the text.
/// </summary>
internal sealed class WordSequence
{
    private readonly List<string> _forms = [];
    private readonly List<uint> _hashes = [];
    private readonly List<Span> _spans = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words there are.</summary>
    public int Count => _forms.Count;

    /// <summary>The folded form of each word.</summary>
    public IReadOnlyList<string> Forms => _forms;

    /// <summary>The hash of each word: the same on every machine.</summary>
    public ReadOnlySpan<uint> Hashes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hashes);

    /// <summary>Where each word stands in its text.</summary>
    public IReadOnlyList<Span> Spans => _spans;

    /// <summary>The words of a whole text.</summary>
    public static WordSequence Of(string text)
    {
        var words = new WordSequence();
        words.Add(text, new Span(0, text.Length), []);
        return words;
    }

    /// <summary>Adds the words of a stretch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The stretch.</param>
    /// <param name="unread">What is passed over as if it were not there, in order and apart: "flex(ing)" is one word, "flex".</param>
    public void Add(string text, Span range, ImmutableArray<Span> unread)
    {
        var word = new StringBuilder();
        int start = -1, end = -1, skip = FirstEndingAfter(unread, range.Start);
        for (var i = range.Start; i < range.End; i++)
        {
            while (skip < unread.Length && unread[skip].End <= i) skip++;
            if (skip < unread.Length && unread[skip].Contains(i)) continue;
            var c = text[i];
            if (IsInWord(c) || (word.Length > 0 && JoinsWord(text, i, range.End, word)))
            {
                if (start < 0) start = i;
                end = i + 1;
                AppendFolded(word, c);
                continue;
            }

            if (c is '\u00AD' || (c == ',' && word.Length > 0 && IsGrouping(text, i, range.End))) continue;
            Complete();
            if (c is '%' or '&')
            {
                word.Append(c);
                (start, end) = (i, i + 1);
                Complete();
            }
        }

        Complete();

        void Complete()
        {
            if (start >= 0 && word.Length > 0) Append(word, Span.FromBounds(start, end));
            word.Clear();
            start = -1;
        }
    }

    private static int FirstEndingAfter(ImmutableArray<Span> spans, int position)
    {
        int low = 0, high = spans.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End > position) high = middle; else low = middle + 1;
        }

        return low;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    // An apostrophe or a decimal point between, and the full stops of "U.S.": only after a single letter, as blanks go missing after sentences.
    private static bool JoinsWord(string text, int i, int end, StringBuilder word)
    {
        if (i + 1 >= end || !char.IsLetterOrDigit(text[i + 1])) return false;
        return text[i] switch
        {
            '\'' or '’' or '‘' or 'ʼ' or '`' => char.IsLetter(text[i + 1]),
            '.' => char.IsDigit(word[^1]) == char.IsDigit(text[i + 1]) && (char.IsDigit(word[^1]) || word.Length == 1 || word[^2] == '.'),
            _ => false,
        };
    }

    private static bool IsGrouping(string text, int i, int end) =>
        i + 3 < end && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]);

    private static void AppendFolded(StringBuilder word, char c)
    {
        if (c < 0x80) word.Append(char.ToLowerInvariant(c));
        else if (c is '’' or '‘' or 'ʼ') word.Append('\'');
        else if (char.IsSurrogate(c)) word.Append(c);
        else if (char.IsLetterOrDigit(c)) word.Append(Accents.Fold(char.ToLowerInvariant(c)));
    }

    private void Append(StringBuilder word, Span span)
    {
        const int Longest = 64;
        Span<char> form = stackalloc char[Longest];
        var length = Math.Min(word.Length, Longest);
        word.CopyTo(0, form, length);
        ReadOnlySpan<char> folded = form[..length];
        if (!_known.TryGetValue(folded, out var known))
        {
            known = folded.ToString();
            _known[folded] = known;
        }

        _forms.Add(known);
        _hashes.Add(Hashing.Of(folded));
        _spans.Add(span);
    }
}

/// <summary>Some words of a sequence, one after the other.</summary>
/// <param name="Words">The sequence.</param>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
internal readonly record struct WordRun(WordSequence Words, int First, int End)
{
    /// <summary>How many words there are.</summary>
    public int Count => End - First;

    /// <summary>All words of a sequence.</summary>
    public static WordRun All(WordSequence words) => new(words, 0, words.Count);
}
