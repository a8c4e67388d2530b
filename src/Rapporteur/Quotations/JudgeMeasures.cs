using Rapporteur.Learning;

namespace Rapporteur.Quotations;

/// <summary>
/// The measures by which a whole attribution is judged, as numbers: what the labellers thought of each part, how the parts lie
/// to each other, and what the linear judge made of the words.
/// </summary>
internal static class JudgeMeasures
{
    /// <summary>How many measures an attribution has.</summary>
    public const int Count = 45;

    /// <summary>Writes the measures of attribution <paramref name="number"/> of those found in a document.</summary>
    /// <param name="a">The attributes of the document's tokens.</param>
    /// <param name="roles">What the first labeller thought.</param>
    /// <param name="sentence">The sentence of the cue.</param>
    /// <param name="all">All that was found, in the order of their cues.</param>
    /// <param name="number">Which of them.</param>
    /// <param name="words">The logarithm of odds that the linear judge gives.</param>
    /// <param name="measures">Filled, <see cref="Count"/> numbers.</param>
    public static void Read(TokenAttributes a, RoleReading roles, Text.TokenRange sentence, IReadOnlyList<ArgumentReading> all, int number, float words, Span<float> measures)
    {
        var found = all[number];
        var cue = found.Cue.Tokens;
        var content = found.Content;
        var source = found.Source;
        var n = 0;
        measures[n++] = words;
        measures[n++] = found.Cue.Probability;
        measures[n++] = found.LogProbability;
        measures[n++] = LeastCue(roles, cue);
        measures[n++] = cue.Count;
        measures[n++] = (float)a.Reporting[cue.End - 1];
        measures[n++] = (float)a.Quote[cue.First];
        measures[n++] = cue.First - sentence.First;
        measures[n++] = sentence.End - cue.End;
        measures[n++] = sentence.Count;

        var (mean, least) = Probabilities(content);
        measures[n++] = mean;
        measures[n++] = least;
        measures[n++] = content.Count;
        float role = 0, mostRole = 0, quoted = 0, cues = 0;
        var fragments = 0;
        for (var k = 0; k < content.Count; k++)
        {
            var token = content[k].Token;
            if (k == 0 || token != content[k - 1].Token + 1) fragments++;
            var seen = roles.Content(token, token < cue.First);
            role += seen;
            mostRole = Math.Max(mostRole, seen);
            cues = Math.Max(cues, roles.Cue(token));
            if (a.Quote[token] is not QuoteState.Outside) quoted++;
        }

        measures[n++] = content.Count == 0 ? 0 : role / content.Count;
        measures[n++] = mostRole;
        measures[n++] = cues;
        measures[n++] = fragments;
        measures[n++] = content.Count == 0 ? 0 : quoted / content.Count;
        measures[n++] = Gap(content, cue);
        measures[n++] = content.Count > 0 && content[0].Token < cue.First ? 1 : 0;
        measures[n++] = content.Count > 0 && content[^1].Token >= cue.End ? 1 : 0;
        measures[n++] = content.Count == 0 ? 0 : content[0].Token - sentence.First;
        measures[n++] = content.Count == 0 ? 0 : sentence.End - 1 - content[^1].Token;
        measures[n++] = content.Count == 0 ? 0 : content[0].Probability;
        measures[n++] = content.Count == 0 ? 0 : content[^1].Probability;

        (mean, least) = Probabilities(source);
        measures[n++] = mean;
        measures[n++] = least;
        measures[n++] = source.Count;
        measures[n++] = Gap(source, cue);
        float sourceRole = 0, otherSource = 0;
        foreach (var token in source) sourceRole += roles.Source(token.Token, token.Token < cue.First);
        for (var i = sentence.First; i < sentence.End; i++) otherSource = Math.Max(otherSource, roles.Source(i, i < cue.First));
        measures[n++] = source.Count == 0 ? 0 : sourceRole / source.Count;
        measures[n++] = otherSource;

        var rivals = Rivals.Of(all, number);
        measures[n++] = rivals.Inside;
        measures[n++] = rivals.Holds;
        measures[n++] = rivals.Shares;
        measures[n++] = rivals.SharesSource;
        measures[n++] = rivals.Near;
        measures[n++] = rivals.Before;
        measures[n++] = rivals.After;
        measures[n++] = rivals.Paragraph;

        var head = CuePaths.HeadOf(a.Grammar, cue);
        measures[n++] = a.Grammar.Tag(head);
        measures[n++] = a.Grammar.Relation(head);
        measures[n++] = Depth(a.Grammar, head);
        measures[n++] = ShareBelow(a.Grammar, content, cue);
        measures[n++] = ShareBelow(a.Grammar, source, cue);
        measures[n++] = source.Count == 0 ? 0 : a.Grammar.Relation(source[^1].Token);
        System.Diagnostics.Debug.Assert(n <= Count, "a measure has its place");
        measures[n..Count].Clear();
    }

    private const int Farthest = 12;

    private static int Depth(TokenGrammar grammar, int token)
    {
        var depth = 0;
        for (var head = grammar.Head(token); head >= 0 && depth < Farthest; head = grammar.Head(head)) depth++;
        return depth;
    }

    // How much of the words hangs on the cue.
    private static float ShareBelow(TokenGrammar grammar, List<LabelledToken> tokens, Text.TokenRange cue)
    {
        var below = 0;
        foreach (var token in tokens)
        {
            var head = token.Token;
            for (var steps = 0; head >= 0 && steps < Farthest; steps++)
            {
                head = grammar.Head(head);
                if (head < cue.First || head >= cue.End) continue;
                below++;
                break;
            }
        }

        return tokens.Count == 0 ? 0 : (float)below / tokens.Count;
    }

    private static float LeastCue(RoleReading roles, Text.TokenRange cue)
    {
        var least = 1f;
        for (var i = cue.First; i < cue.End; i++) least = Math.Min(least, roles.Cue(i));
        return least;
    }

    private static (float Mean, float Least) Probabilities(List<LabelledToken> tokens)
    {
        if (tokens.Count == 0) return (0, 0);
        float sum = 0, least = 1;
        foreach (var token in tokens)
        {
            sum += token.Probability;
            least = Math.Min(least, token.Probability);
        }

        return (sum / tokens.Count, least);
    }

    // Tokens between the words and the cue: negative where they come before it, 99 where there are none.
    private static float Gap(List<LabelledToken> tokens, Text.TokenRange cue)
    {
        if (tokens.Count == 0) return 99;
        var gap = 98;
        foreach (var token in tokens)
        {
            var own = token.Token < cue.First ? token.Token - cue.First : token.Token - cue.End + 1;
            if (Math.Abs(own) < Math.Abs(gap)) gap = own;
        }

        return gap;
    }
}
