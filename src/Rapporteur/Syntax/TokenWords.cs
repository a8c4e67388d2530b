using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// The words of a document as lists of words are looked up: each token in lower case with the typewriter's apostrophe, and its
/// lemma in lower case (of verbs, nouns and particles; other words stand for themselves). Two buffers for all of them, no string for each.
/// </summary>
internal sealed class TokenWords
{
    private readonly char[] _forms;
    private readonly int[] _starts;
    private readonly char[] _lemmas;
    private readonly int[] _lemmaStarts;

    /// <summary>Reads all tokens of <paramref name="document"/>.</summary>
    public TokenWords(Document document, DocumentSyntax syntax)
    {
        Document = document;
        Syntax = syntax;
        var tokens = document.Tokens;
        _starts = new int[tokens.Count + 1];
        _lemmaStarts = new int[tokens.Count + 1];
        var length = 0;
        for (var i = 0; i < tokens.Count; i++) length += tokens.Lengths[i];
        _forms = new char[length];
        _lemmas = new char[length + 16];
        Span<char> buffer = stackalloc char[64];
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = tokens[i].In(document.Text);
            for (var k = 0; k < form.Length; k++) _forms[_starts[i] + k] = form[k] == '’' ? '\'' : char.ToLowerInvariant(form[k]);
            _starts[i + 1] = _starts[i] + form.Length;

            // Looking a lemma up costs more than all else here, and other words are their own or nearly so.
            var lemma = syntax.UniversalTags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Noun or UniversalTag.Part ? syntax.Lemma(i, buffer) : form;
            if (_lemmaStarts[i] + lemma.Length > _lemmas.Length)
                Array.Resize(ref _lemmas, Math.Max(_lemmas.Length * 2, _lemmaStarts[i] + lemma.Length));
            for (var k = 0; k < lemma.Length; k++) _lemmas[_lemmaStarts[i] + k] = char.ToLowerInvariant(lemma[k]);
            _lemmaStarts[i + 1] = _lemmaStarts[i] + lemma.Length;
        }
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Its grammar.</summary>
    public DocumentSyntax Syntax { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>A token in lower case.</summary>
    public ReadOnlySpan<char> Form(int token) => _forms.AsSpan(_starts[token].._starts[token + 1]);

    /// <summary>The lemma of a token, in lower case.</summary>
    public ReadOnlySpan<char> Lemma(int token) => _lemmas.AsSpan(_lemmaStarts[token].._lemmaStarts[token + 1]);

    /// <summary>Whether a token is written like <paramref name="word"/>, case apart; no token outside the document is.</summary>
    public bool Is(int token, string word) => token >= 0 && token < Count && Form(token).SequenceEqual(word);

    /// <summary>A token's universal part of speech.</summary>
    public UniversalTag Tag(int token) => Syntax.UniversalTags[token];

    /// <summary>A token's Penn tag.</summary>
    public PennTag Penn(int token) => Syntax.PennTags[token];

    /// <summary>Where a range of tokens stands; it holds at least one.</summary>
    public Span Whole(TokenRange range) =>
        Span.FromBounds(Document.Tokens.Starts[range.First], Document.Tokens[range.End - 1].End);

    /// <summary>Whether nothing stands between a token and the one before it.</summary>
    public bool IsGlued(int token) => token > 0 && Document.Tokens.Starts[token] == Document.Tokens[token - 1].End;
}
