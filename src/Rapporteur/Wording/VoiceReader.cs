using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Reads the author's voice: what nobody is cited for, loaded words, cues that take a side, and the account of it all.</summary>
internal sealed class VoiceReader(LanguagePack language, ReportingWords reporting)
{
    // What is left of a sentence when the words that cite are taken away, in words: fewer are "on Tuesday", "adding".
    private const int LeastRest = 5;

    private readonly LoadedWords _loaded = new(language);
    private readonly AuthorVoice _author = new(language);
    private readonly CueStances _stances = new(language);

    /// <summary>The voice of a document.</summary>
    public Voice Read(TokenWords words, EntityIndex entities, ImmutableArray<Statement> statements, ImmutableArray<QuotedPassage> passages)
    {
        var map = new CitationMap(words, statements, passages, reporting);
        var loaded = _loaded.Find(words, entities, map);
        var own = loaded.Where(l => !l.Quoted).Select(l => words.Document.Tokens.IndexAt(l.Span.Start)).ToHashSet();
        var sentences = ImmutableArray.CreateBuilder<VoicedSentence>();
        foreach (var sentence in words.Document.Sentences) ReadSentence(words, map, sentence, own, sentences);
        return new Voice(sentences.ToImmutable(), loaded, _stances.Find(words, statements, map), VoiceAccounts.Of(words, map, sentences, statements, loaded));
    }

    private void ReadSentence(TokenWords words, CitationMap map, TokenRange sentence, HashSet<int> loaded, ImmutableArray<VoicedSentence>.Builder found)
    {
        int cited = 0, all = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (words.Document.Tokens.Kinds[i] == TokenKind.Mark) continue;
            all++;
            if (map.IsCited(i)) cited++;
        }

        if (all == 0) return;
        if (cited == 0)
        {
            var (kind, score, evidence) = _author.Of(words, sentence, loaded.Contains);
            found.Add(new VoicedSentence(words.Whole(sentence), kind, score, evidence));
            return;
        }

        found.Add(new VoicedSentence(words.Whole(sentence), VoiceKind.Cited, Math.Round((double)cited / all, 3), []));
        foreach (var rest in Rests(words, map, sentence))
        {
            var (kind, score, evidence) = _author.Of(words, rest, loaded.Contains);
            if (kind == VoiceKind.Asserted) found.Add(new VoicedSentence(words.Whole(rest), kind, score, evidence));
        }
    }

    // "— ignoring the treaty that it broke": stretches of a cited sentence that are the author's, long enough to say something.
    private static IEnumerable<TokenRange> Rests(TokenWords words, CitationMap map, TokenRange sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (map.IsCited(i)) continue;
            var (first, count) = (i, 0);
            while (i < sentence.End && !map.IsCited(i)) if (words.Document.Tokens.Kinds[i++] != TokenKind.Mark) count++;
            var end = i;
            while (first < end && words.Document.Tokens.Kinds[first] == TokenKind.Mark) first++;
            while (end > first && words.Document.Tokens.Kinds[end - 1] == TokenKind.Mark) end--;
            if (count >= LeastRest) yield return new TokenRange(first, end);
        }
    }
}
