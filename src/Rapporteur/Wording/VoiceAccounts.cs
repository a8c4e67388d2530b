using System.Collections.Immutable;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Counts whose words an article is made of.</summary>
internal static class VoiceAccounts
{
    private const int MostSpeakers = 200;

    /// <summary>The account of a document.</summary>
    public static VoiceAccount Of(TokenWords words, CitationMap map, IEnumerable<VoicedSentence> sentences, ImmutableArray<Statement> statements, ImmutableArray<LoadedWord> loaded)
    {
        var asserted = new bool[words.Count];
        foreach (var sentence in sentences)
        {
            if (sentence.Kind != VoiceKind.Asserted) continue;
            var range = words.Document.Tokens.Touching(sentence.Span);
            asserted.AsSpan(range.First, range.Count).Fill(true);
        }

        int all = 0, quoted = 0, paraphrased = 0, own = 0;
        var speakers = new Dictionary<string, (int Quoted, int Paraphrased)>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (words.Document.Tokens.Kinds[i] == TokenKind.Mark) continue;
            all++;
            if (!map.IsCited(i))
            {
                if (asserted[i]) own++;
                continue;
            }

            if (map.IsQuoted(i)) quoted++; else paraphrased++;
            if (map.StatementAt(i) is not (var s and >= 0) || statements[s].Speaker is not { } speaker) continue;
            var share = speakers.GetValueOrDefault(speaker.Name);
            speakers[speaker.Name] = map.IsQuoted(i) ? (share.Quoted + 1, share.Paraphrased) : (share.Quoted, share.Paraphrased + 1);
        }

        var counts = statements.Where(s => s.Speaker is not null).GroupBy(s => s.Speaker!.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new VoiceAccount(all, quoted, paraphrased, all - quoted - paraphrased - own, own,
            [.. speakers.Select(p => new SpeakerShare(p.Key, counts.GetValueOrDefault(p.Key), p.Value.Quoted, p.Value.Paraphrased))
                .OrderByDescending(s => s.Quoted + s.Paraphrased).ThenBy(s => s.Name, StringComparer.Ordinal).Take(MostSpeakers)],
            [.. loaded.Where(l => !l.Quoted && l.AppliedTo is not null).GroupBy(l => l.AppliedTo!.Name, StringComparer.Ordinal)
                .Select(g => new LabelShare(g.Key, [.. g.Select(l => l.Span.In(words.Document.Text).ToString())]))
                .OrderByDescending(l => l.Words.Length).ThenBy(l => l.Name, StringComparer.Ordinal)]);
    }
}
