using System.Buffers;

namespace Rapporteur.Ingest.Pages;

/// <summary>What a block of text is on its page, as far as its elements show.</summary>
internal enum BlockKind : byte
{
    /// <summary>A paragraph, or text that stands in no other element.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A row of a table.</summary>
    Row,
}

/// <summary>A stretch of text that a browser shows as one block: a paragraph, a heading, an item of a list, a row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, each run of white space made one space.</param>
/// <param name="LinkLength">How many of the text's characters are links.</param>
/// <param name="LeadingLink">How many of them stand at its start.</param>
/// <param name="LinkTarget">Where its first link leads, as written; null where it has none.</param>
internal sealed record TextBlock(BlockKind Kind, string Text, int LinkLength, int LeadingLink, string? LinkTarget)
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".,;:!?…。、！？，।؟،");

    /// <summary>The share of the text that is links, from 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;

    /// <summary>Whether it is, or starts with, a link as long as a headline: the usual form of a reference to another article.</summary>
    public bool LeadsElsewhere => LeadingLink is >= 20 and <= 250 && Kind != BlockKind.Row;

    /// <summary>Characters that are not links where the block reads like running text; 0 where it does not.</summary>
    public int Prose { get; } = ProseOf(Kind, Text, LinkLength);

    // Running text has some length and marks between or at the end of its sentences, in any script.
    private static int ProseOf(BlockKind kind, string text, int linkLength)
    {
        const int Shortest = 40;
        var length = text.Length - linkLength;
        if (kind == BlockKind.Heading || linkLength * 2 > text.Length) return 0;
        var wide = text.Any(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');
        return length >= (wide ? Shortest / 3 : Shortest) && text.AsSpan().ContainsAny(SentenceMarks) ? length : 0;
    }
}
