namespace Rapporteur.Text;

/// <summary>
/// Converts positions in one text between UTF-16 units, which the library counts in, and Unicode code points, which records,
/// W3C Web Annotations, brat and Python count in. A surrogate without its half counts as one code point, as it does in Python.
/// </summary>
/// <remarks>
/// Building it reads the text once; a conversion then takes at most one step of 256 units, and none at all in
/// a text without surrogate pairs. Immutable and safe to share between threads.
/// </remarks>
public sealed class CodePoints
{
    private const int Stride = 256;
    private readonly string _text;

    // _pairs[k] counts the surrogate pairs that start before unit k * Stride; null where the text has none.
    private readonly int[]? _pairs;

    /// <summary>Prepares the conversion for <paramref name="text"/>.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        Count = text.Length;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0) return;

        _pairs = new int[text.Length / Stride + 2];
        var pairs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i % Stride == 0) _pairs[i / Stride] = pairs;
            if (StartsPair(i)) pairs++;
        }

        _pairs[^1] = pairs;
        if (text.Length % Stride == 0) _pairs[text.Length / Stride] = pairs;
        Count -= pairs;
    }

    /// <summary>How many code points the text has.</summary>
    public int Count { get; }

    /// <summary>The number of code points before the UTF-16 unit at <paramref name="position"/>.</summary>
    /// <remarks>A position between the halves of a pair counts as the pair's end.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or past the end of the text.</exception>
    public int FromUtf16(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _text.Length);
        if (_pairs is null) return position;
        if (position > 0 && position < _text.Length && StartsPair(position - 1)) position++;

        var pairs = _pairs[position / Stride];
        for (var i = position / Stride * Stride; i < position; i++)
            if (StartsPair(i)) pairs++;
        return position - pairs;
    }

    /// <summary>The UTF-16 unit at which code point number <paramref name="index"/> starts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or greater than <see cref="Count"/>.</exception>
    public int ToUtf16(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        if (_pairs is null) return index;

        // The last block whose first unit stands at or before the code point asked for.
        int low = 0, high = _text.Length / Stride;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (FromUtf16(middle * Stride) <= index) low = middle; else high = middle - 1;
        }

        var position = low * Stride;
        if (position > 0 && StartsPair(position - 1)) position++;
        for (var left = index - FromUtf16(position); left > 0; left--) position += StartsPair(position) ? 2 : 1;
        return position;
    }

    /// <summary>The same stretch of text, counted in code points: its start and its end.</summary>
    public (int Start, int End) FromUtf16(Span span) => (FromUtf16(span.Start), FromUtf16(span.End));

    /// <summary>The same stretch of text, counted in UTF-16 units.</summary>
    public Span ToUtf16(int start, int end) => Span.FromBounds(ToUtf16(start), ToUtf16(end));

    private bool StartsPair(int i) =>
        char.IsHighSurrogate(_text[i]) && i + 1 < _text.Length && char.IsLowSurrogate(_text[i + 1]);
}
