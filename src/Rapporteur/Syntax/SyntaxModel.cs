using System.Runtime.InteropServices;
using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>The two tags of a token.</summary>
internal readonly record struct TagPair(UniversalTag Universal, PennTag Penn);

/// <summary>
/// What was learned about syntax: a network that reads a sentence with two recurrent layers in both directions; from the first
/// come the tags, from the second the arcs and their relations (Dozat and Manning 2017). Immutable and safe to share.
/// </summary>
internal sealed class SyntaxModel
{
    private SyntaxModel(ModelFile file)
    {
        var pairs = file.Section("tags");
        Tags = new TagPair[pairs.Length / 2];
        for (var i = 0; i < Tags.Length; i++) Tags[i] = new TagPair((UniversalTag)pairs[i * 2], (PennTag)pairs[i * 2 + 1]);
        var sizes = MemoryMarshal.Cast<byte, int>(file.Section("sizes"));
        (var word, Hidden, Arc, Label) = (sizes[0], sizes[1], sizes[2], sizes[3]);
        Embeddings = new EmbeddingTable(file.Section("words.keys"), file.Section("words"), file.Section("affixes"), word, file);
        Layers = [.. Enumerable.Range(0, 4).Select(k => new LstmWeights(
            file.Matrix($"layer{k}.input", k < 2 ? word : 2 * Hidden, 4 * Hidden), file.Matrix($"layer{k}.state", Hidden, 4 * Hidden), file.Numbers($"layer{k}.bias")))];
        TagBias = file.Numbers("tags.bias");
        TagWeights = file.Matrix("tags.weights", 2 * Hidden, TagBias.Length);
        RoleBias = file.Numbers("roles.bias");
        Roles = file.Matrix("roles", 2 * Hidden, RoleBias.Length);
        Root = file.Numbers("root");
        Arcs = file.Numbers("arcs");
        HeadBias = file.Numbers("arcs.head");
        DistanceBias = file.Numbers("arcs.distance");
        LabelWeights = file.Numbers("labels.weights");
        LabelBias = file.Numbers("labels.bias");
        Lemmatizer = new Lemmatizer(file.Section("lemmas"));
    }

    /// <summary>The syntax model in a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no syntax model of this version.</exception>
    public static SyntaxModel From(ModelFile file) => new(file);

    /// <summary>The pairs of tags that a token can have.</summary>
    public TagPair[] Tags { get; }

    /// <summary>The length of a state in one direction.</summary>
    public int Hidden { get; }

    /// <summary>The length of what arcs are scored from.</summary>
    public int Arc { get; }

    /// <summary>The length of what relations are scored from.</summary>
    public int Label { get; }

    public EmbeddingTable Embeddings { get; }

    /// <summary>First layer forwards, backwards; second layer forwards, backwards.</summary>
    public LstmWeights[] Layers { get; }

    public FixedPointMatrix TagWeights { get; }

    public float[] TagBias { get; }

    /// <summary>From states to the four roles of a word: dependent and head of an arc, dependent and head of a relation.</summary>
    public FixedPointMatrix Roles { get; }

    public float[] RoleBias { get; }

    /// <summary>The root as head of an arc and of a relation.</summary>
    public float[] Root { get; }

    public float[] Arcs { get; }

    public float[] HeadBias { get; }

    public float[] DistanceBias { get; }

    public float[] LabelWeights { get; }

    public float[] LabelBias { get; }

    public Lemmatizer Lemmatizer { get; }
}
