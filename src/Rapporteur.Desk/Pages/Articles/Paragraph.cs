using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>A paragraph of an article, cut into segments.</summary>
/// <param name="IsBody">Whether it is the article, and not the page's furniture.</param>
/// <param name="Segments">Its words.</param>
/// <param name="Statements">The statements whose contents begin in it.</param>
internal sealed record Paragraph(bool IsBody, ImmutableArray<Segment> Segments, ImmutableArray<RecordStatement> Statements)
{
    /// <summary>The paragraphs of a part of a text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="text">Its text.</param>
    /// <param name="layers">What is marked.</param>
    /// <param name="part">The part.</param>
    public static List<Paragraph> Of(Record record, RecordText text, Layers layers, Span part)
    {
        var marks = Marks.Of(record, text, layers, part);
        marks.Sort((one, other) => one.Span.CompareTo(other.Span));
        var statements = record.Statements.Where(statement => layers.Shows(statement)).Where(statement => !statement.Content.IsEmpty)
            .Select(statement => (statement, Start: text.Span(statement.Content[0]).Start)).Where(each => part.Contains(each.Start))
            .OrderBy(each => each.Start).ToList();
        var body = record.Document.Body.Select(text.Span).Where(span => span.Overlaps(part)).ToList();

        var paragraphs = new List<Paragraph>();
        var open = new List<Mark>();
        int nextMark = 0, nextStatement = 0, nextBody = 0;
        foreach (var line in ParagraphSplitter.Find(part.In(text.Text).ToString()))
        {
            var span = new Span(line.Start + part.Start, line.Length);
            open.RemoveAll(mark => mark.Span.End <= span.Start);
            while (nextMark < marks.Count && marks[nextMark].Span.Start < span.End) open.Add(marks[nextMark++]);
            while (nextBody < body.Count && body[nextBody].End <= span.Start) nextBody++;
            var first = nextStatement;
            while (nextStatement < statements.Count && statements[nextStatement].Start < span.End) nextStatement++;
            var here = statements[first..nextStatement];
            var beginnings = here.ToLookup(each => Math.Max(each.Start, span.Start), each => Marks.Number(each.statement));
            paragraphs.Add(new Paragraph(
                nextBody < body.Count && body[nextBody].Overlaps(span),
                [.. Segment.Cut(span, [.. open.Where(mark => mark.Span.Overlaps(span))], beginnings)],
                [.. here.Select(each => each.statement)]));
        }

        return paragraphs;
    }
}
