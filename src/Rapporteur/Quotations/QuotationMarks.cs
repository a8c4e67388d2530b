using System.Buffers;
using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>
/// Pairs quotation marks: curly, straight, angled, low, doubled single ones and backticks; nested, reopened at the start of each
/// paragraph of a long quotation, or never closed. One pass over each paragraph with a bounded stack, so time is linear.
/// </summary>
internal sealed class QuotationMarks
{
    private const int MaxDepth = 8;
    private static readonly SearchValues<char> Any = SearchValues.Create("\"'“”„‟«»‹›‘’‚‛`");

    private readonly string _text;
    private readonly LanguagePack _language;
    private readonly List<Quotation> _found = [];
    private readonly List<Open> _open = new(MaxDepth);
    private bool _nests;

    private QuotationMarks(string text, LanguagePack language)
    {
        _text = text;
        _language = language;
    }

    private enum Side { None, Opens, Closes, Either }

    /// <summary>A mark that waits for its fellow: what closes it, where it stands, and how wide it is.</summary>
    private readonly record struct Open(char Closer, int Start, int Width, bool Continues);

    /// <summary>The quotations of the given paragraphs, by their start.</summary>
    public static ImmutableArray<Quotation> Find(string text, List<Span> paragraphs, LanguagePack language)
    {
        if (!text.AsSpan().ContainsAny(Any)) return [];
        var marks = new QuotationMarks(text, language);
        var carried = default(Open?);
        foreach (var paragraph in paragraphs) carried = marks.Read(paragraph, carried);
        marks._found.Sort((a, b) => a.Whole.Start != b.Whole.Start
            ? a.Whole.Start.CompareTo(b.Whole.Start)
            : b.Whole.Length.CompareTo(a.Whole.Length));
        return [.. marks._found];
    }

    /// <summary>Reads one paragraph; gives back the quotation that it leaves open, if any.</summary>
    private Open? Read(Span paragraph, Open? carried)
    {
        _open.Clear();
        _nests = Balanced(paragraph);
        if (carried is { } before && GoesOnUnmarked(paragraph, before.Closer))
            _open.Add(new Open(before.Closer, paragraph.Start, 0, true));

        for (var i = paragraph.Start; i < paragraph.End;)
        {
            var next = _text.AsSpan(i, paragraph.End - i).IndexOfAny(Any);
            if (next < 0) break;
            i += next;
            var width = 1;
            var side = Classify(i, paragraph, ref width, out var closer);
            if (side == Side.Either) side = IsOpen(closer) ? Side.Closes : Side.Opens;
            if (side == Side.Opens)
                Push(new Open(closer, i, width, carried is { } c && c.Closer == closer && i == paragraph.Start));
            else if (side == Side.Closes) Close(closer, i, width);
            i += width;
        }

        // What never closes ends with its paragraph. Only double marks go on in the next one.
        Open? left = _open.Count > 0 && _open[0].Closer is not '’' ? _open[0] : null;
        for (var depth = _open.Count - 1; depth >= 0; depth--) Emit(_open[depth], depth, paragraph.End, 0, closed: false);
        return left;
    }

    private void Push(Open open)
    {
        var same = _open.FindIndex(o => o.Closer == open.Closer);
        if (same >= 0 && (!_nests || _open.Count >= MaxDepth))
        {
            // “ inside “ where the marks do not balance: the first was never closed, and ends here.
            for (var depth = _open.Count - 1; depth >= same; depth--)
            {
                Emit(_open[depth], depth, TrimmedEnd(open.Start), 0, closed: false);
                _open.RemoveAt(depth);
            }
        }

        if (_open.Count < MaxDepth) _open.Add(open);
    }

    private void Close(char closer, int at, int width)
    {
        var match = _open.FindLastIndex(o => o.Closer == closer);
        if (match < 0) return;
        for (var depth = _open.Count - 1; depth > match; depth--)
        {
            // A single mark left open inside a closed double one was an apostrophe after all.
            if (_open[depth].Closer != '’') Emit(_open[depth], depth, at, 0, closed: false);
            _open.RemoveAt(depth);
        }

        Emit(_open[match], match, at + width, width, closed: true);
        _open.RemoveAt(match);
    }

    private void Emit(Open open, int depth, int end, int closerWidth, bool closed)
    {
        if (!closed && open.Closer == '’') return;
        var inner = Trimmed(open.Start + open.Width, end - closerWidth);
        if (inner.IsEmpty) return;
        _found.Add(new Quotation(Span.FromBounds(open.Start, end), inner, depth, closed, open.Continues));
    }

    private Side Classify(int i, Span paragraph, ref int width, out char closer)
    {
        var c = _text[i];
        closer = '”';
        switch (c)
        {
            case '“' or '‟':
                if (IsOpen('“')) { closer = '“'; return Side.Closes; }
                return OpensHere(i, paragraph) || !IsOpen('”') ? Side.Opens : Side.Closes;
            case '”':
                if (IsOpen('”')) return Side.Closes;
                if (IsOpen('“')) { closer = '“'; return Side.Closes; }
                return OpensHere(i, paragraph) && !ClosesHere(i, 1, paragraph) ? Side.Opens : Side.None;
            case '„': closer = HasAhead(i, '“', '”', paragraph) ? '“' : '”'; return Side.Opens;
            case '«':
                closer = IsOpen('«') ? '«' : '»';
                return closer == '«' ? Side.Closes : Side.Opens;
            case '»':
                if (IsOpen('»')) { closer = '»'; return Side.Closes; }
                closer = '«';
                return OpensHere(i, paragraph) ? Side.Opens : Side.None;
            case '‹': closer = '›'; return Side.Opens;
            case '›': closer = '›'; return Side.Closes;
            case '"': return Straight(i, 1, paragraph);
            case '`' when Doubled(i, paragraph): width = 2; return Side.Opens;
            case '\'' when Doubled(i, paragraph): width = 2; return Straight(i, 2, paragraph);
            case '‘' or '‚' or '‛' or '’' or '\'' or '`': closer = '’'; return Single(i, c, paragraph);
            default: return Side.None;
        }
    }

    private Side Straight(int i, int width, Span paragraph)
    {
        bool opens = OpensHere(i, paragraph, width), closes = ClosesHere(i, width, paragraph);
        if (opens == closes) return Side.Either;
        if (closes) return IsOpen('”') ? Side.Closes : Side.Either;
        return Side.Opens;
    }

    private Side Single(int i, char c, Span paragraph)
    {
        var before = i > paragraph.Start ? _text[i - 1] : ' ';
        var after = i + 1 < paragraph.End ? _text[i + 1] : ' ';
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) return Side.None;
        if (c is not '’' && OpensHere(i, paragraph) && (char.IsLetterOrDigit(after) || after is '(' or '[' or '“' or '"' or '$' or '…' or '.'))
            return IsElision(i + 1, paragraph) ? Side.None : Side.Opens;
        return c is '’' or '\'' && IsOpen('’') && ClosesHere(i, 1, paragraph) && !IsPossessive(i, paragraph) ? Side.Closes : Side.None;
    }

    // "the allies’ forces": after an s and before a word, it closes only where no other mark that could do so follows.
    private bool IsPossessive(int i, Span paragraph)
    {
        if (i == paragraph.Start || _text[i - 1] is not ('s' or 'S')) return false;
        if (i + 2 >= paragraph.End || _text[i + 1] != ' ' || !char.IsLower(_text[i + 2])) return false;
        var limit = Math.Min(paragraph.End, i + 200);
        for (var j = i + 1; j < limit; j++)
        {
            if (_text[j] is '‘' or '”' or '"') return false;
            if (_text[j] is '’' or '\'' && ClosesHere(j, 1, paragraph) && !char.IsLetterOrDigit(_text[Math.Min(j + 1, paragraph.End - 1)])) return true;
        }

        return false;
    }

    private bool IsElision(int start, Span paragraph)
    {
        var end = start;
        while (end < paragraph.End && end - start < 12 && char.IsLetterOrDigit(_text[end])) end++;
        return _language.IsElision(_text.AsSpan(start, end - start));
    }

    private bool OpensHere(int i, Span paragraph, int width = 1)
    {
        var before = i > paragraph.Start ? _text[i - 1] : ' ';
        var after = i + width < paragraph.End ? _text[i + width] : ' ';
        return !Tokenizer.IsBlank(after)
            && (Tokenizer.IsBlank(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or ',' or '“' or '"' or '‘' or '\'' or '«' or '„' or '>' or '*');
    }

    private bool ClosesHere(int i, int width, Span paragraph)
    {
        var before = i > paragraph.Start ? _text[i - 1] : ' ';
        var after = i + width < paragraph.End ? _text[i + width] : ' ';
        return !Tokenizer.IsBlank(before) && !char.IsLetterOrDigit(after);
    }

    private bool Doubled(int i, Span paragraph) => i + 1 < paragraph.End && _text[i + 1] == _text[i];

    private bool IsOpen(char closer)
    {
        foreach (var open in _open) if (open.Closer == closer) return true;
        return false;
    }

    // „...“ or „...”: whichever mark comes first.
    private bool HasAhead(int i, char wanted, char other, Span paragraph)
    {
        var rest = _text.AsSpan(i + 1, Math.Min(paragraph.End - i - 1, 4096));
        var at = rest.IndexOfAny(wanted, other);
        return at >= 0 && rest[at] == wanted;
    }

    // Whether the curly double marks of a paragraph pair up, so that “ inside “ is a quotation inside a quotation.
    private bool Balanced(Span paragraph)
    {
        var text = paragraph.In(_text);
        return text.Count('“') == text.Count('”');
    }

    // The quotation of the paragraph before goes on without a mark of its own: here one closes before any opens.
    private bool GoesOnUnmarked(Span paragraph, char closer)
    {
        if (closer != '”') return false;
        var text = paragraph.In(_text);
        var first = text.IndexOfAny("“”\"");
        return first > 0 && (text[first] == '”' || (text[first] == '"' && !OpensHere(paragraph.Start + first, paragraph)));
    }

    private int TrimmedEnd(int end)
    {
        while (end > 0 && Tokenizer.IsBlank(_text[end - 1])) end--;
        return end;
    }

    private Span Trimmed(int start, int end)
    {
        while (start < end && Tokenizer.IsBlank(_text[start])) start++;
        while (end > start && Tokenizer.IsBlank(_text[end - 1])) end--;
        return new Span(start, Math.Max(0, end - start));
    }
}
