using System.Collections.Immutable;
using CsCheck;
using Rapporteur.Desk.Pages.Articles;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Pages;

public sealed class SegmentTests
{
    private static readonly ILookup<int, int> NoBeginnings = Array.Empty<int>().ToLookup(i => i);

    [Fact]
    public void Overlapping_marks_cut_the_text_where_either_begins_or_ends()
    {
        var outer = new Mark(new Span(2, 6), MarkKind.Quoted, "about-s1", 1);
        var crossing = new Mark(new Span(6, 4), MarkKind.Name, "about-e1");
        var segments = Segment.Cut(new Span(0, 12), [outer, crossing], NoBeginnings).ToList();
        Assert.Equal([new Span(0, 2), new Span(2, 4), new Span(6, 2), new Span(8, 2), new Span(10, 2)], segments.Select(segment => segment.Span));
        Assert.Equal([outer, crossing], segments[2].Marks);
        Assert.Empty(segments[4].Marks);
    }

    [Fact]
    public void Whatever_the_marks_segments_cover_the_stretch_once_and_name_what_covers_them() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 40], Gen.Select(Gen.Int[0, 90], Gen.Int[0, 30]).Array[0, 12]).Sample((start, length, spans) =>
        {
            var stretch = new Span(start, length);
            var marks = spans.Select(span => new Mark(new Span(span.Item1, span.Item2), MarkKind.Name, "about-e1")).OrderBy(mark => mark.Span).ToImmutableArray();
            var position = start;
            foreach (var segment in Segment.Cut(stretch, marks, NoBeginnings))
            {
                Assert.Equal(position, segment.Span.Start);
                Assert.False(segment.Span.IsEmpty);
                Assert.Equal(marks.Where(mark => mark.Span.Contains(segment.Span)), segment.Marks);
                position = segment.Span.End;
            }

            Assert.Equal(stretch.End, position);
        });

    [Fact]
    public void A_pile_of_marks_does_not_grow_into_a_square()
    {
        var marks = Enumerable.Range(0, 20_000).Select(i => new Mark(Span.FromBounds(i, 60_000), MarkKind.Reported, "about-s1", 1)).ToList();
        var segments = Segment.Cut(new Span(0, 60_000), marks, NoBeginnings).ToList();
        Assert.True(segments.Sum(segment => (long)segment.Marks.Length) < 1_000_000);
    }
}
