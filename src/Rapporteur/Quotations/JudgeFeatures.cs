using Rapporteur.Languages;
using Rapporteur.Learning;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Quotations;

/// <summary>The features by which a whole attribution is judged: does it look like one that people would mark?</summary>
internal static class JudgeFeatures
{
    /// <summary>The most features that an attribution has.</summary>
    public const int Most = 64;

    /// <summary>Writes the features of an attribution; returns how many there are.</summary>
    public static int Extract(TokenAttributes a, RoleReading roles, in ArgumentFeatures.CueWords words, IReadOnlyList<ArgumentReading> all, int number, Span<uint> features)
    {
        var found = all[number];
        var cue = found.Cue.Tokens;
        var probability = (uint)(found.Cue.Probability * 20);
        var path = (uint)Math.Clamp(-found.LogProbability * 2, 0, 12);
        var content = found.Content;
        var source = found.Source;
        var contentLength = RoleFeatures.Distance(content.Count) + (content.Count > 40 ? 1u : 0);
        uint fragments = 0;
        float contentMean = 0, roleMean = 0;
        uint quoted = 0;
        for (var k = 0; k < content.Count; k++)
        {
            if (k == 0 || content[k].Token != content[k - 1].Token + 1) fragments++;
            contentMean += content[k].Probability;
            roleMean += roles.Content(content[k].Token, content[k].Token < cue.First);
            if (a.Quote[content[k].Token] is QuoteState.Begins or QuoteState.Inside or QuoteState.Ends) quoted++;
        }

        var kind = content.Count == 0 ? 3u : quoted == 0 ? 0 : quoted + 2 * fragments >= content.Count ? 2u : 1u;
        var before = content.Count > 0 && content[0].Token < cue.First;
        var after = content.Count > 0 && content[^1].Token >= cue.End;
        var sourceSide = source.Count == 0 ? 0u : source[0].Token < cue.First ? 1u : 2u;
        var sourceGap = source.Count == 0 ? 99
            : sourceSide == 1 ? RoleFeatures.Distance(cue.First - source[^1].Token) : RoleFeatures.Distance(source[0].Token - cue.End + 1);
        var contentGap = !after ? (before ? 98u : 99u) : RoleFeatures.Distance(FirstAfter(content, cue.End) - cue.End);
        var pattern = Mix(sourceSide, before ? 1u : 0, after ? 1u : 0);
        var mean = (uint)(content.Count == 0 ? 20 : contentMean / content.Count * 12);
        var rolesMean = (uint)(content.Count == 0 ? 20 : roleMean / content.Count * 12);
        uint sourceWord = source.Count == 0 ? 0 : a.Word[source[^1].Token];
        uint sourceShape = source.Count == 0 ? 0 : a.Shape[source[^1].Token];
        float sourceMean = 0;
        foreach (var s in source) sourceMean += s.Probability;
        var sourceLevel = (uint)(source.Count == 0 ? 20 : sourceMean / source.Count * 8);

        var n = 0;
        features[n++] = Mix(1, probability);
        features[n++] = Mix(2, path);
        features[n++] = Mix(3, path, probability);
        features[n++] = Mix(4, words.All);
        features[n++] = Mix(5, words.Head);
        features[n++] = Mix(6, words.Class, probability / 2);
        features[n++] = Mix(7, pattern, probability / 2);
        features[n++] = Mix(8, pattern, words.Head);
        features[n++] = Mix(9, contentLength, kind);
        features[n++] = Mix(10, contentLength, words.Head);
        features[n++] = Mix(11, mean);
        features[n++] = Mix(12, mean, kind, contentLength);
        features[n++] = Mix(13, rolesMean);
        features[n++] = Mix(14, rolesMean, probability / 2, mean);
        features[n++] = Mix(15, kind, pattern);
        features[n++] = Mix(16, fragments, kind);
        features[n++] = Mix(17, words.After, words.Head);
        features[n++] = Mix(18, words.Before, words.Head);
        features[n++] = Mix(19, words.After, contentGap);
        features[n++] = Mix(20, contentGap, pattern);
        features[n++] = Mix(21, sourceGap, sourceSide);
        features[n++] = Mix(22, sourceWord);
        features[n++] = Mix(23, sourceShape, sourceLevel);
        features[n++] = Mix(24, sourceLevel, probability / 2);
        features[n++] = Mix(25, words.Quote, kind);
        features[n++] = Mix(26, words.Class, pattern, kind);
        features[n++] = Mix(27, words.Before);
        features[n++] = Mix(28, words.After);
        features[n++] = Mix(29, (uint)cue.Count, words.Class);
        features[n++] = Mix(30, mean, sourceLevel, path);

        var rivals = Rivals.Of(all, number);
        uint Level(float probability) => probability <= 0 ? 9 : (uint)(probability * 4) + (probability > found.Cue.Probability ? 16u : 0);
        features[n++] = Mix(31, Level(rivals.Inside), probability / 4);
        features[n++] = Mix(32, Level(rivals.Inside), words.Class, kind);
        features[n++] = Mix(33, Level(rivals.Holds), probability / 4);
        features[n++] = Mix(34, Level(rivals.Holds), words.Class, kind);
        features[n++] = Mix(35, Level(rivals.Shares), probability / 4);
        features[n++] = Mix(36, Level(rivals.Shares), pattern, kind);
        features[n++] = Mix(37, Level(rivals.SharesSource), words.Ending, probability / 4);
        features[n++] = Mix(38, Level(rivals.Near), probability / 4, kind);
        features[n++] = Mix(39, words.AfterNext, words.After, words.Class);
        features[n++] = Mix(40, words.Ending, sourceSide, probability / 2);
        uint contentWord = content.Count == 0 ? 0 : a.Word[content[0].Token], lastWord = content.Count == 0 ? 0 : a.Word[content[^1].Token];
        features[n++] = Mix(41, contentWord, words.Class);
        features[n++] = Mix(42, contentWord, words.Head);
        features[n++] = Mix(43, lastWord);
        features[n++] = Mix(44, sourceWord, words.Class);
        features[n++] = Mix(45, kind, path, probability / 4);
        uint contentTop = Top(a.Grammar, content, cue), sourceTop = Top(a.Grammar, source, cue);
        features[n++] = Mix(47, words.Tag, words.Frame, words.Class);
        features[n++] = Mix(48, words.Frame, words.Head);
        features[n++] = Mix(49, contentTop, sourceTop);
        features[n++] = Mix(50, contentTop, words.Tag, words.Class);
        features[n++] = Mix(51, sourceTop, words.Tag, probability / 4);
        features[n++] = Mix(52, contentTop, words.Head);
        features[n++] = Mix(53, contentTop, words.Frame, probability / 4);
        features[n++] = Mix(46, contentLength, probability / 4, words.Class);
        return n;
    }

    // How words hang on the rest: the relation of the first whose head lies outside, and whether that is in the cue.
    private static uint Top(TokenGrammar grammar, List<LabelledToken> tokens, Text.TokenRange cue)
    {
        if (tokens.Count == 0) return 0;
        foreach (var token in tokens)
        {
            var head = grammar.Head(token.Token);
            if (head >= tokens[0].Token && head <= tokens[^1].Token) continue;
            return Mix(grammar.Relation(token.Token), grammar.Tag(token.Token), head >= cue.First && head < cue.End ? 1u : head < 0 ? 2u : 3u);
        }

        return 1;
    }

    private static int FirstAfter(List<LabelledToken> content, int position)
    {
        foreach (var token in content) if (token.Token >= position) return token.Token;
        return position;
    }
}
