using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>
/// Reads transcripts as courts, broadcasters and press offices write them: turns that begin with a label ("Q:", "MR. SMITH:", "Ann
/// Marsh:"), at the start of a line or within it, remarks in brackets, and above it all perhaps lines that say when and by whom.
/// A speech without labels is one turn. Linear in the text.
/// </summary>
public static partial class TranscriptReader
{
    private const int LongestNote = 80, MostLabelWords = 6, FewestOfMixedCase = 3, LinesOfSparse = 6;

    /// <summary>Reads a transcript from a text that has been loaded like an article.</summary>
    /// <param name="article">The text, its id and what is known of it.</param>
    /// <param name="speaker">Who speaks where no label says so; null where the caller does not know.</param>
    public static Transcript Read(Article article, string? speaker = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = article.Text;
        var words = TranscriptWords.English;
        var (start, head) = Head(text, words);
        var id = article.Id ?? "transcript";
        return new Transcript(id, text, [.. Turns(text, start, words)])
        {
            Title = article.Title ?? head.GetValueOrDefault("title"),
            Date = DayIn(head.GetValueOrDefault("date")) ?? article.Published?.Day ?? DayIn(id),
            Speaker = speaker ?? head.GetValueOrDefault("speaker"),
            Notes = [.. Notes(text, start, words)],
        };
    }

    // Front matter, as static site generators have it: lines of "key: value" between two lines of dashes.
    private static (int Start, Dictionary<string, string> Head) Head(string text, TranscriptWords words)
    {
        var head = new Dictionary<string, string>();
        if (!text.StartsWith("---", StringComparison.Ordinal)) return (0, head);
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (end < 0) return (0, head);
        foreach (var line in text[3..end].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && words.Header(line[..colon]) is { } gives) head.TryAdd(gives, line[(colon + 1)..].Trim().Trim('\'', '"'));
        }

        var next = text.IndexOf('\n', end + 1);
        return (next < 0 ? text.Length : next + 1, head);
    }

    private static DateOnly? DayIn(string? text)
    {
        if (text is null || DayPattern().Match(text) is not { Success: true } day) return null;
        int Part(int group) => int.Parse(day.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (year, month, number) = (Part(1), Part(2), Part(3));
        return month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, number) : null;
    }

    private static List<Turn> Turns(string text, int start, TranscriptWords words)
    {
        var labels = Labels(text, start, words);

        // In a speech where now and then somebody of the audience speaks, whoever has no label is the speaker.
        var lines = text.AsSpan(start).Count('\n') + 1 - EmptyLinePattern().Count(text.AsSpan(start));
        var labelsEachLine = labels.Count * LinesOfSparse < lines;
        var turns = new List<Turn>();
        var (label, from) = ((string?)null, start);
        foreach (var (span, name) in labels)
        {
            Add(span.Start);
            (label, from) = (name, span.End);
            if (!labelsEachLine) continue;
            var end = text.IndexOf('\n', from);
            Add(end < 0 ? text.Length : end);
            (label, from) = (null, end < 0 ? text.Length : end);
        }

        Add(text.Length);
        return turns;

        void Add(int end)
        {
            if (end > from && !text.AsSpan(from, end - from).IsWhiteSpace())
                turns.Add(new Turn(label, label is not null && !words.IsNameless(label), Span.FromBounds(from, end)));
        }
    }

    // A label in capitals is one; another is where it recurs, for many a sentence begins "Remember:".
    private static List<(Span Span, string Name)> Labels(string text, int start, TranscriptWords words)
    {
        var candidates = new List<(Span Span, string Name, bool Capitals)>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match line in LineLabelPattern().Matches(text, start))
        {
            var name = line.Groups["name"].Value.Trim();
            if (name.Split(' ').Length > MostLabelWords) continue;
            candidates.Add((new Span(line.Index, line.Length), name, !name.AsSpan().ContainsAnyInRange('a', 'z')));
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        var known = candidates.Where(c => c.Capitals || words.IsNameless(c.Name) || (counts[c.Name] >= FewestOfMixedCase && IsCapitalised(c.Name)))
            .Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var labels = candidates.Where(c => known.Contains(c.Name)).Select(c => (c.Span, c.Name)).ToList();
        if (known.Count == 0) return labels;
        foreach (Match inner in InnerLabelPattern().Matches(text, start))
            if (known.Contains(inner.Groups["name"].Value)) labels.Add((new Span(inner.Groups["name"].Index, inner.Groups["name"].Length + 1), inner.Groups["name"].Value));
        foreach (Match question in QuestionPattern().Matches(text, start)) labels.Add((new Span(question.Index, 1), "Q"));
        return [.. labels.DistinctBy(label => label.Item1.Start).OrderBy(label => label.Item1.Start)];
    }

    private static bool IsCapitalised(string name) => name.Split(' ').All(word => word.Length > 0 && char.IsUpper(word[0]));

    private static IEnumerable<Span> Notes(string text, int start, TranscriptWords words)
    {
        for (var i = text.AsSpan(start).IndexOfAny('(', '[') is var first and >= 0 ? start + first : text.Length; i < text.Length;)
        {
            var reach = text.AsSpan(i + 1, Math.Min(LongestNote, text.Length - i - 1));
            var close = reach.IndexOf(text[i] == '(' ? ')' : ']');
            var isNote = close > 0 && reach[..close].IndexOfAny('\n', '(', '[') < 0 && words.IsNote(reach[..close]);
            if (isNote) yield return new Span(i, close + 2);
            var from = isNote ? i + close + 2 : i + 1;
            var next = text.AsSpan(from).IndexOfAny('(', '[');
            i = next < 0 ? text.Length : from + next;
        }
    }

    [GeneratedRegex(@"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    // A time code, a quotation sign or asterisks may stand before a label; what a speaker is of may stand in brackets behind it.
    [GeneratedRegex(@"^[ \t>*_]{0,8}(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]{0,4})?[*_]{0,2}(?<name>[\p{L}#][\p{L}\p{Nd}.'’#&/ -]{0,47})(?:[ \t]?[(\[][^)\]\n]{1,40}[)\]])?[*_]{0,2}:[*_]{0,2}(?=\s|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineLabelPattern();

    [GeneratedRegex(@"(?<=[.!?…)\]""”—–-] ?)(?<name>\p{Lu}[\p{Lu}.'’ -]{0,30}):(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex InnerLabelPattern();

    [GeneratedRegex(@"\n[ \t\r]*(?=\n)", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLinePattern();

    // Press briefings write a reporter's question with a Q and no colon.
    [GeneratedRegex(@"^Q(?=[ \t.])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionPattern();
}
