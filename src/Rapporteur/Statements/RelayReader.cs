using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Tells those who pass a statement on from those who make it: "According to Tass, a statement from the office stressed ...",
/// "Interfax quoted the deputy minister as saying ...", "he told the daily Le Soir". What an outlet reports of another's words
/// becomes the other's statement, relayed; what it reports itself stays its own.
/// </summary>
internal sealed class RelayReader(Words words, Names names, string? ownOutlet)
{
    // How far from the ends of its sentence or content the words that ascribe a statement begin.
    private const int Near = 6;

    private readonly HashSet<string> _introduced = Introduced(words);

    // The outlet named last, for "the agency", "the station".
    private TokenRange _lastNamed;

    /// <summary>Moves relays out of the sources of <paramref name="drafts"/>, which are in the order of the text; drops those that only pass on.</summary>
    public void Read(List<Draft> drafts)
    {
        for (var k = 0; k < drafts.Count; k++)
        {
            var draft = drafts[k];
            if (draft.Source.Count == 0) continue;
            ReadAddressee(draft);
            ReadPassive(draft);
            ReadAccording(draft);
            var outlets = Outlets(draft.Source, out var cited);
            if (outlets.Count == 0 && IsBody(draft.Source) && HasWord(draft.Cue, words.Lexicon.Ascribes) && SaysInside(draft)) outlets.Add(_lastNamed = draft.Source);
            if (outlets.Count == 0) continue;
            if (cited.Count > 0) draft.Source = cited;
            else if (Embedded(drafts, k) is { } inner)
            {
                AddTo(inner, outlets);
                drafts.RemoveAt(k--);
                continue;
            }
            else if (!ReadQuoted(draft) && !Unwrap(draft)) continue;
            AddTo(draft, outlets);
        }
    }

    // "Mohan was quoted by the agency Ostpress as saying": the subject speaks, and who quotes passes it on.
    private void ReadPassive(Draft draft)
    {
        for (var verb = draft.Cue.First; verb < draft.Cue.End; verb++)
        {
            if (words.Syntax.PennTags[verb] != PennTag.Vbn || !words.Lexicon.Cites(words[verb]) || draft.Source.First < verb) continue;
            var subject = words.Syntax.Child(verb, Relation.NsubjPass);
            if (subject < 0 || subject > verb) continue;
            var speaker = words.Syntax.Subtree(subject);
            speaker = new TokenRange(speaker.First, Math.Min(speaker.End, verb));
            while (speaker.Count > 1 && words.IsMark(speaker.End - 1)) speaker = new TokenRange(speaker.First, speaker.End - 1);
            var where = words.Where(speaker);
            var content = draft.Content.Where(span => span.End <= where.Start || span.Start >= where.End).ToImmutableArray();
            if (content.IsEmpty) continue;
            var outlet = OutletAt(draft.Source.First).Name;
            AddTo(draft, [outlet.Count > 0 ? outlet : draft.Source]);
            (draft.Source, draft.SourceSpans, draft.Content) = (speaker, [where], content);
            return;
        }
    }

    // "told the newspaper Dagsposten"; the article's own outlet passes nothing on.
    private void ReadAddressee(Draft draft)
    {
        if (draft.Cue.Count == 0) return;
        var i = draft.Cue.First;
        while (i < draft.Cue.End && words.Reports(i) == ReportingClass.None) i++;
        if (i >= draft.Cue.End || !words.Lexicon.Addresses(words[i])) return;
        var (name, _) = OutletAt(i + 1);
        if (name.Count > 0 && !IsOwn(name)) draft.Relays.Add(name);
    }

    // "According to Ostpress, a letter from the service proposed ...": beside the statement, at either end of its sentence.
    private void ReadAccording(Draft draft)
    {
        var sentence = words.Document.Sentences[Words.IndexOf(words.Document.Sentences.AsSpan(), draft.Source.First)];
        var after = words.Document.Tokens.IndexAt(draft.Extent.End);
        for (var i = sentence.First; i < sentence.End - 2; i++)
        {
            if (i == sentence.First + Near) i = Math.Max(i, Math.Min(after, sentence.End));
            if (i > after + Near) return;
            if (i >= sentence.End - 2) return;
            if (!words.Lexicon.Ascribes(words[i]) || words.IsQuoted(i) || words.Tag(i + 1) != UniversalTag.Adp) continue;
            var first = i + 2;
            if (draft.Source.First <= first && first < draft.Source.End) continue;
            var phrase = new TokenRange(first, PhraseEnd(first, sentence.End));
            if (Outlets(phrase, out _) is { Count: > 0 } outlets) AddTo(draft, outlets);
            else if (words.Printed(draft.Source) != words.Printed(phrase) && IsBody(phrase)) AddTo(draft, [_lastNamed = phrase]);
        }
    }

    // "According to Ostpress, a letter from the service proposed ...": the content is what another says, by a text or by name.
    private bool SaysInside(Draft draft)
    {
        if (draft.Content.Length != 1) return false;
        var content = words.Document.Tokens.Touching(draft.Content[0]);
        var verb = Reporting(content);
        for (var i = content.First; i < verb; i++)
            if (words.Lexicon.MediumOf(words[i]) is { Voice: MediumVoice.Author } || names.AtEnd(new TokenRange(content.First, i + 1)).Count > 1) return true;
        return false;
    }

    private bool HasWord(TokenRange range, Func<ReadOnlySpan<char>, bool> fits)
    {
        for (var i = range.First; i < range.End; i++)
            if (fits(words[i])) return true;
        return false;
    }

    // Whoever is said to be the ground of another's statement passes it on, unless it is a person.
    private bool IsBody(TokenRange phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (!words.IsCapitalised(i)) return false;
        return phrase.Count == 1 && names.Fullest(phrase).Count == 1;
    }

    // One outlet may be named twice for one statement: "..., according to Morgen" after "Morgen quoted her".
    private void AddTo(Draft draft, List<TokenRange> outlets)
    {
        foreach (var outlet in outlets)
            if (!draft.Relays.Exists(known => words.Printed(known) == words.Printed(outlet))) draft.Relays.Add(outlet);
    }

    private int PhraseEnd(int first, int limit)
    {
        var end = first;
        while (end < limit && !words.IsMark(end)) end++;
        return end;
    }

    // The outlets that a source consists of: "Interfax, quoting BNS" passes on from BNS to Interfax.
    private List<TokenRange> Outlets(TokenRange source, out TokenRange cited)
    {
        var outlets = new List<TokenRange>();
        cited = default;
        var first = source.First;
        while (first < source.End && (words.IsMark(first) || words.Tag(first) is UniversalTag.Adp or UniversalTag.Verb)) first++;
        var (outlet, after) = OutletAt(first);
        if (outlet.Count == 0) (outlet, after) = CitingName(first, source.End);
        if (outlet.Count == 0 || after > source.End) return outlets;
        for (var i = after; i < source.End; i++)
            if (words.IsWord(i) && !words.IsMark(i - 1) && !IsOutletWord(i) && words.Tag(i) is not (UniversalTag.Adv or UniversalTag.Adp or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) && !words.Lexicon.Cites(words[i])) return outlets;
        outlets.Add(outlet);
        ReadCited(after, outlets, ref cited);
        return outlets;
    }

    // A name that cites an outlet is one: "RTN, which cited the daily Morgen".
    private (TokenRange Name, int After) CitingName(int first, int limit)
    {
        var end = first;
        while (end < limit && words.IsCapitalised(end)) end++;
        if (end == first) return default;
        for (var i = end; i < end + 3 && i < words.Count - 1; i++)
            if (words.IsWord(i) && words.Lexicon.Cites(words[i]) && OutletAt(i + 1).Name.Count > 0) return (new TokenRange(first, end), end);
        return default;
    }

    // After an outlet: "which cited the daily Morgen", "quoting BNS", "citing a source familiar with the vote".
    private void ReadCited(int after, List<TokenRange> outlets, ref TokenRange cited)
    {
        var end = Math.Min(after + 8, words.Count);
        for (var i = after; i < end; i++)
        {
            if (!words.IsWord(i) || !words.Lexicon.Cites(words[i])) continue;
            if (words.Syntax.PennTags[i] == PennTag.Vbd && !words.IsPronoun(i - 1)) return;
            var (next, _) = OutletAt(i + 1);
            if (next.Count > 0) outlets.Insert(0, next);
            else
            {
                var close = i + 1;
                while (close < words.Count && !words.IsMark(close)) close++;
                if (close > i + 1 && IsHuman(new TokenRange(i + 1, close))) cited = new TokenRange(i + 1, close);
            }

            return;
        }
    }

    private bool IsHuman(TokenRange phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (words.Lexicon.NounOf(words[i]) is SourceNoun.Person or SourceNoun.Group) return true;
        return false;
    }

    // The statement inside the content that another attribution already found; it must take in most of the content.
    private static Draft? Embedded(List<Draft> drafts, int k)
    {
        var outer = drafts[k].Extent;
        for (var j = k + 1; j < drafts.Count && drafts[j].Extent.Start < outer.End; j++)
            if (outer.Contains(drafts[j].Extent) && drafts[j].SourceSpans.Length > 0) return drafts[j];
        for (var j = k - 1; j >= 0 && drafts[j].Extent.End > outer.Start; j--)
            if (outer.Contains(drafts[j].Extent) && drafts[j].SourceSpans.Length > 0) return drafts[j];
        return null;
    }

    // "Interfax quoted the deputy minister as saying ...", where only the last words were taken for the cue.
    private bool ReadQuoted(Draft draft)
    {
        if (draft.Cue.Count == 0) return false;
        for (var i = draft.Source.End; i < draft.Source.End + Near && i < draft.Cue.First; i++)
        {
            if (!words.IsWord(i) || !words.Lexicon.Cites(words[i])) continue;
            var end = draft.Cue.First;
            while (end > i + 1 && (words.Tag(end - 1) is UniversalTag.Adp or UniversalTag.Sconj)) end--;
            var speaker = new TokenRange(i + 1, end);
            if (speaker.Count == 0 || words.Tag(speaker.First) == UniversalTag.Sconj) return false;
            draft.Source = speaker;
            draft.SourceSpans = [words.Where(speaker)];
            return true;
        }

        return false;
    }

    // "the deputy minister as saying that ...", "a statement from the office stressed ...", "'...,' Aune said".
    private bool Unwrap(Draft draft)
    {
        if (draft.Content.Length != 1) return false;
        var content = words.Document.Tokens.Touching(draft.Content[0]);
        var verb = Reporting(content);
        if (verb < 0) return false;
        var end = verb;
        if (words.Is(end - 1, "as")) end--;
        var first = end;
        var start = AfterCiting(content);
        while (first > start && !words.IsMark(first - 1)) first--;
        var speaker = new TokenRange(first, end);
        if (speaker.Count == 0) return false;
        var rest = verb + 1;
        if (rest < content.End && words.Is(rest, "that")) rest++;
        while (rest < content.End && words.First(rest) is ',' or ':') rest++;
        var said = rest < content.End - 1 && first == start ? new TokenRange(rest, content.End)
            : first > start + 1 ? new TokenRange(start, first) : default;
        if (said.Count == 0) return false;
        draft.Source = speaker;
        draft.SourceSpans = [words.Where(speaker)];
        draft.Content = [words.Where(said)];
        draft.CueSpans = [.. draft.CueSpans.Append(words.Where(new TokenRange(end, verb + 1))).Order()];
        return true;
    }

    // Where the content begins after "which cited the daily Morgen,".
    private int AfterCiting(TokenRange content)
    {
        for (var i = content.First; i < content.First + 2 && i < content.End; i++)
        {
            if (!words.IsWord(i) || !words.Lexicon.Cites(words[i])) continue;
            while (i < content.End && words.First(i) != ',') i++;
            return i < content.End - 1 ? i + 1 : content.First;
        }

        return content.First;
    }

    // The first verb of the content, outside quotation marks, that says something was said, and has a subject before it.
    private int Reporting(TokenRange content)
    {
        for (var i = AfterCiting(content) + 1; i < content.End; i++)
        {
            if (words.Tag(i) != UniversalTag.Verb || words.Reports(i) is ReportingClass.None or ReportingClass.Noun) continue;
            if (words.IsQuoted(i) || words.Tag(i - 1) is UniversalTag.Part or UniversalTag.Adp or UniversalTag.Det) continue;
            return i;
        }

        return -1;
    }

    /// <summary>The name of an outlet that begins at <paramref name="i"/>, after words that introduce it; empty where there is none.</summary>
    private (TokenRange Name, int After) OutletAt(int i)
    {
        var first = i;
        while (first < words.Count && (words.Tag(first) == UniversalTag.Det || words.IsWord(first) && char.IsLower(words.First(first)) && first < i + 4
            && words.Tag(first) is UniversalTag.Adj or UniversalTag.Noun)) first++;
        var end = first;
        while (end < words.Count && words.IsCapitalised(end) && (end == first || words.IsNextTo(end - 1))) end++;
        var name = new TokenRange(first, end);
        if (name.Count > 0)
        {
            var known = IsOutletName(name) || (first > i && words.Lexicon.IsOutletNoun(words[first - 1])) || (end < words.Count && words.IsOutletNounAfter(end));
            if (known) _lastNamed = name;
            return known ? (name, end) : default;
        }

        return first > i && words.Lexicon.IsOutletNoun(words[first - 1]) && words.Tag(i) == UniversalTag.Det && _lastNamed.Count > 0 ? (_lastNamed, first) : default;
    }

    private bool IsOutletName(TokenRange name) =>
        words.Lexicon.IsKnownOutlet(words.Printed(name)) || _introduced.Contains(words.Printed(name))
        || (name.Count > 1 && (IsOutletWord(name.End - 1) || IsOutletWord(name.First)));

    private bool IsOutletWord(int i) => words.IsCapitalised(i) && words.Lexicon.IsOutletPart(words[i]);

    private bool IsOwn(TokenRange name)
    {
        if (ownOutlet is null) return false;
        for (var i = name.First; i < name.End; i++)
            if (!ownOutlet.Contains(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    // Names that the article itself says are outlets: "Ostpress, the state news agency", "the daily Morgen".
    private static HashSet<string> Introduced(Words words)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
        {
            if (!words.IsWord(i) || !char.IsLower(words.First(i)) || !words.Lexicon.IsOutletNoun(words[i])) continue;
            var end = i + 1;
            while (end < words.Count && words.IsCapitalised(end) && words.IsNextTo(end - 1)) end++;
            if (end > i + 1) names.Add(words.Printed(new TokenRange(i + 1, end)));
            var first = i;
            while (first > 0 && i - first < 5 && words.IsWord(first - 1) && !words.IsCapitalised(first - 1)) first--;
            if (first > 1 && words.First(first - 1) == ',' && words.Tag(first) == UniversalTag.Det) first--;
            var last = first;
            while (first > 0 && words.IsCapitalised(first - 1)) first--;
            if (first < last && (words.First(last) == ',' || last == i || char.IsLower(words.First(last)) && last > i - 2)) names.Add(words.Printed(new TokenRange(first, last)));
        }

        return names;
    }
}
