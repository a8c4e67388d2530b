using Rapporteur.Quotations;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>Makes the sequences that the argument labeller learns from: one for each cue put forward that people marked too.</summary>
internal static class ArgumentSequences
{
    public static List<Sequence> Of(TrainingArticle article, AttributionReader reader)
    {
        var document = article.Document;
        var roles = reader.Prepare(document, article.Syntax);
        var marked = article.Attributions;
        var used = new bool[marked.Count];
        var cues = new List<(CueCandidate Cue, TokenAttribution Marked)>();
        foreach (var cue in roles.Cues)
        {
            var best = -1;
            var most = 0;
            for (var m = 0; m < marked.Count; m++)
            {
                var shared = marked[m].Cue.Count(t => t >= cue.Tokens.First && t < cue.Tokens.End);
                if (shared > most) (best, most) = (m, shared);
            }

            if (best < 0) continue;
            used[best] = true;
            cues.Add((cue, marked[best]));
        }

        // A cue that was missed still teaches where arguments lie.
        for (var m = 0; m < marked.Count; m++)
        {
            if (used[m]) continue;
            var tokens = new TokenRange(marked[m].Cue[0], marked[m].Cue[^1] + 1);
            var paragraph = document.Paragraphs.AsSpan().IndexOf(document.Paragraphs.First(p => tokens.First < p.End));
            if (tokens.End <= document.Paragraphs[paragraph].End && tokens.Count < 30) cues.Add((new CueCandidate(tokens, paragraph, 0), marked[m]));
        }

        return [.. cues.Select(c => Sequence(reader.Features, document, c.Cue, c.Marked))];
    }

    private static Sequence Sequence(ArgumentFeatures extractor, Document document, CueCandidate cue, TokenAttribution marked)
    {
        var paragraph = document.Paragraphs[cue.Paragraph];
        var surroundings = extractor.Surroundings(cue.Paragraph, cue.Tokens);
        var window = ArgumentFeatures.Window(surroundings, cue.Tokens);
        extractor.Approach(cue.Tokens, window);
        var words = extractor.Describe(cue.Tokens, paragraph);
        var features = new List<uint>(window.Count * 40);
        var starts = new int[window.Count + 1];
        var labels = new byte[window.Count];
        Span<uint> buffer = stackalloc uint[ArgumentFeatures.Most];
        Mark(labels, window, marked.Content, ArgumentLabel.BeginContent);
        Mark(labels, window, marked.Source, ArgumentLabel.BeginSource);
        for (var i = window.First; i < window.End; i++)
        {
            var k = i - window.First;
            if (i >= cue.Tokens.First && i < cue.Tokens.End) labels[k] = (byte)ArgumentLabel.Cue;
            else if (!ArgumentLabels.MayFollow(k == 0 ? 0 : labels[k - 1], labels[k])) labels[k]--;
            var n = extractor.Extract(cue.Tokens, words, surroundings, i, buffer);
            features.AddRange(buffer[..n]);
            starts[k + 1] = features.Count;
        }

        return new Sequence([.. features], starts, labels);
    }

    private static void Mark(byte[] labels, TokenRange window, int[] tokens, ArgumentLabel begin)
    {
        for (var k = 0; k < tokens.Length; k++)
        {
            if (tokens[k] < window.First || tokens[k] >= window.End) continue;
            var goesOn = k > 0 && tokens[k - 1] == tokens[k] - 1;
            labels[tokens[k] - window.First] = (byte)(goesOn ? begin + 1 : begin);
        }
    }
}
