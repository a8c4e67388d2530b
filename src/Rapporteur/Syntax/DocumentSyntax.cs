using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// The grammar of a document: tags, lemma, head and relation of each token, as arrays beside <see cref="Document.Tokens"/>.
/// Every sentence is one tree. Immutable and safe to share between threads.
/// </summary>
public sealed class DocumentSyntax
{
    /// <summary>The head of a token that has none.</summary>
    public const int NoHead = -1;

    private readonly Document _document;
    private readonly Lemmatizer _lemmatizer;
    private readonly UniversalTag[] _universalTags;
    private readonly PennTag[] _pennTags;
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly TokenRange[] _subtrees;

    internal DocumentSyntax(Document document, Lemmatizer lemmatizer, UniversalTag[] universalTags, PennTag[] pennTags, int[] heads, Relation[] relations)
    {
        _document = document;
        _lemmatizer = lemmatizer;
        _universalTags = universalTags;
        _pennTags = pennTags;
        _heads = heads;
        _relations = relations;
        _firstChild = new int[heads.Length];
        _nextSibling = new int[heads.Length];
        _subtrees = new TokenRange[heads.Length];
        LinkChildren();
        foreach (var sentence in document.Sentences) MeasureSubtrees(sentence);
    }

    /// <summary>The universal part of speech of each token.</summary>
    public ReadOnlySpan<UniversalTag> UniversalTags => _universalTags;

    /// <summary>The Penn treebank part of speech of each token.</summary>
    public ReadOnlySpan<PennTag> PennTags => _pennTags;

    /// <summary>The head of each token, as the number of a token of the document; <see cref="NoHead"/> for the root of a sentence.</summary>
    public ReadOnlySpan<int> Heads => _heads;

    /// <summary>The relation of each token to its head.</summary>
    public ReadOnlySpan<Relation> Relations => _relations;

    /// <summary>The tokens that have <paramref name="token"/> as their head, in the order of the text. Allocates nothing.</summary>
    public ChildTokens Children(int token) => new(_firstChild[token], _nextSibling);

    /// <summary>The first child with <paramref name="relation"/>, subtypes apart; -1 where there is none.</summary>
    public int Child(int token, Relation relation)
    {
        foreach (var child in Children(token))
            if (_relations[child] == relation) return child;
        return -1;
    }

    /// <summary>
    /// The smallest range that holds the token and all that hangs below it. Where branches cross, which is rare in English,
    /// it also holds tokens that do not: <see cref="IsWithin"/> tells them apart.
    /// </summary>
    public TokenRange Subtree(int token) => _subtrees[token];

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or hangs below it, however deep.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        while (token != ancestor && token >= 0) token = _heads[token];
        return token == ancestor;
    }

    /// <summary>The lemma of a token: its form as a dictionary has it ("said" is "say", "Ministers" is "minister").</summary>
    public string Lemma(int token)
    {
        var form = _document.Tokens[token].In(_document.Text);
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        return form.Length > Lemmatizer.Longest - Lemmatizer.Room ? form.ToString() : Lemma(token, buffer).ToString();
    }

    /// <summary>The lemma of a token, written to <paramref name="buffer"/> or lying in the text; allocates nothing.</summary>
    /// <param name="token">The token.</param>
    /// <param name="buffer">Room for 64 UTF-16 units; a token that does not fit is its own lemma.</param>
    public ReadOnlySpan<char> Lemma(int token, Span<char> buffer) =>
        _lemmatizer.Lemma(_document.Tokens[token].In(_document.Text), _universalTags[token], _pennTags[token], buffer);

    /// <summary>The lemma of a word that stands nowhere in the document, tagged as given.</summary>
    internal string Lemma(string form, UniversalTag universal, PennTag penn)
    {
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        return _lemmatizer.Lemma(form, universal, penn, buffer).ToString();
    }

    private void LinkChildren()
    {
        Array.Fill(_firstChild, -1);
        for (var i = _heads.Length - 1; i >= 0; i--)
        {
            var head = _heads[i];
            if (head < 0) { _nextSibling[i] = -1; continue; }
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
    }

    // Up from every token while the range above still grows. A range grows at most as often as the tree is deep, and most
    // steps stop at once; the sentences given to the parser are bounded, so this is linear in the text.
    private void MeasureSubtrees(TokenRange sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++) _subtrees[i] = new TokenRange(i, i + 1);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            for (var head = _heads[i]; head >= 0; head = _heads[head])
            {
                var range = _subtrees[head];
                if (range.First <= i && range.End > i) break;
                _subtrees[head] = new TokenRange(Math.Min(range.First, i), Math.Max(range.End, i + 1));
            }
        }
    }
}

/// <summary>The children of a token, for use in <c>foreach</c>.</summary>
public readonly struct ChildTokens
{
    private readonly int _first;
    private readonly int[] _next;

    internal ChildTokens(int first, int[] next)
    {
        _first = first;
        _next = next;
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _first < 0;

    /// <summary>Begins the enumeration.</summary>
    public Enumerator GetEnumerator() => new(_first, _next);

    /// <summary>Goes from child to child.</summary>
    public struct Enumerator
    {
        private readonly int[] _next;
        private int _following;

        internal Enumerator(int first, int[] next)
        {
            _following = first;
            _next = next;
            Current = -1;
        }

        /// <summary>The child reached.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next child.</summary>
        public bool MoveNext()
        {
            if (_following < 0) return false;
            Current = _following;
            _following = _next[Current];
            return true;
        }
    }
}
