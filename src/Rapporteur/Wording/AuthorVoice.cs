using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>What a word of stance shows; the pack's list says what each class means.</summary>
internal enum StanceWords { Opener, Absolute, Ought, Judge, Figure, Wonder, Motive, Mild, Fact }

/// <summary>
/// Tells what an author asserts or judges from what he relates, in words that nobody is cited for. Hints are added up: openers,
/// absolutes, duty, judging and loaded words, turns of speech, questions to nobody, negation and the timeless present speak for an
/// assertion; days, figures, and a happening in the past speak against it. Precision before recall: without a hint it is a report.
/// </summary>
internal sealed class AuthorVoice(LanguagePack language)
{
    private const double Threshold = 0.85;
    private const int MostEvidence = 8;

    private readonly PhraseTable<StanceWords> _table = new(PhraseTable<StanceWords>.Classed(language.List("stance"))
        .GroupBy(p => p.Phrase).Select(g => (g.Key, Enum.Parse<StanceWords>(g.First().Class, ignoreCase: true))));

    /// <summary>The voice of a stretch of one sentence.</summary>
    /// <param name="words">The document's words.</param>
    /// <param name="range">The tokens that are the author's own.</param>
    /// <param name="loaded">For each token, whether it begins a loaded word of the author's.</param>
    public (VoiceKind Kind, double Score, ImmutableArray<Span> Evidence) Of(TokenWords words, TokenRange range, Func<int, bool> loaded)
    {
        double weight = 0;
        var evidence = new List<TokenRange>();
        for (var i = range.First; i < range.End; i++)
        {
            if (loaded(i)) Add(new TokenRange(i, i + 1), 0.5);
            if (!_table.TryMatch(words, i, range.End, out var length, out var stance)) continue;
            var matched = new TokenRange(i, i + length);
            if (stance == StanceWords.Fact) weight -= 0.35;
            else Add(matched, WeightOf(stance, words, range, matched));
            i += length - 1;
        }

        weight += ByGrammar(words, range, evidence);
        var score = Math.Round(1 / (1 + Math.Exp(-3 * Math.Abs(weight - Threshold))), 3);
        return weight >= Threshold
            ? (VoiceKind.Asserted, score, [.. evidence.Take(MostEvidence).Select(words.Whole).Distinct().Order()])
            : (VoiceKind.Reported, score, []);

        void Add(TokenRange matched, double value)
        {
            if (value <= 0) return;
            weight += value;
            evidence.Add(matched);
        }
    }

    private static double WeightOf(StanceWords stance, TokenWords words, TokenRange range, TokenRange matched) => stance switch
    {
        StanceWords.Opener => matched.First - range.First <= 2 || matched.Count > 2 ? 1.0 : 0.5,
        StanceWords.Wonder => 1.0,
        StanceWords.Ought => 0.7,
        StanceWords.Judge => matched.Count > 1 ? 0.8 : 0.6,
        StanceWords.Figure => 0.6,
        StanceWords.Motive => matched.Count > 1 ? 0.6 : 0.4,
        StanceWords.Absolute => matched.Count > 1 || words.Is(matched.First, "never") ? 0.6 : 0.35,
        StanceWords.Mild => 0.3,
        _ => 0,
    };

    private static double ByGrammar(TokenWords words, TokenRange range, List<TokenRange> evidence)
    {
        double weight = 0;
        bool past = false, present = false, negated = false, figures = false, copula = false, future = false, own = false;
        for (var i = range.First; i < range.End; i++)
        {
            var penn = words.Penn(i);
            past |= penn == PennTag.Vbd;
            present |= penn is PennTag.Vbz or PennTag.Vbp;
            copula |= words.Syntax.Relations[i] == Relation.Cop && penn is PennTag.Vbz or PennTag.Vbp;
            future |= words.Form(i) is "will" or "'ll";
            negated |= words.Form(i) is "not" or "n't" or "cannot";
            figures |= words.Document.Tokens.Kinds[i] == TokenKind.Number || words.Tag(i) == UniversalTag.Num;
            own |= words.Tag(i) == UniversalTag.Pron && words.Form(i) is "we" or "us" or "our" or "you" or "your";
        }

        if (words.Form(range.End - 1)[0] is '?' or '!') { weight += 0.6; evidence.Add(new TokenRange(range.End - 1, range.End)); }
        if (present && !past) weight += 0.3;
        if (copula && !past) weight += 0.25;
        if (negated) weight += 0.3;
        if (future && !figures) weight += 0.25;
        if (own) weight += 0.4;
        if (figures) weight -= 0.4;
        if (past && !present) weight -= 0.25;
        return weight;
    }
}
