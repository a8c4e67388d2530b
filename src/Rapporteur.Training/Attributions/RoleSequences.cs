using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Quotations;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>An attribution as sets of tokens of its document, in order.</summary>
internal sealed record TokenAttribution(int[] Source, int[] Cue, int[] Content)
{
    public static TokenAttribution Of(MarkedAttribution marked, Document document)
    {
        int[] Tokens(IEnumerable<Span> spans) => [.. spans.Select(document.Tokens.Touching)
            .SelectMany(r => Enumerable.Range(r.First, r.Count)).Distinct().Order()];
        return new TokenAttribution(Tokens(marked.Source), Tokens(marked.Cue), Tokens(marked.Content));
    }
}

/// <summary>A parsed article with its marked attributions as tokens.</summary>
internal sealed class TrainingArticle
{
    public TrainingArticle(AnnotatedArticle article, SyntaxReader syntax)
    {
        Article = article;
        Document = Document.Parse(article.Text, [new Span(0, article.Text.Length)], LanguagePack.English);
        Syntax = syntax.Read(Document);
        Attributions = [.. article.Attributions.Select(a => TokenAttribution.Of(a, Document)).Where(a => a.Cue.Length > 0)];
    }

    public AnnotatedArticle Article { get; }

    public Document Document { get; }

    public DocumentSyntax Syntax { get; }

    public IReadOnlyList<TokenAttribution> Attributions { get; }

    /// <summary>The role label of each token, as marked.</summary>
    public byte[] RoleLabels()
    {
        var labels = new byte[Document.Tokens.Count];
        foreach (var attribution in Attributions)
        {
            int cueFirst = attribution.Cue[0], cueLast = attribution.Cue[^1];
            Mark(labels, attribution.Content, i => i < cueFirst ? RoleLabel.BeginContentForward : RoleLabel.BeginContentBackward);
            Mark(labels, attribution.Source, i => i < cueFirst ? RoleLabel.BeginSourceForward : RoleLabel.BeginSourceBackward);
            Mark(labels, attribution.Cue, _ => RoleLabel.BeginCue);
        }

        // What a later mark has cut off from its beginning begins anew; no label goes on over a paragraph's border.
        foreach (var paragraph in Document.Paragraphs)
            for (var i = paragraph.First; i < paragraph.End; i++)
                if (Quotations.RoleLabels.IsInside(labels[i])
                    && (i == paragraph.First || !Quotations.RoleLabels.MayFollow(labels[i - 1], labels[i]))) labels[i]--;
        return labels;
    }

    private static void Mark(byte[] labels, int[] tokens, Func<int, RoleLabel> begin)
    {
        for (var k = 0; k < tokens.Length; k++)
        {
            var label = (int)begin(tokens[k]);
            var goesOn = k > 0 && tokens[k - 1] == tokens[k] - 1 && (int)begin(tokens[k - 1]) == label;
            labels[tokens[k]] = (byte)(goesOn ? label + 1 : label);
        }
    }
}

/// <summary>Makes the sequences that the role labeller learns from: one a paragraph.</summary>
internal static class RoleSequences
{
    public static List<Sequence> Of(TrainingArticle article, ReportingWords reporting)
    {
        var attributes = new TokenAttributes();
        attributes.Read(article.Document, article.Syntax, reporting);
        var labels = article.RoleLabels();
        var sequences = new List<Sequence>();
        Span<uint> buffer = stackalloc uint[RoleFeatures.Most];
        foreach (var paragraph in article.Document.Paragraphs)
        {
            var features = new List<uint>(paragraph.Count * RoleFeatures.Most);
            var starts = new int[paragraph.Count + 1];
            for (var i = paragraph.First; i < paragraph.End; i++)
            {
                var n = RoleFeatures.Extract(attributes, paragraph, article.Document.Sentences.AsSpan(), i, buffer);
                features.AddRange(buffer[..n]);
                starts[i - paragraph.First + 1] = features.Count;
            }

            sequences.Add(new Sequence([.. features], starts, labels[paragraph.First..paragraph.End]));
        }

        return sequences;
    }
}
