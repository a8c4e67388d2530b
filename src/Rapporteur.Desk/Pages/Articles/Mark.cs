using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>What words of an article are marked as.</summary>
internal enum MarkKind
{
    Source,
    Cue,
    Quoted,
    Reported,

    /// <summary>In quotation marks: parts a statement that is partly quoted.</summary>
    Quotation,
    Asserted,
    Event,
    Name,
    Time,
    Loaded,
    Stance,
    Alteration,
}

/// <summary>A mark on words of an article.</summary>
/// <param name="Span">The words, in UTF-16 units.</param>
/// <param name="Kind">What they are marked as.</param>
/// <param name="About">The id on the page of what is said about it; null where nothing more is.</param>
/// <param name="Statement">The number of the statement that it belongs to; 0 where to none.</param>
internal sealed record Mark(Span Span, MarkKind Kind, string? About, int Statement = 0);
