using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>Reads the grammar of documents: tags, and a tree for each sentence.</summary>
/// <remarks>
/// Sentences are read in batches, which changes nothing in the results. Longer ones than <see cref="LongestPart"/> are read in
/// parts, so that time and memory stay linear whatever the text. Owns its buffers: one reader for each thread.
/// </remarks>
internal sealed class SyntaxReader(SyntaxModel model)
{
    private const int LongestPart = 160;
    private const int MostParts = 16;
    private const int MostWords = 640;

    private readonly WordForms _forms = new();
    private readonly SentenceEncoder _encoder = new(model);
    private readonly TagReader _tags = new(model);
    private readonly ArcReader _arcs = new(model);
    private readonly TokenRange[] _parts = new TokenRange[MostParts];

    /// <summary>Tags, heads and relations of every token of a document.</summary>
    public DocumentSyntax Read(Document document)
    {
        var count = document.Tokens.Count;
        var tags = new UniversalTag[count];
        var penn = new PennTag[count];
        var heads = new int[count];
        var relations = new Relation[count];
        _forms.Read(document.Text, document.Tokens);
        int parts = 0, words = 0;
        foreach (var sentence in document.Sentences)
        {
            for (var first = sentence.First; first < sentence.End; first += LongestPart)
            {
                var part = new TokenRange(first, Math.Min(first + LongestPart, sentence.End));
                if (parts == MostParts || (parts > 0 && words + part.Count > MostWords))
                {
                    ReadParts(_parts.AsSpan(0, parts), tags, penn, heads, relations);
                    (parts, words) = (0, 0);
                }

                _parts[parts++] = part;
                words += part.Count;
            }
        }

        if (parts > 0) ReadParts(_parts.AsSpan(0, parts), tags, penn, heads, relations);
        foreach (var sentence in document.Sentences) if (sentence.Count > LongestPart) Join(sentence, heads, relations);
        return new DocumentSyntax(document, model.Lemmatizer, tags, penn, heads, relations);
    }

    private void ReadParts(Span<TokenRange> parts, UniversalTag[] tags, PennTag[] penn, int[] heads, Relation[] relations)
    {
        parts.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.First.CompareTo(b.First));
        _encoder.Read(_forms, parts);
        var packing = _encoder.Packing;
        _tags.Take(_encoder.First, packing.Rows);
        for (var s = 0; s < parts.Length; s++)
            for (var t = 0; t < parts[s].Count; t++) (tags[parts[s].First + t], penn[parts[s].First + t]) = _tags.Read(packing.Row(s, t));
        _arcs.Take(_encoder.Second, packing.Rows);
        for (var s = 0; s < parts.Length; s++)
        {
            var part = parts[s];
            var found = heads.AsSpan(part.First, part.Count);
            _arcs.Read(packing, s, found, relations.AsSpan(part.First, part.Count));
            foreach (ref var head in found) if (head >= 0) head += part.First;
        }
    }

    // The root of a later part hangs below that of the first.
    private static void Join(TokenRange sentence, int[] heads, Relation[] relations)
    {
        var root = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (heads[i] >= 0) continue;
            if (root >= 0) (heads[i], relations[i]) = (root, Relation.Parataxis);
            else root = i;
        }
    }
}
