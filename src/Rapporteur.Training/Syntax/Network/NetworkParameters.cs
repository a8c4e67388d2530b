using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>The sizes of the network.</summary>
internal sealed record NetworkSize
{
    /// <summary>What describes a word.</summary>
    public int Word { get; init; } = 96;

    /// <summary>The state of each recurrent layer in each direction.</summary>
    public int Hidden { get; init; } = 112;

    /// <summary>What arcs are scored from.</summary>
    public int Arc { get; init; } = 96;

    /// <summary>What relations are scored from.</summary>
    public int Label { get; init; } = 64;

    /// <summary>Rows for affixes and shapes.</summary>
    public int Affixes { get; init; } = 1 << 14;
}

/// <summary>Everything that the network learns.</summary>
internal sealed class NetworkParameters
{
    public NetworkParameters(NetworkSize size, WordVectors vectors, int tags, int relations)
    {
        var random = new Random(20260915);
        Size = size;
        Tags = tags;
        Relations = relations;
        Given = new Matrix(vectors.Words.Length / size.Word, size.Word);
        vectors.Words.CopyTo(Given.All);
        Words = new Parameter(Given.Rows, size.Word, 0.1f, random, sparse: true);
        Affixes = new Parameter(size.Affixes, size.Word, 0, random, sparse: true);
        vectors.Affixes.CopyTo(Affixes.Value.All);
        var two = 2 * size.Hidden;
        Layers =
        [
            new LstmParameters(size.Word, size.Hidden, random), new LstmParameters(size.Word, size.Hidden, random),
            new LstmParameters(two, size.Hidden, random), new LstmParameters(two, size.Hidden, random),
        ];
        TagWeights = new Parameter(two, Wide(tags), MathF.Sqrt(6f / (two + tags)), random);
        TagBias = new Parameter(1, Wide(tags), 0, random);
        var roles = 2 * size.Arc + 2 * size.Label;
        Roles = new Parameter(two, roles, MathF.Sqrt(6f / (two + size.Arc)), random);
        RoleBias = new Parameter(1, roles, 0, random);
        Root = new Parameter(1, size.Arc + size.Label, 0.5f, random);
        Arcs = new Parameter(size.Arc, size.Arc, 0.05f, random);
        HeadBias = new Parameter(1, size.Arc, 0.05f, random);
        DistanceBias = new Parameter(1, 2 * ArcReader.Distances, 0, random);
        Labels = new Parameter(2 * size.Label, Wide(relations), MathF.Sqrt(6f / (2 * size.Label + relations)), random);
        LabelBias = new Parameter(1, Wide(relations), 0, random);
        All =
        [
            ("words", Words), ("affixes", Affixes),
            .. Layers.SelectMany((l, k) => new[] { ($"layer{k}.input", l.Input), ($"layer{k}.state", l.State), ($"layer{k}.bias", l.Bias) }),
            ("tags.weights", TagWeights), ("tags.bias", TagBias), ("roles", Roles), ("roles.bias", RoleBias), ("root", Root), ("arcs", Arcs),
            ("arcs.head", HeadBias), ("arcs.distance", DistanceBias), ("labels.weights", Labels), ("labels.bias", LabelBias),
        ];
    }

    public NetworkSize Size { get; }
    public int Tags { get; }
    public int Relations { get; }

    /// <summary>The words' vectors from texts, which stay as they are.</summary>
    public Matrix Given { get; }

    /// <summary>What the treebanks add to them.</summary>
    public Parameter Words { get; }

    public Parameter Affixes { get; }
    public LstmParameters[] Layers { get; }
    public Parameter TagWeights { get; }
    public Parameter TagBias { get; }
    public Parameter Roles { get; }
    public Parameter RoleBias { get; }
    public Parameter Root { get; }
    public Parameter Arcs { get; }
    public Parameter HeadBias { get; }
    public Parameter DistanceBias { get; }
    public Parameter Labels { get; }
    public Parameter LabelBias { get; }
    public (string Name, Parameter Parameter)[] All { get; }

    public static int Wide(int columns) => (columns + 15) & ~15;
}

/// <summary>The gradients of all parameters in one worker.</summary>
internal sealed class NetworkGradients
{
    private readonly Dictionary<Parameter, Gradient> _all;

    public NetworkGradients(NetworkParameters parameters) =>
        _all = parameters.All.ToDictionary(p => p.Parameter, p => new Gradient(p.Parameter, p.Parameter == parameters.Words || p.Parameter == parameters.Affixes));

    public Gradient this[Parameter parameter] => _all[parameter];

    public LstmGradients Of(LstmParameters layer) => new(this[layer.Input], this[layer.State], this[layer.Bias]);
}
