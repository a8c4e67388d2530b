using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Statements;

/// <summary>Reads where, when and in what a statement was made, from the words of its sentences that are not its content.</summary>
internal sealed class SettingReader(Words words, ImmutableArray<TimeExpression> times)
{
    private const int Reach = 14;
    private const int Opening = 8;
    private const int LongestClause = 40;

    /// <summary>Sets what the words around the cue of <paramref name="draft"/> say.</summary>
    public void Read(Draft draft)
    {
        if (draft.Cue.Count == 0) return;
        var sentence = words.Document.Sentences[Words.IndexOf(words.Document.Sentences.AsSpan(), draft.Cue.First)];
        for (var i = draft.Cue.First; i < draft.Cue.End; i++)
            if (draft.Medium is null && words.IsWord(i) && words.Tag(i) == UniversalTag.Verb && words.Lexicon.MediumOfVerb(words[i]) is { } verb)
                draft.Medium = new Medium(verb.Name, [words.Document.Tokens[i]]);

        var opening = AfterOpeningClause(sentence);

        // From the cue outwards, so that the nearest counts.
        for (var step = 0; step < Reach; step++)
        {
            Look(draft, draft.Cue.First + step, sentence, opening);
            if (step > 0) Look(draft, draft.Cue.First - step, sentence, opening);
        }

        LookAhead(draft, sentence, opening);
    }

    // The first words of the sentence are read even where a long name stands between: "In a statement on Monday, ...".
    private void LookAhead(Draft draft, TokenRange sentence, int opening)
    {
        for (var i = sentence.First; i < sentence.First + Opening; i++) Look(draft, i, sentence, opening);
    }

    // "Addressing his remarks in Jakarta on Monday, Roe said": the day and the place are those of the remarks.
    private int AfterOpeningClause(TokenRange sentence)
    {
        if (words.Syntax.PennTags[sentence.First] is not (PennTag.Vbg or PennTag.Vbn)) return sentence.First;
        for (var i = sentence.First + 1; i < sentence.End && i < sentence.First + LongestClause; i++)
            if (words.First(i) == ',') return i;
        return sentence.First;
    }

    private void Look(Draft draft, int i, TokenRange sentence, int opening)
    {
        if (i < sentence.First || i >= sentence.End || i < opening || draft.Covers(words.Document.Tokens.Starts[i]) || words.IsQuoted(i)) return;
        if (draft.SaidOn is null && TimeAt(i) is { Day: { } day } time) draft.SaidOn = new SaidOn(day, [time.Span]);
        if (draft.Medium is null && MediumAt(i) is { } medium) draft.Medium = medium;
        if (draft.Place is null && PlaceAt(i) is { Count: > 0 } place) draft.Place = words.Cite(place);
    }

    // The time expression that covers a token.
    private TimeExpression? TimeAt(int i)
    {
        var position = words.Document.Tokens.Starts[i];
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].Span.End > position) high = middle; else low = middle + 1;
        }

        return low < times.Length && times[low].Span.Contains(position) ? times[low] : null;
    }

    // "in a statement", "at a regular news briefing", "told a press conference", "on state radio", "wrote on Instagram".
    private Medium? MediumAt(int i)
    {
        if (!words.IsWord(i)) return null;
        var pair = i + 1 < words.Count && words.IsNextTo(i) ? words.Lexicon.MediumOf(words.Document.Text.AsSpan(words.Document.Tokens.Starts[i], words.Document.Tokens[i + 1].End - words.Document.Tokens.Starts[i])) : null;
        if (pair is null && i > 0 && words.IsNextTo(i - 1) && words.IsWord(i - 1)
            && words.Lexicon.MediumOf(words.Document.Text.AsSpan(words.Document.Tokens.Starts[i - 1], words.Document.Tokens[i].End - words.Document.Tokens.Starts[i - 1])) is not null) return null;
        var medium = pair ?? words.Lexicon.MediumOf(words[i]);
        if (medium is null || words.Tag(i) is UniversalTag.Verb) return null;
        if (medium.Voice == MediumVoice.Place && !words.IsCapitalised(i) && pair is null && words[i].Length < 4) return null;
        if (!IsIntroduced(i)) return null;
        return new Medium(medium.Name, [words.Where(new TokenRange(i, i + (pair is null ? 1 : 2)))]);
    }

    // Back over the noun phrase to a preposition, or to the verb that it is the object of ("told a news conference").
    private bool IsIntroduced(int i)
    {
        for (var k = i - 1; k >= 0 && i - k <= 6; k--)
        {
            if (words.Tag(k) == UniversalTag.Adp) return words.Lexicon.LeadsToMedium(words[k]);
            if (words.IsWord(k) && words.Lexicon.Addresses(words[k])) return true;
            if (words.Tag(k) is not (UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num or UniversalTag.Pron or UniversalTag.Part or UniversalTag.Adv)) return false;
        }

        return false;
    }

    // "told reporters in the capital", "In Vienna, ... said".
    private TokenRange PlaceAt(int i)
    {
        if (!words.Lexicon.LeadsToPlace(words[i]) || words.Tag(i) != UniversalTag.Adp) return default;
        var end = i + 1;
        if (words.Tag(end) == UniversalTag.Det) return default;
        while (end < words.Count && words.IsCapitalised(end) && words.IsNextTo(end - 1)) end++;
        if (end == i + 1 || words.Lexicon.MediumOf(words[i + 1]) is not null || TimeAt(i + 1) is not null) return default;
        return new TokenRange(i + 1, end);
    }
}
