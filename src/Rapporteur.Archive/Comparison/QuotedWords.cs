using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Comparison;

/// <summary>
/// The words that somebody is quoted with: those inside quotation marks, without what the outlet put in between brackets, and the
/// places where it says that it left something out or changed it.
/// </summary>
internal sealed class QuotedWords
{
    private readonly Dictionary<int, Mark> _marks = [];
    private readonly List<Span> _unread = [];
    private readonly List<int> _endings = [];

    private QuotedWords(WordSequence words) => Words = words;

    /// <summary>The words; spans in UTF-16 units of the record's text.</summary>
    public WordSequence Words { get; }

    /// <summary>Where the outlet marked that it altered something: before which word, and how.</summary>
    public IReadOnlyDictionary<int, Mark> Marks => _marks;

    /// <summary>The words of one quotation.</summary>
    public static QuotedWords Of(RecordQuotation quotation, string text, CodePoints points)
    {
        var quoted = new QuotedWords(new WordSequence());
        quoted.Add(quotation, text, points);
        return quoted;
    }

    /// <summary>The words of several quotations one after the other; what the outlet put between them is marked as left out.</summary>
    public static QuotedWords Of(IEnumerable<RecordQuotation> quotations, string text, CodePoints points)
    {
        var quoted = new QuotedWords(new WordSequence());
        foreach (var quotation in quotations)
        {
            if (quoted.Words.Count > 0) quoted._marks[quoted.Words.Count] = new Mark(AlterationKind.Ellipsis, default);
            quoted.Add(quotation, text, points);
        }

        return quoted;
    }

    /// <summary>Whether the outlet marked an alteration between two words, or right before the first or after the last of them.</summary>
    public bool IsMarked(int first, int end)
    {
        for (var i = first; i <= end; i++)
            if (_marks.ContainsKey(i)) return true;
        return false;
    }

    /// <summary>Whether the end of a word stands in brackets: "flex(ing)".</summary>
    public bool HasMarkedEnding(int word) => _endings.Contains(Words.Spans[word].End);

    private void Add(RecordQuotation quotation, string text, CodePoints points)
    {
        var range = points.ToUtf16(quotation.Range.Start, quotation.Range.End);
        var start = range.Start;
        foreach (var alteration in quotation.Alterations)
        {
            var span = points.ToUtf16(alteration.Range.Start, alteration.Range.End);
            if (span.Start < start || span.End > range.End || alteration.Kind == AlterationKind.Own) continue;
            if (alteration.Kind == AlterationKind.Case && span.Length > 2)
            {
                // "[t]he": the letter belongs to the word, its brackets do not.
                _unread.Add(new Span(span.Start, 1));
                _unread.Add(new Span(span.End - 1, 1));
                continue;
            }

            if (alteration.Kind == AlterationKind.Ending)
            {
                _unread.Add(span);
                _endings.Add(span.Start);
                continue;
            }

            Words.Add(text, Span.FromBounds(start, span.Start), [.. _unread]);
            _unread.Clear();
            _marks[Words.Count] = new Mark(alteration.Kind, span);
            start = span.End;
        }

        Words.Add(text, Span.FromBounds(start, range.End), [.. _unread]);
        _unread.Clear();
    }
}

/// <summary>Where an outlet marked that it altered the words of a quotation: how, and the brackets or dots.</summary>
internal readonly record struct Mark(AlterationKind Kind, Span Span);
