using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Records;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Sourcing;

/// <summary>Describes the sources of rows: type, name, title and justification, from wherever in the article.</summary>
internal sealed class SourceDescriptions(Reading reading, Words words, int start)
{
    private const int LongestAside = 40;
    private const int LongestName = 8;

    private readonly Dictionary<string, string?> _publishers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _justifications = new(StringComparer.Ordinal);

    /// <summary>The row of a source.</summary>
    public SourcedStatement Describe(Speaker speaker, string statement, TokenRange row, IReadOnlySet<int> sourced)
    {
        if (!_titles.TryGetValue(speaker.Name, out var title)) _titles.Add(speaker.Name, title = Title(speaker));
        if (!_justifications.TryGetValue(speaker.Name, out var justification)) _justifications.Add(speaker.Name, justification = Justification(speaker, sourced));
        return new SourcedStatement(statement, TypeOf(speaker), Name(speaker), title,
            Joined(Joined(justification, Beside(speaker, row)), Before(speaker, row, sourced)));
    }

    private static SourceType TypeOf(Speaker speaker) => speaker.Kind switch
    {
        SpeakerKind.Person => speaker.Anonymous is null ? SourceType.Person : SourceType.Anonymous,
        SpeakerKind.Organization => SourceType.Organization,
        SpeakerKind.Document => SourceType.Document,
        _ => SourceType.Group,
    };

    // A description without its article: "The program officials" are program officials.
    private string Name(Speaker speaker)
    {
        var (first, end) = reading.Document.Tokens.Touching(speaker.Evidence[0]);
        if (speaker.Kind is SpeakerKind.Document or SpeakerKind.Group) end = HeadEnd(first, end);
        if (speaker.Kind is SpeakerKind.Document or SpeakerKind.Organization && words.Tag(end - 1) == UniversalTag.Noun && Publisher(new TokenRange(first, end)) is { } publisher) return publisher;
        if (speaker.Kind == SpeakerKind.Document) return words.Printed(new TokenRange(first, end));
        return speaker.Anonymous is not null && words.Tag(first) == UniversalTag.Det
            && end > first + 1 ? words.Printed(new TokenRange(first + 1, end))
            : speaker.Kind == SpeakerKind.Group ? words.Printed(new TokenRange(first, end)) : speaker.Name;
    }

    // Whose words a text without a name of its own are: "Norland Radio's database", "the report" of which "the Norland Institute report"
    // or "a report by the Norland Institute" was told.
    private string? Publisher(TokenRange text)
    {
        foreach (var (mention, entity) in reading.Entities.In(new TokenRange(text.First, text.End - 1)))
            if (mention.Kind == MentionKind.Name && entity.Type is EntityType.Organization or EntityType.Other) return entity.Name;
        if (text.Count > 1) return null;
        var noun = words.Syntax.Lemma(text.First);
        if (!_publishers.TryGetValue(noun, out var known)) _publishers.Add(noun, known = PublisherOf(noun));
        return known;
    }

    // The first one that the article names beside the noun: before it ("the Institute report"), or behind "by", "from", "of".
    private string? PublisherOf(string noun)
    {
        var bodies = reading.Entities.All.Where(e => e.IsNamed && e.Type is EntityType.Organization or EntityType.Other)
            .ToLookup(e => e.Name[(e.Name.LastIndexOf(' ') + 1)..], StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
        {
            if (words.Syntax.Lemma(i) != noun) continue;
            var last = words.IsPossessive(i - 1) ? i - 2 : i - 1;
            if (last >= 0 && Ending(bodies[words[last].ToString()], words.Document.Tokens[last].End) is { } before) return before;
            if (i + 2 >= words.Count || !words.Lexicon.NamesAuthor(words[i + 1])) continue;
            var first = words.Tag(i + 2) == UniversalTag.Det ? i + 3 : i + 2;
            foreach (var (mention, entity) in reading.Entities.In(new TokenRange(first, Math.Min(words.Count, first + LongestName))))
                if (mention.Kind == MentionKind.Name && mention.Tokens.First == first && entity.Type is EntityType.Organization or EntityType.Other) return entity.Name;
        }

        return null;
    }

    private string? Ending(IEnumerable<Entity> bodies, int end)
    {
        foreach (var body in bodies) if (reading.Document.Text.AsSpan(0, end).EndsWith(body.Name, StringComparison.Ordinal)) return body.Name;
        return null;
    }

    // "2021 report by the inspector" is the 2021 report.
    private int HeadEnd(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
            if (words.Tag(i) is UniversalTag.Adp or UniversalTag.Verb) return i;
        return end;
    }

    private string Title(Speaker speaker)
    {
        if (speaker.Anonymous is not null && speaker.Kind == SpeakerKind.Group) return "";
        var role = speaker.Role is { } phrase ? Singular(phrase) : "";
        var affiliation = speaker.Affiliation?.Text ?? "";
        return role.Length > 0 && affiliation.Length > 0 ? $"{role}, {affiliation}" : role + affiliation;
    }

    // "one of the court's judges, Joan Roe": she is a judge.
    private string Singular(Phrase role)
    {
        var last = reading.Document.Tokens.Touching(role.Evidence).End - 1;
        return words.Lexicon.NounOf(words[last]) == SourceNoun.Group && words.Syntax.PennTags[last] == PennTag.Nns
            ? role.Text[..^words[last].Length] + words.Syntax.Lemma(last)
            : role.Text;
    }

    // The sentence that brings the source into the article, where it is none of its own statements; else what it is said to be
    // beside its name; for one that is not named, why it is not.
    private string Justification(Speaker speaker, IReadOnlySet<int> sourced)
    {
        if (speaker.Anonymous is { } anonymous) return anonymous.Reason?.Text ?? "";
        if (speaker.Kind is not (SpeakerKind.Person or SpeakerKind.Organization)) return "";
        var name = reading.Document.Tokens.Touching(Introduction(speaker));
        var number = Words.IndexOf(reading.Document.Sentences.AsSpan(), name.First);
        if (speaker.Kind == SpeakerKind.Person && !sourced.Contains(number))
        {
            var goesOn = number + 1 < reading.Document.Sentences.Length && !sourced.Contains(number + 1) && SameParagraph(number, number + 1);
            return words.Printed(new TokenRange(reading.Document.Sentences[number].First, reading.Document.Sentences[goesOn ? number + 1 : number].End));
        }

        return words.Printed(Aside(name, reading.Document.Sentences[number].End));
    }

    // Where the article first gives the name, titles above it aside.
    private Span Introduction(Speaker speaker)
    {
        var at = reading.Document.Text.IndexOf(speaker.Name, start, StringComparison.Ordinal);
        return at < 0 || reading.Document.Tokens.Touching(new Span(at, speaker.Name.Length)).Count == 0 ? speaker.Evidence[0] : new Span(at, speaker.Name.Length);
    }

    // The sentence before a statement, where it speaks of the source and is no statement of its own.
    private string Before(Speaker speaker, TokenRange row, IReadOnlySet<int> sourced)
    {
        var before = row.First - 1;
        if (before < 0 || sourced.Contains(before)) return "";
        var sentence = reading.Document.Sentences[before];
        var named = reading.Document.Tokens.Touching(speaker.Evidence[0]);
        for (var i = sentence.First; i < sentence.End; i++)
            if (words.Is(i, words[named.End - 1]) || (SameParagraph(before, row.First) && IsPronounOf(speaker, i))) return words.Printed(sentence);
        return "";
    }

    private bool IsPronounOf(Speaker speaker, int i) =>
        speaker.Kind == SpeakerKind.Person && words.Lexicon.PronounOf(words[i]) is PronounKind.He or PronounKind.She;

    private bool SameParagraph(int a, int b) =>
        Words.IndexOf(reading.Document.Paragraphs.AsSpan(), reading.Document.Sentences[a].First)
        == Words.IndexOf(reading.Document.Paragraphs.AsSpan(), reading.Document.Sentences[b].First);

    private static string Joined(string a, string b) => a.Length == 0 ? b : b.Length == 0 || a.Contains(b, StringComparison.Ordinal) ? a : $"{a} {b}";

    // What is said of the source beside its name in the statement itself: "King, who could not vote in 2022, said".
    private string Beside(Speaker speaker, TokenRange row)
    {
        if (speaker.Anonymous is not null || speaker.Kind != SpeakerKind.Person) return "";
        var last = words[reading.Document.Tokens.Touching(speaker.Evidence[0]).End - 1];
        for (var s = row.First; s < row.End; s++)
            for (var i = reading.Document.Sentences[s].First; i < reading.Document.Sentences[s].End - 2; i++)
                if (words.Is(i, last) && words.First(i + 1) == ',' && !words.IsQuoted(i) && words.Tag(i + 2) is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Noun)
                    return words.Printed(Aside(new TokenRange(i, i + 1), reading.Document.Sentences[s].End));
        return "";
    }

    // ", a legal fellow with the council and a member of the coalition": up to the clause that goes on.
    private TokenRange Aside(TokenRange name, int limit)
    {
        var first = name.End;
        if (first >= limit || words.First(first) is not (',' or '(') && words.Tag(first) != UniversalTag.Adp) return default;
        if (words.First(first) is ',' or '(') first++;
        var end = first;
        while (end < limit && end - first < LongestAside && !words.IsQuotationMark(end)
            && !(words.First(end) == ',' && end + 1 < limit && words.Syntax.PennTags[end + 1] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp)) end++;
        while (end > first && words.IsMark(end - 1)) end--;
        return new TokenRange(first, end);
    }
}
