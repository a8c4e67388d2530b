using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>Reads the grammar of documents: tags from left to right, then a tree for each sentence.</summary>
/// <remarks>Owns its buffers: one reader for each thread.</remarks>
internal sealed class SyntaxReader(SyntaxModel model)
{
    /// <summary>Longer sentences are read in parts, so that time and memory stay linear whatever the text.</summary>
    private const int LongestSentence = 512;

    private readonly WordForms _forms = new();
    private readonly ArcHybrid _state = new();
    private readonly short[] _scores = new short[256];
    private byte[] _tags = [];

    /// <summary>Tags, heads and relations of every token of a document.</summary>
    public DocumentSyntax Read(Document document)
    {
        var count = document.Tokens.Count;
        var universal = new UniversalTag[count];
        var penn = new PennTag[count];
        var heads = new int[count];
        var relations = new Relation[count];
        _forms.Read(document.Text, document.Tokens);
        if (_tags.Length < count) _tags = new byte[Math.Max(count, 2 * _tags.Length)];
        foreach (var sentence in document.Sentences)
        {
            var root = -1;
            for (var first = sentence.First; first < sentence.End; first += LongestSentence)
            {
                var end = Math.Min(first + LongestSentence, sentence.End);
                Tag(first, end);
                Parse(first, end, heads, relations);
                root = Join(first, end, root, heads, relations);
            }
        }

        for (var i = 0; i < count; i++) (universal[i], penn[i]) = model.Tags[_tags[i]];
        return new DocumentSyntax(document, model.Lemmatizer, universal, penn, heads, relations);
    }

    private void Tag(int first, int end)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        for (var i = first; i < end; i++)
        {
            TaggerFeatures.Extract(_forms, _tags, first, end, i, features);
            model.Tagger.Score(features, _scores);
            _tags[i] = (byte)LinearClassifier.Best(_scores, model.Tags.Length);
        }
    }

    private void Parse(int first, int end, int[] heads, Relation[] relations)
    {
        Span<uint> features = stackalloc uint[ArcHybrid.FeatureCount];
        _state.Start(_forms, _tags, first, end - first);
        while (!_state.IsDone)
        {
            _state.Extract(features, 0);
            model.Arcs.Score(features, _scores);
            var best = -1;
            for (var move = 0; move < ArcHybrid.Moves; move++)
                if (_state.Can(move) && (best < 0 || _scores[move] > _scores[best])) best = move;
            if (best == ArcHybrid.Shift)
            {
                _state.Make(best);
                continue;
            }

            _state.Extract(features, best == ArcHybrid.Left ? 1000u : 2000u);
            model.Labels.Score(features, _scores);
            var (dependent, head) = _state.Make(best);
            if (head == _state.Length)
            {
                heads[first + dependent] = DocumentSyntax.NoHead;
                relations[first + dependent] = Relation.Root;
                continue;
            }

            _scores[(int)Relation.Root] = short.MinValue;
            var relation = LinearClassifier.Best(_scores, SyntaxNames.RelationCount);
            _state.Label(dependent, (byte)relation);
            heads[first + dependent] = first + head;
            relations[first + dependent] = (Relation)relation;
        }
    }

    // The root of a later part hangs below that of the first.
    private static int Join(int first, int end, int root, int[] heads, Relation[] relations)
    {
        for (var i = first; i < end; i++)
        {
            if (heads[i] >= 0) continue;
            if (root < 0) return i;
            heads[i] = root;
            relations[i] = Relation.Parataxis;
        }

        return root;
    }
}
