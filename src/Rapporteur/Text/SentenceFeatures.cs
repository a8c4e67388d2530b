using System.Runtime.CompilerServices;
using Rapporteur.Languages;
using Rapporteur.Learning;

namespace Rapporteur.Text;

/// <summary>The features by which the beginning of a sentence is told: what stands before and after, and how the sentence so far went.</summary>
/// <remarks>Owns its buffers; for one document at a time.</remarks>
internal sealed class SentenceFeatures
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 38;

    // Nobody writes more in a row; a page of nothing but quotation marks must not be searched again for each.
    private const int MostClosers = 8;
    private const uint Nothing = 0x51ED270Bu;

    private readonly WordForms _forms = new();
    private string _text = "";
    private Tokens _tokens = null!;
    private LanguagePack _language = null!;
    private int[] _toStop = [];
    private TokenRange _paragraph;
    private int _start, _openQuotes, _openBrackets;

    /// <summary>Makes ready for a document.</summary>
    public void Read(string text, Tokens tokens, LanguagePack language)
    {
        (_text, _tokens, _language) = (text, tokens, language);
        _forms.Read(text, tokens);
        if (_toStop.Length < tokens.Count) _toStop = new int[Math.Max(tokens.Count, 2 * _toStop.Length)];
    }

    /// <summary>Begins a paragraph, and its first sentence.</summary>
    public void Begin(TokenRange paragraph)
    {
        _paragraph = paragraph;
        var distance = 99;
        for (var i = paragraph.End - 1; i >= paragraph.First; i--)
        {
            distance = IsStop(i) ? 0 : distance + 1;
            _toStop[i] = distance;
        }

        BeginSentence(paragraph.First);
    }

    /// <summary>Says that a sentence begins at <paramref name="token"/>.</summary>
    public void BeginSentence(int token) => (_start, _openQuotes, _openBrackets) = (token, 0, 0);

    /// <summary>Says that <paramref name="token"/> belongs to the sentence so far.</summary>
    public void Pass(int token)
    {
        var c = _text[_tokens.Starts[token]];
        if (c is '"' or '“' or '”' && _tokens.Lengths[token] == 1) _openQuotes = c switch { '“' => 1, '”' => 0, _ => 1 - _openQuotes };
        else if (c is '(' or '[') _openBrackets = 1;
        else if (c is ')' or ']') _openBrackets = 0;
    }

    /// <summary>Writes the features of a sentence beginning at token <paramref name="j"/>, which is not the paragraph's first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Extract(int j, Span<uint> features)
    {
        var i = j - 1;
        uint Word(int k) => k >= _paragraph.First && k < _paragraph.End ? _forms.Word[k] : Nothing;
        uint Shape(int k) => k >= _paragraph.First && k < _paragraph.End ? _forms.Shape[k] : Nothing;
        uint wi = Word(i), wj = Word(j), si = Shape(i), sj = Shape(j);
        var spaced = _tokens.Starts[j] > _tokens[i].End ? 1u : 0;
        var before = i;
        while (before > _start && i - before < MostClosers && IsCloser(before)) before--;
        var stop = (IsStop(before) ? 1u : 0) | (before < i ? 2u : 0) | (IsAbbreviated(before) ? 4u : 0);
        var starts = _language.StartsSentences(_tokens[j].In(_text)) ? 1u : 0;
        var state = (uint)(_openQuotes | _openBrackets << 1);
        var length = Bucket(j - _start);
        var left = Bucket(_paragraph.End - j);
        var ahead = Bucket(_toStop[j]);
        var n = 0;
        uint f = 0;
        uint A(uint a) => Hashing.Mix(++f, a);
        uint B(uint a, uint b) => Hashing.Mix(++f, a, b);
        uint C(uint a, uint b, uint c) => Hashing.Mix(++f, a, b, c);
        features[n++] = A(stop << 1 | spaced);
        features[n++] = A(wi);
        features[n++] = A(wj);
        features[n++] = A(Word(i - 1));
        features[n++] = A(Word(j + 1));
        features[n++] = A(si);
        features[n++] = A(sj);
        features[n++] = A(Shape(i - 1));
        features[n++] = A(Shape(j + 1));
        features[n++] = B(si, sj);
        features[n++] = B(wi, wj);
        features[n++] = B(wi, sj);
        features[n++] = B(si, wj);
        features[n++] = B(Word(i - 1), wi);
        features[n++] = B(wj, Word(j + 1));
        features[n++] = C(Shape(i - 1), si, sj);
        features[n++] = C(si, sj, Shape(j + 1));
        features[n++] = C(sj, Shape(j + 1), Shape(j + 2));
        features[n++] = C(Shape(i - 2), Shape(i - 1), si);
        features[n++] = C(stop, spaced, sj);
        features[n++] = C(stop, starts, sj);
        features[n++] = C(stop, wi, sj);
        features[n++] = C(stop, state, sj);
        features[n++] = C(stop, length, sj);
        features[n++] = C(si, sj, length);
        features[n++] = C(si, sj, left);
        features[n++] = C(stop, sj, ahead);
        features[n++] = C(si, sj, ahead);
        features[n++] = C(wj, stop, spaced);
        features[n++] = C(wi, state, spaced);
        features[n++] = C(Word(_start), stop, length);
        features[n++] = C(Shape(_start), sj, stop);
        features[n++] = C(Shape(_start), Shape(_start + 1), stop);
        features[n++] = B(Word(before), stop);
        features[n++] = C(_forms.Suffixes[i * WordForms.SuffixCount + 2], sj, stop);
        features[n++] = B(_forms.Suffixes[j * WordForms.SuffixCount + 2], stop);
        features[n++] = C(Word(i - 2), Word(i - 1), wi);
        features[n++] = C(wj, Word(j + 1), stop);
        System.Diagnostics.Debug.Assert(n == Count, "as many features as stated");
    }

    private static uint Bucket(int distance) => distance < 4 ? (uint)distance : distance < 6 ? 4u : distance < 10 ? 5u : distance < 20 ? 6u : distance < 40 ? 7u : 8u;

    private bool IsStop(int i) => _text[_tokens[i].End - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private bool IsAbbreviated(int i) => _tokens.Lengths[i] > 1 && _tokens.Kinds[i] == TokenKind.Word && _text[_tokens[i].End - 1] == '.';

    // A quotation mark or bracket that closes, written up against what it closes.
    private bool IsCloser(int i) => _tokens.Lengths[i] <= 2 && _tokens.Starts[i] == _tokens[i - 1].End
        && _text[_tokens.Starts[i]] is '”' or '’' or '"' or '\'' or ')' or ']' or '»' or '›';
}
