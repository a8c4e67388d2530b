using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Times;

/// <summary>A word or number of a sentence, as the grammar of time sees it: tokens, those with hyphens taken apart.</summary>
/// <param name="Span">Where it stands, in UTF-16 units.</param>
/// <param name="Word">What its word can be.</param>
/// <param name="Number">What its digits say; null where it has none.</param>
/// <param name="Token">The token it comes from.</param>
/// <param name="Joined">Whether a hyphen joins it to the piece before it.</param>
internal readonly record struct TimePiece(Span Span, TimeWord Word, NumericForm? Number, int Token, bool Joined);

/// <summary>The pieces of one sentence, reused from sentence to sentence.</summary>
internal sealed class TimePieces(Document document, DocumentSyntax syntax, TimeLexicon lexicon)
{
    private readonly List<TimePiece> _pieces = [];

    /// <summary>How many pieces the sentence has.</summary>
    public int Count => _pieces.Count;

    /// <summary>The text that the pieces are of.</summary>
    public string Text => document.Text;

    /// <summary>The grammar of the text.</summary>
    public DocumentSyntax Syntax => syntax;

    /// <summary>The words that are known.</summary>
    public TimeLexicon Lexicon => lexicon;

    /// <summary>Piece number <paramref name="i"/>; an empty one outside the sentence.</summary>
    public TimePiece this[int i] => i >= 0 && i < _pieces.Count ? _pieces[i] : default;

    /// <summary>Takes a sentence apart.</summary>
    /// <returns>Whether it holds anything that a time expression could be made of.</returns>
    public bool Read(TokenRange sentence)
    {
        _pieces.Clear();
        var hearts = false;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            var span = document.Tokens[token];
            var joined = false;
            if (IsHyphen(token) && token > sentence.First && token + 1 < sentence.End
                && document.Tokens[token - 1].End == span.Start && document.Tokens.Starts[token + 1] == span.End)
            {
                // "two|-|day": the hyphen joins. "1997|-|98": one form, in the place of the first number.
                var next = document.Tokens[++token];
                if (Merge(next)) continue;
                (span, joined) = (next, true);
            }

            if (document.Tokens.Kinds[token] is TokenKind.Address) { _pieces.Add(new TimePiece(span, default, null, token, false)); continue; }
            var word = span.In(Text);
            if (document.Tokens.Kinds[token] is not TokenKind.Mark && word[1..].IndexOfAny('-', '–', '‑') >= 0) hearts |= Split(span, token);
            else hearts |= Add(span, token, joined);
        }

        return hearts;
    }

    private bool IsHyphen(int token) => document.Tokens.Lengths[token] == 1 && Text[document.Tokens.Starts[token]] is '-' or '–' or '‑' or '‐';

    private bool Merge(Span next)
    {
        if (_pieces.Count == 0 || _pieces[^1] is not { Number: { Shape: NumericShape.Integer, Digits: 4 } first, Joined: false } last) return false;
        if (NumericForm.Read(next.In(Text)) is not { Shape: NumericShape.Integer } second || NumericForm.Span(first, second) is not { } whole) return false;
        _pieces[^1] = last with { Span = Span.FromBounds(last.Span.Start, next.End), Number = whole };
        return true;
    }

    /// <summary>The characters of piece number <paramref name="i"/>.</summary>
    public ReadOnlySpan<char> TextOf(int i) => i >= 0 && i < _pieces.Count ? _pieces[i].Span.In(Text) : default;

    /// <summary>The characters of token number <paramref name="token"/> of the document.</summary>
    public ReadOnlySpan<char> TextOfToken(int token) => document.Tokens[token].In(Text);

    /// <summary>Whether piece number <paramref name="i"/> can be of a kind.</summary>
    public bool Is(int i, TimeWordKind kind) => this[i].Word.Is(kind);

    /// <summary>Whether piece number <paramref name="i"/> is this mark.</summary>
    public bool IsMark(int i, char mark) => TextOf(i) is [var c] && c == mark;

    /// <summary>Whether piece number <paramref name="i"/> starts with a capital letter.</summary>
    public bool IsCapitalised(int i) => TextOf(i) is [var c, ..] && char.IsUpper(c);

    private bool Add(Span span, int token, bool joined)
    {
        var text = span.In(Text);
        var number = NumericForm.Read(text);
        var word = number is null ? lexicon.Find(text) : default;
        _pieces.Add(new TimePiece(span, word, number, token, joined));
        if (word.Is(TimeWordKind.Cardinal) && word.Value is 2 or 18 or 19 or 20) return true; // "nineteen ninety-six", "two thousand"
        return word.Is(TimeWordKind.Heart) || number is { CanBeTime: true };
    }

    // "two-year", "mid-November", "third-quarter": apart. A date in digits ("2026-02-01", "1997-98") stays whole.
    private bool Split(Span span, int token)
    {
        if (NumericForm.Read(span.In(Text)) is { } whole)
        {
            _pieces.Add(new TimePiece(span, default, whole, token, false));
            return whole.CanBeTime;
        }

        var hearts = false;
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && Text[i] is not ('-' or '–' or '‑')) continue;
            if (i > start) hearts |= Add(Span.FromBounds(start, i), token, start > span.Start);
            start = i + 1;
        }

        return hearts;
    }
}
