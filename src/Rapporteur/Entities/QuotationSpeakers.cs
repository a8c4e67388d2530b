using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Who speaks in a quotation, as far as the sentence around it shows: the subject of a verb of saying beside it. Good for telling
/// what "I" and "she" mean inside; the statements of a reading say far more of who said what.
/// </summary>
internal sealed class QuotationSpeakers(ReportingWords reporting)
{
    private const int Farthest = 24;

    /// <summary>For each quotation of a document, the mention of its speaker or null.</summary>
    public MentionDraft?[] Find(Document document, DocumentSyntax syntax, MentionFinder mentions)
    {
        var speakers = new MentionDraft?[document.Quotations.Length];
        int sentence = 0, paragraph = 0, previous = -1, previousParagraph = -1;
        for (var q = 0; q < speakers.Length; q++)
        {
            if (document.Quotations[q].Depth > 0) continue;
            var words = document.Tokens.Touching(document.Quotations[q].Whole);
            if (words.Count == 0) continue;
            while (document.Sentences[sentence].End <= words.First) sentence++;
            while (document.Paragraphs[paragraph].End <= words.First) paragraph++;
            var last = sentence;
            while (last + 1 < document.Sentences.Length && document.Sentences[last].End < words.End) last++;
            speakers[q] = After(document, syntax, mentions, words.End, Math.Min(document.Sentences[last].End, words.End + Farthest))
                ?? Before(document, syntax, mentions, words.First, Math.Max(document.Sentences[sentence].First, words.First - Farthest));
            if (speakers[q] is null && previous >= 0 && (previousParagraph == paragraph || document.Quotations[q].Continues)) speakers[q] = speakers[previous];
            (previous, previousParagraph) = (q, paragraph);
        }

        return speakers;
    }

    private MentionDraft? After(Document document, DocumentSyntax syntax, MentionFinder mentions, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (SubjectOf(document, syntax, mentions, i) is { } subject) return subject;
        return null;
    }

    private MentionDraft? Before(Document document, DocumentSyntax syntax, MentionFinder mentions, int end, int first)
    {
        for (var i = end - 1; i >= first; i--)
            if (SubjectOf(document, syntax, mentions, i) is { } subject) return subject;
        return null;
    }

    private MentionDraft? SubjectOf(Document document, DocumentSyntax syntax, MentionFinder mentions, int verb)
    {
        if (syntax.UniversalTags[verb] != UniversalTag.Verb || reporting.ClassOf(document.Tokens[verb].In(document.Text)) is ReportingClass.None or ReportingClass.Noun) return null;
        var subject = syntax.Child(verb, Relation.Nsubj);
        return subject >= 0 && mentions.At(subject) is { Quotation: < 0 } mention ? mention : null;
    }
}
