using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>Words that the same marks cover.</summary>
/// <param name="Span">The words, in UTF-16 units.</param>
/// <param name="Marks">What covers them, in the order in which it begins.</param>
/// <param name="Begins">The numbers of the statements whose contents begin with these words.</param>
internal sealed record Segment(Span Span, ImmutableArray<Mark> Marks, ImmutableArray<int> Begins)
{
    // A reader finds a handful; what others import may pile up any number, which a page need not show.
    private const int MostAtOnce = 24;

    /// <summary>
    /// Cuts a stretch of text where marks begin and end, however they overlap. Time is that of sorting the marks and of naming, for
    /// each segment, those that cover it.
    /// </summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="marks">Those that touch it, by their beginnings.</param>
    /// <param name="beginnings">Where the contents of statements begin, and their numbers.</param>
    public static IEnumerable<Segment> Cut(Span stretch, IReadOnlyList<Mark> marks, ILookup<int, int> beginnings)
    {
        var cuts = new SortedSet<int> { stretch.Start, stretch.End };
        foreach (var mark in marks)
        {
            cuts.Add(Math.Clamp(mark.Span.Start, stretch.Start, stretch.End));
            cuts.Add(Math.Clamp(mark.Span.End, stretch.Start, stretch.End));
        }

        var open = new List<Mark>();
        var next = 0;
        var start = stretch.Start;
        foreach (var end in cuts.Skip(1))
        {
            open.RemoveAll(mark => mark.Span.End <= start);
            for (; next < marks.Count && marks[next].Span.Start <= start; next++)
                if (marks[next].Span.End > start && open.Count < MostAtOnce) open.Add(marks[next]);
            yield return new Segment(Span.FromBounds(start, end), [.. open], [.. beginnings[start]]);
            start = end;
        }
    }
}
