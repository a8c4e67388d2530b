using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>A name that the recogniser found.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Type">What it names.</param>
internal readonly record struct RecognisedName(TokenRange Tokens, EntityType Type);

/// <summary>
/// Finds names: a conditional random field over the tokens of a sentence, whose features see how a word is used elsewhere in the
/// document; then names that are written alike are given the type that most of their places speak for (Finkel, Grenager and
/// Manning 2005 on label consistency; Ratinov and Roth 2009 on context aggregation).
/// </summary>
internal sealed class NameLabeller(FeatureTable table, float[] transitions)
{
    // Sentences are long in broken text only; a window bounds the memory.
    private const int LongestWindow = 1024;

    private readonly float[] _factors = Array.ConvertAll(transitions, Exponential.Of);
    private readonly Chain _chain = new(NameLabels.Count);
    private readonly Dictionary<uint, int> _groups = [];
    private readonly List<float> _votes = [];
    private readonly List<int> _group = [];
    private float[] _emissions = [];
    private float[] _marginals = [];
    private byte[] _path = [];

    /// <summary>Finds the names of a document, in the order of the text.</summary>
    public void Read(Document document, NameAttributes attributes, List<RecognisedName> names)
    {
        names.Clear();
        _groups.Clear();
        _votes.Clear();
        _group.Clear();
        foreach (var sentence in document.Sentences)
            for (var first = sentence.First; first < sentence.End; first += LongestWindow)
                ReadWindow(attributes, sentence, new TokenRange(first, Math.Min(first + LongestWindow, sentence.End)), names);
        for (var k = 0; k < names.Count; k++) names[k] = names[k] with { Type = NameLabels.Types[Winner(_group[k])] };
    }

    private void ReadWindow(NameAttributes attributes, TokenRange sentence, TokenRange window, List<RecognisedName> names)
    {
        const int Width = FeatureTable.Width;
        var n = window.Count;
        if (_path.Length < n)
        {
            _emissions = new float[Math.Max(256, n) * Width];
            _marginals = new float[Math.Max(256, n) * Width];
            _path = new byte[Math.Max(256, n)];
        }

        var capital = false;
        for (var i = window.First; i < window.End && !capital; i++) capital = attributes.Case[i] > WordCase.Lower || attributes.Listed[i] > 0;
        if (!capital) return;

        Span<uint> features = stackalloc uint[NameFeatures.Most];
        for (var i = 0; i < n; i++)
        {
            var count = NameFeatures.Extract(attributes, sentence, window.First + i, features);
            table.Score(features[..count], _emissions.AsSpan(i * Width));
        }

        var emissions = _emissions.AsSpan(0, n * Width);
        _chain.Best(emissions, Width, transitions, _path.AsSpan(0, n));
        var begins = _path.AsSpan(0, n).IndexOfAnyExcept((byte)0);
        if (begins < 0) return;
        _chain.Marginals(emissions, Width, _factors, _marginals.AsSpan(0, n * Width), []);
        for (var i = begins; i < n; i++)
        {
            if (_path[i] == 0) continue;
            var end = i + 1;
            while (end < n && NameLabels.IsInside(_path[end])) end++;
            Add(attributes, new TokenRange(window.First + i, window.First + end), window.First, names);
            i = end - 1;
        }
    }

    // A name votes with its probabilities; single words and longer names that end in them vote apart.
    private void Add(NameAttributes attributes, TokenRange name, int offset, List<RecognisedName> names)
    {
        var key = 1u;
        for (var i = name.First; i < name.End; i++) key = Hashing.Mix(key, attributes.Forms.Word[i]);
        if (!_groups.TryGetValue(key, out var group))
        {
            group = _groups[key] = _groups.Count;
            for (var t = 0; t < NameLabels.Types.Length; t++) _votes.Add(0);
        }

        var row = (name.First - offset) * FeatureTable.Width;
        for (var t = 0; t < NameLabels.Types.Length; t++)
            _votes[group * NameLabels.Types.Length + t] += _marginals[row + 1 + 2 * t] + _marginals[row + 2 + 2 * t];
        _group.Add(group);
        names.Add(new RecognisedName(name, EntityType.Other));
    }

    private int Winner(int group)
    {
        var best = 0;
        for (var t = 1; t < NameLabels.Types.Length; t++)
            if (_votes[group * NameLabels.Types.Length + t] > _votes[group * NameLabels.Types.Length + best]) best = t;
        return best;
    }
}
