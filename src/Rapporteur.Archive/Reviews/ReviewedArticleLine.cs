using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Ledger;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>
/// A reviewed article as training data, a line of JSON: its text, with the statements that people stand for under
/// <c>attributions</c>, as the training command reads them, and beside each what the reader had found.
/// </summary>
/// <param name="Id">The article's id, else its address, else its number in the archive.</param>
/// <param name="Version">The version's number.</param>
/// <param name="Title">The headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Its address.</param>
/// <param name="Published">When.</param>
/// <param name="Text">The text that ranges count in.</param>
/// <param name="Reader">Whose record it was reviewed beside.</param>
/// <param name="Complete">Whether somebody said of every statement that the reader found what it is.</param>
/// <param name="Attributions">The statements that were confirmed, corrected or added, in the order of the text.</param>
/// <param name="Rejected">What the reader found and people say is none.</param>
/// <param name="Unreviewed">What the reader found and nobody spoke of.</param>
internal sealed record ReviewedArticleLine(
    string Id, int Version, string? Title, string? Outlet, string? Url, string? Published, string Text, ReaderIdentity Reader, bool Complete,
    ImmutableArray<ReviewedAttribution> Attributions, ImmutableArray<ReviewedAttribution> Rejected, ImmutableArray<Annotation> Unreviewed)
{
    /// <summary>The line of an article.</summary>
    public static ReviewedArticleLine Of(ReviewedArticle article)
    {
        var (document, statements) = (article.Record.Document, article.Statements);
        return new(
            document.Id ?? document.Url ?? article.Article.Id.ToString(CultureInfo.InvariantCulture), article.Article.Version, document.Title, document.Outlet, document.Url, document.Published,
            document.Text, article.Record.Reader, article.IsComplete,
            [.. statements.Where(statement => statement.Reviewed is not null).Select(statement => ReviewedAttribution.Of(statement, statement.Reviewed!))],
            [.. statements.Where(statement => statement.Thread?.Standing?.Kind == ReviewKind.Rejected && statement.Read is not null)
                .Select(statement => ReviewedAttribution.Of(statement, statement.Read!))],
            [.. statements.Where(statement => statement.Thread?.Standing is null && statement.Read is not null).Select(statement => statement.Read!)]);
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReviewJson.Compact.ReviewedArticleLine);
}

/// <summary>A statement that people spoke of: what it is, what the reader finds there, and who said so last.</summary>
internal sealed record ReviewedAttribution(
    ImmutableArray<CodePointRange> Source, ImmutableArray<CodePointRange> Cue, ImmutableArray<CodePointRange> Content, string? Speaker,
    ImmutableArray<SpeechAct> Acts, Annotation? Found, ReviewKind Kind, string Reviewer, string At, string? Comment)
{
    public static ReviewedAttribution Of(ReviewedStatement statement, Annotation annotation)
    {
        var review = statement.Thread!.Standing!;
        return new(
            annotation.Source, annotation.Cue, annotation.Content, annotation.Speaker, annotation.Acts, statement.Read, review.Kind, review.Reviewer,
            ReviewLine.Written(review.At), review.Body.Comment);
    }
}
