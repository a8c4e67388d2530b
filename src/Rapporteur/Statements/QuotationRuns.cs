using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Gives quotations that nobody is said to speak to the one who has the word: "X said the following:" governs the quotations that
/// follow, a paragraph that is one quotation goes on with the speaker of the paragraph before, and a quotation beside an attributed
/// one is the same speaker's. A paragraph of the outlet's own ends the run.
/// </summary>
internal sealed class QuotationRuns(Words words)
{
    private const int LongestSubject = 12;

    private Draft? _governor;
    private bool _inRun;

    /// <summary>Sets the governors of <paramref name="drafts"/>, in the order of the text; adds a draft for each opener that has none.</summary>
    public void Read(List<Draft> drafts)
    {
        var next = 0;
        var openers = new List<Draft>();
        foreach (var paragraph in words.Document.Paragraphs)
        {
            var first = next;
            var end = words.Document.Tokens[paragraph.End - 1].End;
            while (next < drafts.Count && drafts[next].Content[0].Start < end) next++;
            ReadParagraph(paragraph, Own(drafts, first, next), openers);
        }

        // Only those that govern a quotation open a run.
        var governors = drafts.Select(d => d.Governor).ToHashSet();
        drafts.AddRange(openers.Where(governors.Contains));
        drafts.Sort((a, b) => a.Content[0].Start.CompareTo(b.Content[0].Start));
    }

    // What a quotation reports that stands alone ("... the president stressed that ...") says nothing of who speaks the quotation.
    private static List<Draft> Own(List<Draft> drafts, int first, int end)
    {
        var own = new List<Draft>();
        var quotedTo = 0;
        for (var d = first; d < end; d++)
        {
            if (drafts[d].CueSpans.Length > 0 && drafts[d].CueSpans[0].Start < quotedTo && drafts[d].Content[0].Start < quotedTo) continue;
            own.Add(drafts[d]);
            if (drafts[d].SourceSpans.Length == 0) quotedTo = Math.Max(quotedTo, drafts[d].Extent.End);
        }

        return own;
    }

    private void ReadParagraph(TokenRange paragraph, List<Draft> drafts, List<Draft> openers)
    {
        if (_inRun && IsMostlyQuoted(paragraph) && !drafts.Any(Says))
        {
            foreach (var draft in drafts) Govern(draft, _governor);
            return;
        }

        var loose = drafts.Where(d => d.SourceSpans.Length == 0).ToList();
        var said = drafts.Where(d => d.SourceSpans.Length > 0).ToList();
        foreach (var draft in loose) GovernInParagraph(draft, said, paragraph, openers);
        var opensQuoted = words.IsQuoted(paragraph.First + (words.IsQuotationMark(paragraph.First) ? 1 : 0));
        if (said.Count == 0 && loose.Count > 0 && opensQuoted && _governor is not null)
        {
            foreach (var draft in loose.Where(d => d.Governor is null)) draft.Governor = _governor;
            _inRun = true;
            return;
        }

        _governor = LastSpeaker(paragraph, drafts, openers, out _inRun);
    }

    // A quotation beside another: the nearest attributed one before it in the paragraph, else one introduced by a colon, else the next.
    private void GovernInParagraph(Draft draft, List<Draft> said, TokenRange paragraph, List<Draft> openers)
    {
        var start = words.Document.Tokens.IndexAt(draft.Content[0].Start);
        var opener = Introduction(paragraph, start, openers);
        draft.Governor = opener
            ?? said.LastOrDefault(d => d.Extent.Start < draft.Content[0].Start && !d.Covers(draft.Content[0].Start))
            ?? (start == paragraph.First ? said.FirstOrDefault() : null);
    }

    // "Ms Begum, on Thursday: '...'": the subject of the words between the last stop and the colon.
    private Draft? Introduction(TokenRange paragraph, int quotation, List<Draft> openers)
    {
        var colon = quotation - 1;
        if (colon <= paragraph.First) return null;
        if (words.First(colon) != ':') return Predicated(paragraph, quotation, openers);
        var first = colon;
        while (first > paragraph.First && !EndsClause(first - 1)) first--;
        return Opener(new TokenRange(first, colon), openers);
    }

    // "The embassy document also 'expressed concern over ...'": what is quoted is all that the sentence says of its subject.
    private Draft? Predicated(TokenRange paragraph, int quotation, List<Draft> openers)
    {
        var first = quotation;
        while (first > paragraph.First && quotation - first < LongestSubject && !EndsClause(first - 1)) first--;
        if (first == quotation || quotation - first == LongestSubject || !words.IsQuoted(quotation + 1) || words.Tag(quotation + 1) is not (UniversalTag.Verb or UniversalTag.Aux)) return null;
        var subject = new TokenRange(first, quotation);
        for (var i = first; i < quotation; i++)
            if (words.IsMark(i) || words.Tag(i) is UniversalTag.Verb or UniversalTag.Aux) return null;
        return Speaks(subject) ? Opener(subject, subject, openers) : null;
    }

    private Draft? LastSpeaker(TokenRange paragraph, List<Draft> drafts, List<Draft> openers, out bool opens)
    {
        var sentence = words.Document.Sentences[Words.IndexOf(words.Document.Sentences.AsSpan(), paragraph.End - 1)];
        opens = words.First(paragraph.End - 1) == ':';
        var start = words.Document.Tokens.Starts[sentence.First];
        var last = drafts.LastOrDefault(d => d.SourceSpans.Length > 0 && d.Extent.End > start) ?? drafts.LastOrDefault(d => d.Governor is not null && d.Extent.End > start)?.Governor;
        if (last is not null) return last;
        return Opener(sentence, openers);
    }

    // Who a sentence without a content of its own is about: the subject of its main verb, or the name that it begins with.
    private Draft? Opener(TokenRange sentence, List<Draft> openers)
    {
        var subject = Subject(sentence);
        return subject.Count == 0 ? null : Opener(sentence, subject, openers);
    }

    private Draft Opener(TokenRange sentence, TokenRange subject, List<Draft> openers)
    {
        var cue = new TokenRange(Math.Min(subject.End, sentence.End - 1), sentence.End);
        var opener = new Draft
        {
            Source = subject, SourceSpans = [words.Where(subject)], Cue = cue, CueSpans = [words.Where(cue)],
            Content = [words.Where(new TokenRange(sentence.End - 1, sentence.End))], IsOpener = true,
        };
        openers.Add(opener);
        return opener;
    }

    private TokenRange Subject(TokenRange sentence)
    {
        var syntax = words.Syntax;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (syntax.Relations[i] is not (Relation.Nsubj or Relation.NsubjPass)) continue;
            if (syntax.Heads[i] is var head && (head < sentence.First || head >= sentence.End || syntax.Relations[head] is Relation.AclRelcl or Relation.Advcl)) continue;
            var range = syntax.Subtree(i);
            var clipped = new TokenRange(Math.Max(range.First, sentence.First), Math.Min(range.End, sentence.End));
            return Speaks(clipped) ? clipped : default;
        }

        var end = sentence.First;
        while (end < sentence.End && words.IsWord(end) && (words.IsCapitalised(end) || words.Tag(end) is UniversalTag.Noun or UniversalTag.Det or UniversalTag.Adp or UniversalTag.Propn)) end++;
        var start = new TokenRange(sentence.First, end);
        return Speaks(start) ? start : default;
    }

    private bool Speaks(TokenRange subject)
    {
        for (var i = subject.First; i < subject.End; i++)
            if (words.IsCapitalised(i) && i > subject.First || words.IsPronoun(i) || words.Lexicon.NounOf(words[i]) is not (SourceNoun.None or SourceNoun.Indefinite)
                || words.Tag(i) == UniversalTag.Propn) return true;
        return false;
    }

    // An attribution with a word that reports in its cue; in a run the reader of attributions at times takes any word for one.
    private bool Says(Draft draft)
    {
        if (draft.SourceSpans.Length == 0) return false;
        for (var i = draft.Cue.First; i < draft.Cue.End; i++)
            if (words.Reports(i) is not (ReportingClass.None or ReportingClass.Noun)) return true;
        return false;
    }

    private static void Govern(Draft draft, Draft? governor)
    {
        draft.Source = default;
        draft.SourceSpans = [];
        draft.Cue = default;
        draft.CueSpans = [];
        draft.Governor = governor;
    }

    private bool IsMostlyQuoted(TokenRange paragraph)
    {
        int quoted = 0, all = 0;
        for (var i = paragraph.First; i < paragraph.End; i++)
        {
            if (words.IsMark(i)) continue;
            all++;
            if (words.IsQuoted(i)) quoted++;
        }

        return quoted * 3 >= all * 2;
    }

    private bool EndsClause(int i) => words.IsMark(i) && words.First(i) is '.' or '!' or '?' or ';' or '”' or '"' or '’' or '\'';
}
