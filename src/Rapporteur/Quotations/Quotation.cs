using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>Words between quotation marks.</summary>
/// <param name="Whole">The words with their marks, in UTF-16 units; a quotation that runs over paragraphs gives one of these for each.</param>
/// <param name="Inner">The words without the marks.</param>
/// <param name="Depth">0 for a quotation in the text, 1 for one inside a quotation, and so on.</param>
/// <param name="Closed">Whether the mark that closes it was found; an unclosed quotation ends with its paragraph.</param>
/// <param name="Continues">Whether it goes on with the quotation of the paragraph before, by a reopened mark.</param>
public readonly record struct Quotation(Span Whole, Span Inner, int Depth, bool Closed, bool Continues);
