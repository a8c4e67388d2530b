using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>A transcript with its words, and whose turn each stands in.</summary>
internal sealed class IndexedTranscript
{
    private const int LongestCut = 25, LongestCitation = 4096;

    private readonly int[] _turnStarts;

    public IndexedTranscript(Transcript transcript)
    {
        Transcript = transcript;
        Points = new CodePoints(transcript.Text);
        _turnStarts = new int[transcript.Turns.Length];
        for (var t = 0; t < transcript.Turns.Length; t++)
        {
            _turnStarts[t] = Words.Count;
            Words.Add(transcript.Text, transcript.Turns[t].Spoken, transcript.Notes);
        }
    }

    public Transcript Transcript { get; }

    public WordSequence Words { get; } = new();

    public CodePoints Points { get; }

    /// <summary>The turn that a word stands in.</summary>
    public Turn TurnOf(int word)
    {
        var t = Array.BinarySearch(_turnStarts, word);
        if (t < 0) t = ~t - 1;
        while (t + 1 < _turnStarts.Length && _turnStarts[t + 1] <= word) t++;
        return Transcript.Turns[t];
    }

    /// <summary>Where some words stand, from the first to the last.</summary>
    public Span SpanOf(int first, int end) => Span.FromBounds(Words.Spans[first].Start, Words.Spans[end - 1].End);

    /// <summary>Some words as they stand there.</summary>
    public string TextOf(int first, int end) => SpanOf(first, end).In(Transcript.Text).ToString();

    /// <summary>The words of the same sentence before a word; the nearest of them where they are many.</summary>
    public string SentenceBefore(int word)
    {
        var first = word;
        while (first > 0 && word - first < LongestCut && !EndsSentence(first - 1)) first--;
        return first == word ? "" : TextOf(first, word);
    }

    /// <summary>The words of the same sentence from a word on; the nearest of them where they are many.</summary>
    public string SentenceAfter(int word)
    {
        if (word == 0) return "";
        var end = word;
        while (end < Words.Count && end - word < LongestCut && !EndsSentence(end - 1)) end++;
        return end == word ? "" : TextOf(word, end);
    }

    /// <summary>Whether most of some words stand in quotation marks: the speaker cites another there.</summary>
    public bool IsCited(int first, int end)
    {
        var text = Transcript.Text;
        var start = Words.Spans[first].Start;
        var (cited, inside, at) = (0, false, Math.Max(text.LastIndexOf('\n', start) + 1, start - LongestCitation));
        for (var word = first; word < end; word++)
        {
            for (; at < Words.Spans[word].Start; at++)
                inside = text[at] switch { '“' => true, '”' or '\n' => false, '"' => !inside, _ => inside };
            if (inside) cited++;
        }

        return cited * 3 >= (end - first) * 2;
    }

    // A stop, or the end of a line or of a turn, between a word and the next.
    private bool EndsSentence(int word)
    {
        if (word + 1 >= Words.Count) return true;
        var between = Transcript.Text.AsSpan(Words.Spans[word].End, Words.Spans[word + 1].Start - Words.Spans[word].End);
        if (between.Contains('\n') || between.ContainsAny('!', '?', '…')) return true;
        return between.Contains('.') && !LanguagePack.English.IsAbbreviation(Words.Spans[word].In(Transcript.Text));
    }
}
