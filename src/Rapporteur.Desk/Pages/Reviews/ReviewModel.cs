using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Pages.Articles;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>The page on which a statement is reviewed, or one that was missed is added.</summary>
public sealed class ReviewModel
{
    private const int MostNames = 200, LookedAround = 50_000;

    private readonly CodePoints _points;
    private readonly Span _shown;

    /// <param name="reviewed">The article.</param>
    /// <param name="statement">The statement; null for one that was missed.</param>
    /// <param name="part">Of a missed one, the part of the text that is shown, from 1.</param>
    internal ReviewModel(ReviewedArticle reviewed, ReviewedStatement? statement, int part = 1)
    {
        Reviewed = reviewed;
        Statement = statement;
        _points = new CodePoints(Text);
        var parts = TextPart.Divide(Text);
        Parts = parts.Count;
        Part = Math.Clamp(part, 1, Parts);
        var words = statement is null ? default : _points.ToUtf16(statement.Extent.Start, statement.Extent.End);
        _shown = statement is null ? parts[Part - 1] : Excerpt.Around(Text, words);
        Words = new MarkedWords(Text, _points, statement is null
            ? _shown : Span.FromBounds(Math.Max(0, _shown.Start - LookedAround), Math.Min(Text.Length, _shown.End + LookedAround)));
        Form = ReviewForm.Of(Subject, Words);
    }

    internal ReviewedArticle Reviewed { get; }

    internal ReviewedStatement? Statement { get; }

    internal StoredArticle Article => Reviewed.Article;

    internal MarkedWords Words { get; }

    internal int Part { get; }

    internal int Parts { get; }

    /// <summary>What stands in the fields.</summary>
    internal ReviewForm Form { get; init; }

    /// <summary>The field that is wrong and why, where something was refused.</summary>
    internal (string Field, string Message)? Problem { get; init; }

    /// <summary>Whether somebody else was quicker.</summary>
    internal bool WasOutrun { get; init; }

    /// <summary>What was just said and kept.</summary>
    internal ReviewKind? Said { get; init; }

    internal string Title => Printed.Line(Article.Heading) is { Length: > 0 } title ? title : "(no headline)";

    internal string Heading => Statement is null ? "Add a statement that was missed" : $"Review statement {Label(Statement)}";

    /// <summary>What the statement is as it was last spoken of.</summary>
    internal Annotation? Subject => Statement is { IsOfAnotherVersion: false } here ? here.Holds ?? here.Read ?? here.Placed : null;

    internal ImmutableArray<ImmutableArray<ExcerptPiece>> Paragraphs => Excerpt.Of(Text, _points, _shown, Subject);

    /// <summary>Whom the article names and who may have spoken.</summary>
    internal IEnumerable<string> Names => Reviewed.Record.Entities
        .Where(entity => entity.Type is not Entities.EntityType.Place).Select(entity => Printed.Line(entity.Name)).Where(name => name.Length > 0).Distinct().Take(MostNames);

    /// <summary>The next statement in the text that nobody has reviewed, from the top again after the last; null where there is none.</summary>
    internal ReviewedStatement? Next
    {
        get
        {
            var at = Statement is null ? -1 : Reviewed.Statements.IndexOf(Statement);
            return Reviewed.Statements.Skip(at + 1).Concat(Reviewed.Statements.Take(Math.Max(0, at))).FirstOrDefault(IsToDo);
        }
    }

    internal int ToDo => Reviewed.Statements.Count(IsToDo);

    /// <summary>Where the article is shown.</summary>
    internal string ArticleAddress => string.Create(CultureInfo.InvariantCulture, $"/articles/{Article.Id}");

    /// <summary>Where a statement of the article is reviewed; null for one that was missed.</summary>
    internal string Address(ReviewedStatement? statement) => statement is null ? $"{ArticleAddress}/review" : $"{ArticleAddress}/statements/{statement.Id}/review";

    /// <summary>The words of ranges of this version, for people.</summary>
    internal string WordsOf(ImmutableArray<CodePointRange> ranges) =>
        Printed.Line(string.Join(" … ", ranges.Select(range => _points.ToUtf16(range.Start, range.End).In(Text).ToString())), 1000);

    /// <summary>What a statement is called: 3 of s3, and the name of one that no record holds.</summary>
    internal static string Label(ReviewedStatement statement) => statement.Found is null ? statement.Id : statement.Id[1..];

    private static bool IsToDo(ReviewedStatement statement) => statement.Read is not null && statement.Thread?.Standing is null;

    private string Text => Reviewed.Record.Document.Text;
}
