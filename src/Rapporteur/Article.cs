using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur;

/// <summary>What goes in: a text, and what is known of its publication. Everything but the text may be unknown (null).</summary>
/// <param name="Text">The whole text. Paragraphs are separated by line breaks. Every span in the result counts in it.</param>
public sealed record Article(string Text)
{
    /// <summary>
    /// The longest text that is read as one article, in UTF-16 units: some 2.7 million words, a library rather than an article.
    /// What is made of a text takes about 200 bytes a unit while it is read.
    /// </summary>
    public const int LongestText = 1 << 24;

    /// <summary>The caller's name for the article; kept as it is.</summary>
    public string? Id { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The paper, site or agency that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>The language as a BCP 47 tag, such as <c>en</c> or <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The stretches of <see cref="Text"/> that are the article proper, in order and apart from each other, in UTF-16 units.
    /// Null asks the reader to find them: page furniture (comment forms, share boxes, ...) is then told from the article.
    /// </summary>
    public ImmutableArray<Span>? Body { get; init; }
}
