using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>What a pair of quotation marks is used for.</summary>
public enum QuotationUse
{
    /// <summary>A sentence or more of somebody's words.</summary>
    Whole,

    /// <summary>Some words of somebody's, inside the outlet's own sentence.</summary>
    Partial,

    /// <summary>Words held at arm's length, said by nobody in particular: the "experts", a so-called "reform".</summary>
    Scare,

    /// <summary>The name of a thing or person, the title of a work, or a word that is spoken of.</summary>
    Name,
}

/// <summary>Words between outermost quotation marks, and what the outlet did to them. Spans are UTF-16.</summary>
/// <param name="Span">The words with their marks.</param>
/// <param name="Use">What the marks are for.</param>
/// <param name="Statement">The statement in whose content they stand; null where there is none.</param>
/// <param name="Alterations">What was changed, added, left out or remarked, in order.</param>
/// <param name="AsPrinted">The words without their marks, as printed.</param>
/// <param name="AsSpoken">The same without the outlet's alterations; equal to <paramref name="AsPrinted"/> where there are none.</param>
public sealed record QuotedPassage(
    Span Span, QuotationUse Use, string? Statement, ImmutableArray<Alteration> Alterations, string AsPrinted, string AsSpoken);
