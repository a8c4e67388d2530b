using System.Text;
using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>An element of a page with the blocks in it: those from number <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct BlockRange(IElement Element, int First, int End);

/// <summary>Reads a page as a browser lays it out: blocks of text in order, and which element holds which of them.</summary>
/// <remarks>Recursion is as deep as the tree, which the parser keeps shallow.</remarks>
internal sealed class BlockReader
{
    private readonly StringBuilder _text = new();
    private readonly List<TextBlock> _blocks = [];
    private readonly List<BlockRange> _elements = [];
    private int _linkLength;
    private int _leadingLink;
    private int _breaks;
    private string? _linkTarget;
    private bool _pendingSpace;

    private BlockReader()
    {
    }

    /// <summary>The blocks below <paramref name="root"/>, and its elements, outer before inner.</summary>
    public static (List<TextBlock> Blocks, List<BlockRange> Elements) Read(IElement root)
    {
        var reader = new BlockReader();
        reader.Visit(root, BlockKind.Paragraph, inLink: false);
        reader.Flush(BlockKind.Paragraph);
        return (reader._blocks, reader._elements);
    }

    private void Visit(IElement element, BlockKind kind, bool inLink)
    {
        if (PageVocabulary.IsNeverText(element)) return;
        if (element.LocalName == "a")
        {
            inLink = true;
            _linkTarget = _linkLength == 0 ? element.GetAttribute("href") : _linkTarget;
        }

        switch (element.LocalName)
        {
            case "br":
                if (kind is BlockKind.Row or BlockKind.Heading) _pendingSpace = true;
                else _breaks++;
                return;
            case "hr":
                Flush(kind);
                return;
            case "td" or "th" when kind == BlockKind.Row:
                _pendingSpace = true;
                break;
        }

        var first = _blocks.Count;
        var slot = _elements.Count;
        var isBlock = PageVocabulary.IsBlock(element.LocalName) && !(kind == BlockKind.Row && element.LocalName is "td" or "th");
        if (isBlock)
        {
            Flush(kind);
            first = _blocks.Count;
            kind = KindOf(element, kind);
        }

        _elements.Add(default);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text) Add(text.Data, inLink, kind);
            else if (child is IElement inner) Visit(inner, kind, inLink);
        }

        if (isBlock) Flush(kind);
        _elements[slot] = new BlockRange(element, first, _blocks.Count);
    }

    private static BlockKind KindOf(IElement element, BlockKind outer) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dt" or "dd" => BlockKind.Item,
        "tr" when PageVocabulary.IsDataRow(element) => BlockKind.Row,
        "p" or "table" or "blockquote" or "pre" => BlockKind.Paragraph,
        _ => outer,
    };

    private void Add(string data, bool inLink, BlockKind kind)
    {
        foreach (var c in data)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060')
            {
                _pendingSpace |= c is not ('\u00AD' or '\u2060' or '\uFEFF');
                continue;
            }

            if (_breaks > 0 && _text.Length > 0)
            {
                if (IsWrapped(c)) _pendingSpace = true;
                else Flush(kind);
            }

            _breaks = 0;
            if (_pendingSpace && _text.Length > 0)
            {
                _text.Append(' ');
                if (inLink) _linkLength++;
            }

            _pendingSpace = false;
            _text.Append(c);
            if (inLink) _linkLength++;
            if (_linkLength == _text.Length) _leadingLink = _linkLength;
        }
    }

    // A single line break in the middle of a sentence only wraps the line; any other starts a new paragraph.
    private bool IsWrapped(char next) =>
        _breaks == 1 && char.IsLower(next) && (char.IsLetterOrDigit(_text[^1]) || _text[^1] is ',' or ';' or '-');

    private void Flush(BlockKind kind)
    {
        _pendingSpace = false;
        _breaks = 0;
        if (_text.Length == 0) return;
        _blocks.Add(new TextBlock(kind, _text.ToString(), _linkLength, _leadingLink, _linkLength > 0 ? _linkTarget : null));
        _text.Clear();
        _linkLength = _leadingLink = 0;
    }
}
