using System.Runtime.CompilerServices;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Text;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Quotations;

/// <summary>What a token is to one given cue: its source, its content, the cue itself, or nothing.</summary>
internal enum ArgumentLabel : byte
{
    Other,
    BeginSource,
    InSource,
    BeginContent,
    InContent,
    Cue,
}

internal static class ArgumentLabels
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 6;

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool MayFollow(int from, int to) => !IsInside(to) || from == to || from == to - 1;

    /// <summary>Whether a sequence may begin with the label.</summary>
    public static bool MayBegin(int label) => !IsInside(label);

    private static bool IsInside(int label) => label is (int)ArgumentLabel.InSource or (int)ArgumentLabel.InContent;
}

/// <summary>
/// The features by which the second labeller judges a token with one cue in mind: on which side of it and how far off it
/// stands, what lies between, and what the first labeller thought.
/// </summary>
internal sealed class ArgumentFeatures
{
    /// <summary>The most features that a token has.</summary>
    public const int Most = 96;

    /// <summary>Tokens farther than this from the cue are not looked at.</summary>
    public const int Reach = 160;

    private int[] _commas = [], _colons = [], _marks = [], _cues = [], _sources = [], _contents = [];
    private uint[] _thought = [];
    private TokenRange _window;
    private TokenAttributes _a = new();
    private RoleReading _roles = new();
    private readonly CuePaths _paths = new();
    private Syntax.DocumentSyntax _syntax = null!;
    private Document _document = null!;

    /// <summary>Prepares for a document: what is counted over it is counted once.</summary>
    public void Prepare(Document document, Syntax.DocumentSyntax syntax, TokenAttributes attributes, RoleReading roles)
    {
        _document = document;
        _syntax = syntax;
        _a = attributes;
        _roles = roles;
        var n = document.Tokens.Count;
        if (_commas.Length <= n)
        {
            var size = Math.Max(n + 1, 2 * _commas.Length);
            (_commas, _colons, _marks, _cues) = (new int[size], new int[size], new int[size], new int[size]);
            (_sources, _contents, _thought) = (new int[size], new int[size], new uint[size]);
        }

        var text = document.Text;
        var next = 0;
        for (var i = 0; i < n; i++)
        {
            var c = document.Tokens.Kinds[i] == TokenKind.Mark ? text[document.Tokens.Starts[i]] : '\0';
            _commas[i + 1] = _commas[i] + (c == ',' ? 1 : 0);
            _colons[i + 1] = _colons[i] + (c is ':' or ';' or '—' or '–' ? 1 : 0);
            _marks[i + 1] = _marks[i] + (attributes.Quote[i] is QuoteState.Opens or QuoteState.Closes ? 1 : 0);
            while (next < roles.Cues.Count && roles.Cues[next].Tokens.First < i) next++;
            _cues[i + 1] = _cues[i] + (next < roles.Cues.Count && roles.Cues[next].Tokens.First == i && roles.Cues[next].Probability > 0.3f ? 1 : 0);
            var best = (RoleLabel)roles.Best[i];
            _sources[i + 1] = _sources[i] + (best is RoleLabel.BeginSourceForward or RoleLabel.BeginSourceBackward ? 1 : 0);
            _contents[i + 1] = _contents[i] + (best is RoleLabel.BeginContentForward or RoleLabel.BeginContentBackward ? 1 : 0);
            _thought[i] = Mix((uint)Level(roles.Content(i, true)), (uint)Level(roles.Content(i, false)), (uint)Level(roles.Source(i, true) + roles.Source(i, false)));
        }
    }

    /// <summary>
    /// Where a cue's arguments may lie: its paragraph; the quotations set off as paragraphs after it, where it stands in the last
    /// sentence ("Roe said:"); the quotation before it, where it signs that ("- Jane Roe").
    /// </summary>
    public TokenRange Surroundings(int paragraph, TokenRange cue)
    {
        const int Signature = 12;
        var paragraphs = _document.Paragraphs;
        var own = paragraphs[paragraph];
        int first = own.First, end = own.End;
        if (_document.Sentences[_a.Sentence[cue.First]].End == end)
        {
            for (var next = paragraph + 1; next < paragraphs.Length && end < cue.End + Reach && _a.OpensQuotation(paragraphs[next]); next++)
                end = paragraphs[next].End;
        }

        if (own.Count <= Signature && paragraph > 0 && _a.OpensQuotation(paragraphs[paragraph - 1])) first = paragraphs[paragraph - 1].First;
        return new TokenRange(first, end);
    }

    /// <summary>The tokens to look at for a cue: its surroundings, as far as <see cref="Reach"/>.</summary>
    public static TokenRange Window(TokenRange surroundings, TokenRange cue) =>
        new(Math.Max(surroundings.First, cue.First - Reach), Math.Min(surroundings.End, cue.End + Reach));

    /// <summary>The content words of a cue that its features speak of.</summary>
    public readonly record struct CueWords(uint Head, uint All, uint Class, uint Ending, uint After, uint AfterNext, uint Before, uint Quote, uint Tag, uint Frame);

    /// <summary>What the features of all tokens say about the cue itself.</summary>
    public CueWords Describe(TokenRange cue, TokenRange paragraph)
    {
        // The head: the reporting word that stands last, else the last word.
        var head = cue.End - 1;
        for (var i = cue.End - 1; i >= cue.First; i--)
            if (_a.Reporting[i] is not ReportingClass.None) { head = i; break; }
        uint all = 7;
        for (var i = cue.First; i < cue.End; i++) all = Mix(all, _a.Word[i]);
        return new CueWords(_a.Stem[head], all, (uint)_a.Reporting[head], _a.Suffix[head],
            Word(cue.End, paragraph), Word(cue.End + 1, paragraph), Word(cue.First - 1, paragraph), (uint)_a.Quote[cue.First],
            Mix(_a.Grammar.Tag(head), _a.Grammar.Relation(head)), _a.Grammar.Frame[head]);
    }

    /// <summary>Makes ready for the tokens of a window around a cue; before <see cref="Extract"/>.</summary>
    public void Approach(TokenRange cue, TokenRange window)
    {
        _window = window;
        _paths.Read(_a.Grammar, _syntax, cue, window);
    }

    /// <summary>The ways through the tree to the cue last approached, a token of the window each.</summary>
    public CuePaths Paths => _paths;

    /// <summary>Writes the features of token <paramref name="i"/>; returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Extract(TokenRange cue, in CueWords words, TokenRange paragraph, int i, Span<uint> features)
    {
        var a = _a;
        var forward = i < cue.First;
        var side = forward ? 1u : 2u;
        var gap = forward ? cue.First - i : i - cue.End + 1;
        var d = Math.Max(RoleFeatures.Distance(gap), gap > 40 ? 10u : 0);
        int from = forward ? i + 1 : cue.End, to = forward ? cue.First : i;
        if (from > to) to = from;
        var commas = (uint)Math.Min(_commas[to] - _commas[from], 2);
        var colons = (uint)Math.Min(_colons[to] - _colons[from], 1);
        var marks = (uint)Math.Min(_marks[to] - _marks[from], 4);
        var cues = (uint)Math.Min(_cues[to] - _cues[from], 2);
        var sentences = (uint)Math.Min(Math.Abs(a.Sentence[i] - a.Sentence[cue.First]), 3);
        // Spans that the first labeller sees between this token and the cue; the token's own span, where it begins there, not counted.
        var sources = (uint)Math.Clamp(_sources[to] - _sources[from], 0, 2);
        var contents = (uint)Math.Clamp(_contents[to] - _contents[from], 0, 2);
        var between = Mix(side, commas + 3 * colons, marks, sentences);

        uint w0 = Word(i, paragraph), w1 = Word(i + 1, paragraph), v1 = Word(i - 1, paragraph), v2 = Word(i - 2, paragraph);
        uint s0 = a.Stem[i];
        uint h0 = a.Shape[i], h1 = At(a.Shape, i + 1, paragraph), g1 = At(a.Shape, i - 1, paragraph);
        uint x0 = a.Suffix[i], y1 = At(a.Suffix, i - 1, paragraph);
        uint q0 = (uint)a.Quote[i], q1 = i + 1 < paragraph.End ? (uint)a.Quote[i + 1] : 99, o1 = i > paragraph.First ? (uint)a.Quote[i - 1] : 99;
        var r0 = (uint)a.Reporting[i];
        var quote = Mix(q0, words.Quote, o1, q1);
        var sentence = _document.Sentences[a.Sentence[i]];
        uint start = RoleFeatures.Distance(i - sentence.First), end = RoleFeatures.Distance(sentence.End - 1 - i);
        uint lm = a.MarkBefore[i] < 0 ? 0 : a.Word[a.MarkBefore[i]], rm = a.MarkAfter[i] < 0 ? 0 : a.Word[a.MarkAfter[i]];
        uint ld = a.MarkBefore[i] < 0 ? 99 : RoleFeatures.Distance(i - a.MarkBefore[i]), rd = a.MarkAfter[i] < 0 ? 99 : RoleFeatures.Distance(a.MarkAfter[i] - i);

        // What the first labeller thought, told by whether its direction points to this cue.
        uint content = (uint)Level(_roles.Content(i, forward)), other = (uint)Level(_roles.Content(i, !forward));
        uint source = (uint)Level(_roles.Source(i, forward)), otherSource = (uint)Level(_roles.Source(i, !forward));
        uint isCue = (uint)Level(_roles.Cue(i));
        var best = (uint)_roles.Best[i];
        var bestBefore = i > paragraph.First ? (uint)_roles.Best[i - 1] : 99;

        var n = 0;
        features[n++] = Mix(1, side);
        features[n++] = Mix(2, side, d);
        features[n++] = Mix(3, side, w0);
        features[n++] = Mix(4, w0, v1);
        features[n++] = Mix(5, w0, w1);
        features[n++] = Mix(6, side, v1);
        features[n++] = Mix(7, side, w1);
        features[n++] = Mix(8, side, s0, sentences);
        features[n++] = Mix(9, side, words.Head, d);
        features[n++] = Mix(10, side, Mix(words.Head, d), w0);
        features[n++] = Mix(11, between);
        features[n++] = Mix(12, between, words.Head);
        features[n++] = Mix(13, between, words.Class, q0);
        features[n++] = Mix(14, between, quote);
        features[n++] = Mix(15, between, w0);
        features[n++] = Mix(16, between, v1);
        features[n++] = Mix(17, side, words.After, Mix(d, commas, marks));
        features[n++] = Mix(18, side, words.After, Mix(words.AfterNext, d));
        features[n++] = Mix(19, side, words.All, Mix(d, w0));
        features[n++] = Mix(20, side, words.Before, Mix(words.After, q0));
        features[n++] = Mix(21, side, cues, d);
        features[n++] = Mix(22, side, cues, between);
        features[n++] = Mix(23, side, quote, marks);
        features[n++] = Mix(24, Mix(g1, h0, h1), side, d);
        features[n++] = Mix(25, x0, y1, side);
        features[n++] = Mix(26, side, Mix(content, other), cues);
        features[n++] = Mix(27, side, Mix(source, otherSource), cues);
        features[n++] = Mix(28, Mix(content, source, isCue), between);
        features[n++] = Mix(29, Mix(best, bestBefore), side, Mix(cues, d));
        features[n++] = Mix(30, Mix(best, bestBefore), between);
        features[n++] = Mix(31, Mix(best, _thought[i]), side, cues);
        features[n++] = Mix(32, side, Mix(start, end), sentences);
        features[n++] = Mix(33, side, Mix(lm, ld), Mix(w0, sentences));
        features[n++] = Mix(34, side, Mix(rm, rd), Mix(q0, sentences));
        features[n++] = Mix(35, Mix(side, r0), Mix(content, best), w0);
        features[n++] = Mix(36, Mix(v2, v1, w0), side);
        features[n++] = Mix(37, Mix(side, commas, marks), words.Class, Mix(best, content));
        features[n++] = Mix(38, side, words.Head, Mix(content, source, best));
        features[n++] = Mix(39, Mix(side, d), words.Class, Mix(h0, q0));
        features[n++] = Mix(40, Mix(side, rm, lm), words.Class, commas);
        features[n++] = Mix(41, side, words.All, d);
        features[n++] = Mix(42, side, words.All, between);
        features[n++] = Mix(43, Mix(side, d), words.All, h0);
        features[n++] = Mix(44, Mix(best, side), sources, Mix(contents, cues));
        features[n++] = Mix(45, Mix(best, side), Mix(sources, cues), words.Head);
        features[n++] = Mix(46, Mix(best, side), Mix(sources, contents), words.Ending);
        features[n++] = Mix(47, Mix(source, side), Mix(sources, sentences), words.Ending);
        features[n++] = Mix(48, Mix(best, side), Mix(sources, sentences), words.Class);
        features[n++] = Mix(49, Mix(start, side), Mix(best, cues), words.Ending);
        n += Grammar(words, i, side, Mix(best, content), quote, features[n..]);
        var away = (uint)(a.Paragraph[i] - a.Paragraph[cue.First] + 2);
        if (away == 2) return n;
        features[n++] = Mix(50, away, q0);
        features[n++] = Mix(51, away, quote, words.After);
        features[n++] = Mix(52, away, q0, words.Head);
        features[n++] = Mix(53, Mix(away, q0), Mix(start, end), h0);
        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Grammar(in CueWords words, int i, uint side, uint thought, uint quote, Span<uint> features)
    {
        var g = _a.Grammar;
        var k = i - _window.First;
        uint path = _paths.Path[k], place = _paths.Place[k];
        uint before = k > 0 ? _paths.Path[k - 1] : 0, after = k + 1 < _window.Count ? _paths.Path[k + 1] : 0;
        uint placeBefore = k > 0 ? _paths.Place[k - 1] : 0, placeAfter = k + 1 < _window.Count ? _paths.Place[k + 1] : 0;
        uint w0 = _a.Word[i], t0 = g.Tag(i), l0 = g.Relation(i);
        uint u1 = k > 0 ? g.Tag(i - 1) : 99, t1 = k + 1 < _window.Count ? g.Tag(i + 1) : 99;
        var top = _paths.Top[k];
        uint ts = top < 0 ? TokenAttributes.Nothing : _a.Stem[top], tt = top < 0 ? 99 : g.Tag(top);

        var n = 0;
        features[n++] = Mix(60, path, words.Head);
        features[n++] = Mix(61, place, words.Class);
        features[n++] = Mix(62, place, words.Head);
        features[n++] = Mix(63, path, words.Class, thought);
        features[n++] = Mix(64, Mix(path, before), words.Class);
        features[n++] = Mix(65, Mix(path, after), words.Class);
        features[n++] = Mix(66, Mix(place, placeBefore), w0);
        features[n++] = Mix(67, Mix(place, placeAfter), w0);
        features[n++] = Mix(68, path, Mix(u1, t0, t1), side);
        features[n++] = Mix(69, path, w0);
        features[n++] = Mix(70, path, quote, words.Class);
        features[n++] = Mix(71, path, ts);
        features[n++] = Mix(72, Mix(path, tt), t0, l0);
        features[n++] = Mix(73, place, words.Frame, words.Class);
        features[n++] = Mix(74, place, words.All);
        features[n++] = Mix(75, Mix(path, before), after, thought);
        features[n++] = Mix(76, path, words.Ending, words.After);
        features[n++] = Mix(77, Mix(side, t0), l0, words.Tag);
        features[n++] = Mix(78, path, _a.Word[Math.Max(i - 1, _window.First)]);
        features[n++] = Mix(79, path, _a.Word[Math.Min(i + 1, _window.End - 1)]);
        return n;
    }

    /// <summary>A probability in eight steps, finer towards 0 and 1.</summary>
    public static int Level(float probability) => probability switch
    {
        < 0.02f => 0,
        < 0.1f => 1,
        < 0.25f => 2,
        < 0.5f => 3,
        < 0.75f => 4,
        < 0.9f => 5,
        < 0.98f => 6,
        _ => 7,
    };

    private uint Word(int i, TokenRange paragraph) => At(_a.Word, i, paragraph);

    private static uint At(uint[] values, int i, TokenRange paragraph) =>
        i >= paragraph.First && i < paragraph.End ? values[i] : TokenAttributes.Nothing;
}
