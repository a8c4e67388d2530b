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
    public static QuotedWords Of(RecordQuotation quotation, string text, CodePoints points) => Of([quotation], text, points);

    /// <summary>The words of several quotations one after the other; what the outlet put between them is marked as left out.</summary>
    public static QuotedWords Of(IEnumerable<RecordQuotation> quotations, string text, CodePoints points)
    {
        var quoted = new QuotedWords(new WordSequence());
        foreach (var quotation in quotations)
        {
            var range = points.ToUtf16(quotation.Range.Start, quotation.Range.End);
            var marks = quotation.Alterations.Select(alteration => new Mark(alteration.Kind, points.ToUtf16(alteration.Range.Start, alteration.Range.End)));
            quoted.Add(text, range, quotation.Alterations.IsEmpty ? PrintedContent.Marks(text, range) : marks);
        }

        return quoted;
    }

    /// <summary>The words of several stretches of a text, with the alterations marked in each.</summary>
    public static QuotedWords Of(string text, IEnumerable<(Span Range, IEnumerable<Mark> Marks)> quotations)
    {
        var quoted = new QuotedWords(new WordSequence());
        foreach (var (range, marks) in quotations) quoted.Add(text, range, marks);
        return quoted;
    }

    /// <summary>Whether the outlet marked an alteration between two words, or right before the first or after the last of them.</summary>
    public bool IsMarked(int first, int end)
    {
        for (var i = first; i <= end; i++)
            if (_marks.ContainsKey(i)) return true;
        return false;
    }

    /// <summary>Some of the words as printed in the text that they were read from, dots between two quotations.</summary>
    public string TextOf(string text, int first, int end)
    {
        if (end <= first) return "";
        var printed = new System.Text.StringBuilder();
        var from = Words.Spans[first].Start;
        for (var i = first + 1; i < end; i++)
        {
            if (!_marks.TryGetValue(i, out var mark) || !mark.Span.IsEmpty) continue;
            printed.Append(text, from, Words.Spans[i - 1].End - from).Append(" … ");
            from = Words.Spans[i].Start;
        }

        return printed.Append(text, from, Words.Spans[end - 1].End - from).ToString();
    }

    /// <summary>Whether the end of a word stands in brackets: "flex(ing)".</summary>
    public bool HasMarkedEnding(int word) => _endings.Contains(Words.Spans[word].End);

    private void Add(string text, Span range, IEnumerable<Mark> marks)
    {
        if (Words.Count > 0) _marks.TryAdd(Words.Count, new Mark(AlterationKind.Ellipsis, new Span(range.Start, 0)));
        var start = range.Start;
        foreach (var mark in marks)
        {
            if (mark.Span.Start < start || mark.Span.End > range.End || mark.Kind == AlterationKind.Own) continue;
            if (mark.Kind == AlterationKind.Case && mark.Span.Length > 2)
            {
                // "[t]he": the letter belongs to the word, its brackets do not.
                _unread.Add(new Span(mark.Span.Start, 1));
                _unread.Add(new Span(mark.Span.End - 1, 1));
                continue;
            }

            if (mark.Kind == AlterationKind.Ending)
            {
                _unread.Add(mark.Span);
                _endings.Add(mark.Span.Start);
                continue;
            }

            Words.Add(text, Span.FromBounds(start, mark.Span.Start), [.. _unread]);
            _unread.Clear();
            _marks[Words.Count] = mark;
            start = mark.Span.End;
        }

        Words.Add(text, Span.FromBounds(start, range.End), [.. _unread]);
        _unread.Clear();
    }
}

/// <summary>Where an outlet marked that it altered the words of a quotation: how, and the brackets or dots.</summary>
internal readonly record struct Mark(AlterationKind Kind, Span Span);
