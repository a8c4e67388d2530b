namespace Rapporteur.Syntax;

/// <summary>
/// Sentences of a batch side by side: the first words of all, then the second words of those that have one, and so on; longer
/// sentences stand first, so that the sentences that have a t-th word are always the first few.
/// </summary>
internal sealed class Packing
{
    private int[] _lengths = [];
    private int[] _starts = [];
    private int[] _mirror = [];
    private int[] _sentence = [];
    private int _longest;

    /// <summary>How many sentences there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many words there are in all.</summary>
    public int Rows { get; private set; }

    /// <summary>How many words each sentence has.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>Where the words number t start; and the end.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _longest + 1);

    /// <summary>For each word that which stands as far from the other end of its sentence.</summary>
    public ReadOnlySpan<int> Mirror => _mirror.AsSpan(0, Rows);

    /// <summary>The sentence of each word.</summary>
    public ReadOnlySpan<int> Sentence => _sentence.AsSpan(0, Rows);

    /// <summary>The row of a word.</summary>
    public int Row(int sentence, int word) => _starts[word] + sentence;

    /// <summary>Arranges sentences of these lengths, which do not grow.</summary>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Count = lengths.Length;
        _longest = Count == 0 ? 0 : lengths[0];
        Rows = 0;
        foreach (var length in lengths) Rows += length;
        Grow(ref _lengths, Count);
        Grow(ref _starts, _longest + 1);
        Grow(ref _mirror, Rows);
        Grow(ref _sentence, Rows);
        lengths.CopyTo(_lengths);
        _starts[0] = 0;
        for (int t = 0, active = Count; t < _longest; t++)
        {
            while (lengths[active - 1] <= t) active--;
            _starts[t + 1] = _starts[t] + active;
        }

        for (var s = 0; s < Count; s++)
            for (var t = 0; t < lengths[s]; t++)
            {
                _mirror[Row(s, t)] = Row(s, lengths[s] - 1 - t);
                _sentence[Row(s, t)] = s;
            }
    }

    private static void Grow(ref int[] array, int size)
    {
        if (array.Length < size) array = new int[Math.Max(size, 2 * array.Length)];
    }
}
