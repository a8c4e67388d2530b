using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// The state of an arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the words to come, and the
/// arcs found. The root stands after the last word.
/// </summary>
internal sealed class ArcHybrid
{
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;
    public const int Moves = 3;

    /// <summary>How many features a state has.</summary>
    public const int FeatureCount = 42;

    private const uint Nothing = 0x51ED270Bu;

    private WordForms _forms = null!;
    private byte[] _tags = null!;
    private int _first;
    private int[] _stack = [];
    private int[] _heads = [];
    private byte[] _labels = [];
    private int[] _leftmost = [], _rightmost = [], _leftCount = [], _rightCount = [];

    /// <summary>How many words the sentence has.</summary>
    public int Length { get; private set; }

    /// <summary>The next word; <see cref="Length"/> is the root.</summary>
    public int Next { get; private set; }

    /// <summary>How many words the stack holds.</summary>
    public int Depth { get; private set; }

    /// <summary>The head found for each word, counted from the sentence's first; -1 for none yet.</summary>
    public ReadOnlySpan<int> Heads => _heads.AsSpan(0, Length);

    /// <summary>The words on the stack, the top last.</summary>
    public ReadOnlySpan<int> Stack => _stack.AsSpan(0, Depth);

    public bool IsDone => Next == Length && Depth == 0;

    public void Start(WordForms forms, byte[] tags, int first, int length)
    {
        (_forms, _tags, _first, Length, Next, Depth) = (forms, tags, first, length, 0, 0);
        if (_heads.Length < length + 1)
        {
            var size = Math.Max(length + 1, 2 * _heads.Length);
            _stack = new int[size];
            _heads = new int[size];
            _labels = new byte[size];
            _leftmost = new int[size];
            _rightmost = new int[size];
            _leftCount = new int[size];
            _rightCount = new int[size];
        }

        Array.Fill(_heads, -1, 0, length + 1);
        Array.Fill(_leftmost, -1, 0, length + 1);
        Array.Fill(_rightmost, -1, 0, length + 1);
        Array.Clear(_leftCount, 0, length + 1);
        Array.Clear(_rightCount, 0, length + 1);
    }

    /// <summary>Whether a move can be made. The root takes one child, at the very end.</summary>
    public bool Can(int move) => move switch
    {
        Shift => Next < Length,
        Left => Depth > 0 && (Next < Length || Depth == 1),
        _ => Depth > 1,
    };

    /// <summary>Makes a move; for an arc, gives its dependent and head.</summary>
    public (int Dependent, int Head) Make(int move)
    {
        if (move == Shift)
        {
            _stack[Depth++] = Next++;
            return (-1, -1);
        }

        var dependent = _stack[--Depth];
        var head = move == Left ? Next : _stack[Depth - 1];
        _heads[dependent] = head;
        if (dependent < head)
        {
            _leftCount[head]++;
            if (_leftmost[head] < 0 || dependent < _leftmost[head]) _leftmost[head] = dependent;
        }
        else
        {
            _rightCount[head]++;
            if (dependent > _rightmost[head]) _rightmost[head] = dependent;
        }

        return (dependent, head);
    }

    /// <summary>Remembers the relation of the arc to <paramref name="dependent"/>.</summary>
    public void Label(int dependent, byte relation) => _labels[dependent] = relation;

    private uint Word(int k) => k < 0 ? Nothing : k >= Length ? Nothing + 1 : _forms.Word[_first + k];

    private uint Tag(int k) => k < 0 ? 254u : k >= Length ? 255u : _tags[_first + k];

    private uint LabelOf(int k) => k < 0 ? 255u : _labels[k];

    /// <summary>The features by which a move is chosen, or the relation of the arc just made.</summary>
    /// <param name="features">Filled.</param>
    /// <param name="kind">Keeps the features of different uses apart.</param>
    public void Extract(Span<uint> features, uint kind)
    {
        int s0 = Depth > 0 ? _stack[Depth - 1] : -1, s1 = Depth > 1 ? _stack[Depth - 2] : -1, s2 = Depth > 2 ? _stack[Depth - 3] : -1;
        int b0 = Next, b1 = Math.Min(Next + 1, Length), b2 = Math.Min(Next + 2, Length);
        uint s0w = Word(s0), s0t = Tag(s0), s1w = Word(s1), s1t = Tag(s1), b0w = Word(b0), b0t = Tag(b0), b1t = Tag(b1), b2t = Tag(b2), s2t = Tag(s2);
        int s0l = s0 < 0 ? -1 : _leftmost[s0], s0r = s0 < 0 ? -1 : _rightmost[s0];
        int s1l = s1 < 0 ? -1 : _leftmost[s1], s1r = s1 < 0 ? -1 : _rightmost[s1], b0l = _leftmost[b0];
        var distance = s0 < 0 ? 0u : (uint)Math.Min(b0 - s0, 8);
        var gap = s1 < 0 ? 0u : (uint)Math.Min(s0 - s1, 8);
        var valency = (s0 < 0 ? 0u : (uint)Math.Min(_leftCount[s0], 3) << 4 | (uint)Math.Min(_rightCount[s0], 3)) | (uint)Math.Min(_leftCount[b0], 3) << 8;
        var n = 0;
        var f = kind;
        uint A(uint a) => Hashing.Mix(++f, a);
        uint B(uint a, uint b) => Hashing.Mix(++f, a, b);
        uint C(uint a, uint b, uint c) => Hashing.Mix(++f, a, b << 16 ^ c);
        uint D(uint a, uint b, uint c, uint d) => Hashing.Mix(++f, a << 8 ^ b, c << 8 ^ d);
        features[n++] = A(0);
        features[n++] = B(s0w, s0t);
        features[n++] = A(s0t);
        features[n++] = A(s0w);
        features[n++] = B(b0w, b0t);
        features[n++] = A(b0t);
        features[n++] = A(b0w);
        features[n++] = B(s1w, s1t);
        features[n++] = A(s1t);
        features[n++] = B(Word(b1), b1t);
        features[n++] = C(s0w, s0t, b0t);
        features[n++] = C(b0w, b0t, s0t);
        features[n++] = B(s0w, b0w);
        features[n++] = D(s0t, b0t, distance, 1);
        features[n++] = D(s0t, b0t, b1t, 2);
        features[n++] = D(s0t, b0t, b1t, b2t);
        features[n++] = D(s1t, s0t, b0t, 3);
        features[n++] = D(s2t, s1t, s0t, 4);
        features[n++] = D(s1t, s0t, b0t, b1t);
        features[n++] = B(s1w, s0w);
        features[n++] = C(s1w, s0t, b0t);
        features[n++] = C(s0w, s1t, b0t);
        features[n++] = C(b0w, s1t, s0t);
        features[n++] = D(s1t, s0t, gap, 5);
        features[n++] = D(s0t, Tag(s0l), b0t, 6);
        features[n++] = D(s0t, Tag(s0r), b0t, 7);
        features[n++] = D(s0t, Tag(b0l), b0t, 8);
        features[n++] = D(s1t, Tag(s1l), s0t, 9);
        features[n++] = D(s1t, Tag(s1r), s0t, 10);
        features[n++] = D(s1t, Tag(s0l), s0t, 11);
        features[n++] = D(s1t, Tag(s0r), s0t, 12);
        features[n++] = C(s0w, LabelOf(s0l), LabelOf(s0r));
        features[n++] = D(s0t, LabelOf(s0l), LabelOf(s0r), b0t);
        features[n++] = D(s1t, LabelOf(s1r), s0t, b0t);
        features[n++] = B(b0w, LabelOf(b0l));
        features[n++] = D(b0t, LabelOf(b0l), s0t, 13);
        features[n++] = B(s0w, valency);
        features[n++] = D(s0t, valency >> 8, b0t, valency & 255);
        features[n++] = B(s0w, distance);
        features[n++] = B(b0w, distance);
        features[n++] = B(Word(s0r), s0t);
        features[n++] = B(Word(b0l), b0t);
        System.Diagnostics.Debug.Assert(n == FeatureCount, "as many features as stated");
    }
}
