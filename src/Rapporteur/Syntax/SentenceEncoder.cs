using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>The recurrent layers of the network over a batch of sentences: what each word says in its place, after each layer.</summary>
/// <remarks>Owns its buffers: one for each thread.</remarks>
internal sealed class SentenceEncoder(SyntaxModel model)
{
    private readonly Lstm _forwards = new();
    private readonly Lstm _backwards = new();
    private short[] _words = [];
    private short[] _turned = [];
    private short[] _first = [];
    private short[] _second = [];

    /// <summary>Where the words of each sentence are.</summary>
    public Packing Packing { get; } = new();

    /// <summary>The states after the first layer, a row a word: forwards, then backwards.</summary>
    public ReadOnlySpan<short> First => _first.AsSpan(0, Packing.Rows * 2 * model.Hidden);

    /// <summary>The states after the second layer.</summary>
    public ReadOnlySpan<short> Second => _second.AsSpan(0, Packing.Rows * 2 * model.Hidden);

    /// <summary>Reads sentences, of lengths that do not grow.</summary>
    public void Read(WordForms forms, ReadOnlySpan<TokenRange> sentences)
    {
        Span<int> lengths = stackalloc int[sentences.Length];
        for (var s = 0; s < sentences.Length; s++) lengths[s] = sentences[s].Count;
        Packing.Arrange(lengths);
        var width = model.Embeddings.Width;
        Grow(ref _words, Packing.Rows * width);
        Grow(ref _turned, Packing.Rows * Math.Max(width, 2 * model.Hidden));
        Grow(ref _first, Packing.Rows * 2 * model.Hidden);
        Grow(ref _second, Packing.Rows * 2 * model.Hidden);
        for (var s = 0; s < sentences.Length; s++)
            for (var t = 0; t < sentences[s].Count; t++)
                model.Embeddings.Write(forms, sentences[s].First + t, _words.AsSpan(Packing.Row(s, t) * width, width));
        Layer(0, _words.AsSpan(0, Packing.Rows * width), width, EmbeddingTable.Unit, _first);
        Layer(2, First, 2 * model.Hidden, 1f / FixedPointMatrix.One, _second);
    }

    private void Layer(int layer, ReadOnlySpan<short> inputs, int width, float unit, Span<short> outputs)
    {
        var h = model.Hidden;
        var mirror = Packing.Mirror;
        for (var r = 0; r < Packing.Rows; r++) inputs.Slice(r * width, width).CopyTo(_turned.AsSpan(mirror[r] * width));
        var forwards = _forwards.Read(model.Layers[layer], Packing, inputs, unit);
        var backwards = _backwards.Read(model.Layers[layer + 1], Packing, _turned, unit);
        for (var r = 0; r < Packing.Rows; r++)
        {
            forwards.Slice(r * h, h).CopyTo(outputs[(r * 2 * h)..]);
            backwards.Slice(mirror[r] * h, h).CopyTo(outputs[(r * 2 * h + h)..]);
        }
    }

    private static void Grow(ref short[] array, int size)
    {
        if (array.Length < size) array = new short[Math.Max(size, 2 * array.Length)];
    }
}
