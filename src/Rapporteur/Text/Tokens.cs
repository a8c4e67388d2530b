using System.Diagnostics;

namespace Rapporteur.Text;

/// <summary>What kind of thing a token is, as far as its characters show.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes, hyphens and full stops.</summary>
    Word,

    /// <summary>Digits, with inner separators.</summary>
    Number,

    /// <summary>Any other character or run of the same character.</summary>
    Mark,

    /// <summary>A web or mail address, a hashtag or an account name.</summary>
    Address,
}

/// <summary>
/// The tokens of a document, as arrays side by side: token <c>i</c> starts at <c>Starts[i]</c> and covers <c>Lengths[i]</c>
/// UTF-16 units. Tokens never overlap, stand in the order of the text and never hold white space.
/// </summary>
public sealed class Tokens
{
    private int[] _starts;
    private int[] _lengths;
    private TokenKind[] _kinds;

    internal Tokens(int capacity)
    {
        _starts = new int[capacity];
        _lengths = new int[capacity];
        _kinds = new TokenKind[capacity];
    }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where each token starts, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>How long each token is, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>The kind of each token.</summary>
    public ReadOnlySpan<TokenKind> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>Where token number <paramref name="index"/> stands.</summary>
    public Span this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new Span(_starts[index], _lengths[index]);
        }
    }

    /// <summary>The first token that ends after <paramref name="position"/>; <see cref="Count"/> where none does.</summary>
    public int IndexAt(int position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_starts[middle] + _lengths[middle] > position) high = middle; else low = middle + 1;
        }

        return low;
    }

    /// <summary>The tokens that share a character with <paramref name="span"/>.</summary>
    public TokenRange Touching(Span span)
    {
        var first = IndexAt(span.Start);
        var end = first;
        while (end < Count && _starts[end] < span.End) end++;
        return new TokenRange(first, end);
    }

    internal void Add(int start, int length, TokenKind kind)
    {
        Debug.Assert(length > 0, "a token covers something");
        if (Count == _starts.Length)
        {
            var capacity = Math.Max(16, Count * 2);
            Array.Resize(ref _starts, capacity);
            Array.Resize(ref _lengths, capacity);
            Array.Resize(ref _kinds, capacity);
        }

        _starts[Count] = start;
        _lengths[Count] = length;
        _kinds[Count] = kind;
        Count++;
    }
}

/// <summary>Consecutive tokens: from number <paramref name="First"/> up to, not including, number <paramref name="End"/>.</summary>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>How many tokens the range holds.</summary>
    public int Count => End - First;
}
