using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Archive.Reviews;

/// <summary>Makes a review of what somebody wants to say, where it can be said of the statement as it is now.</summary>
internal static class ReviewWording
{
    /// <summary>The review of a statement that the reader missed and nobody spoke of.</summary>
    public static Review First(ReviewDraft draft, ReviewedArticle article)
    {
        CheckRoom(article);
        if (draft.Kind != ReviewKind.Added) throw new ReviewRefusedException("kind", "Of a statement that is not there one can only say where it is.");
        var (text, points) = Text(article);
        var given = Given(draft, points);
        var same = article.Statements.FirstOrDefault(other => (other.Holds ?? other.Read) is { } there && ThreadMatching.IsSame(there, given));
        if (same is not null) throw new ReviewRefusedException("content", $"This statement is there: it is {same.Id}.");
        return New(draft, article.Article.Version, 0, ReviewKind.Added, new ReviewBody(Anchor.Of(given.Extent, text, points), null, null, given, ReviewRules.Comment(draft.Comment)));
    }

    /// <summary>A further review of a statement, or the first of one that the reader found.</summary>
    public static Review Next(ReviewDraft draft, ReviewedArticle article, ReviewedStatement statement)
    {
        CheckRoom(article);
        var comment = ReviewRules.Comment(draft.Comment);
        if (draft.Kind == ReviewKind.TakenBack) return TakenBack(draft, statement, comment);
        if (draft.Kind == ReviewKind.Remarked && comment is null) throw new ReviewRefusedException("comment", "A remark wants words.");
        if (statement.IsOfAnotherVersion) return Elsewhere(draft, statement, comment);
        var (text, points) = Text(article);
        var kind = Kind(draft, statement);
        var given = kind is ReviewKind.Corrected or ReviewKind.Added ? Given(draft, points) : null;
        if (given is not null && given == statement.Read) throw new ReviewRefusedException("kind", "This is what the reader found: confirm it, or change something.");
        var marked = new[] { statement.Read, given }.OfType<Annotation>().Select(annotation => annotation.Extent).ToImmutableArray();
        var extent = marked.IsEmpty ? statement.Extent : Ranges.Extent(marked);
        ReviewRules.CheckLength(extent);
        return New(
            draft, article.Article.Version, statement.Thread?.Id ?? 0, kind,
            new ReviewBody(Anchor.Of(extent, text, points), statement.Read, statement.Read is null ? null : article.Record.Reader, given, comment));
    }

    private static Review TakenBack(ReviewDraft draft, ReviewedStatement statement, string? comment)
    {
        if (draft.Given is not null) throw new ReviewRefusedException("kind", "Taking back says nothing of what a statement is.");
        var thread = statement.Thread ?? throw new ReviewRefusedException("takesBack", "Nobody reviewed this statement.");
        var review = draft.TakesBack is { } number ? thread.Reviews.FirstOrDefault(review => review.Id == number) : thread.Standing;
        if (review is null) throw new ReviewRefusedException("takesBack", "There is no such review of this statement.");
        if (review.Kind == ReviewKind.TakenBack || thread.IsTakenBack(review))
            throw new ReviewRefusedException("takesBack", "It was taken back, or takes back another: review the statement anew.");
        return New(draft, review.Version, thread.Id, ReviewKind.TakenBack, new ReviewBody(review.Body.Anchor, null, null, null, comment)) with { TakesBack = review.Id };
    }

    // Where its words do not stand, a statement can be spoken of, but not be marked.
    private static Review Elsewhere(ReviewDraft draft, ReviewedStatement statement, string? comment)
    {
        if (draft.Kind != ReviewKind.Remarked) throw new ReviewRefusedException("kind", "The words of this statement do not stand in this version, or more than once.");
        var placing = statement.Thread!.Placing;
        return New(draft, placing.Version, statement.Thread.Id, draft.Kind, new ReviewBody(placing.Body.Anchor, null, null, null, comment));
    }

    private static ReviewKind Kind(ReviewDraft draft, ReviewedStatement statement) => draft.Kind switch
    {
        ReviewKind.Confirmed when statement.Read is null => throw new ReviewRefusedException("kind", "The reader does not find this statement: there is nothing to confirm."),
        ReviewKind.Corrected or ReviewKind.Added => statement.Read is null ? ReviewKind.Added : ReviewKind.Corrected,
        var kind => kind,
    };

    private static Annotation Given(ReviewDraft draft, CodePoints points) =>
        ReviewRules.Checked(draft.Given ?? throw new ReviewRefusedException("content", "A correction says what the statement is."), points.Count);

    private static Review New(ReviewDraft draft, int version, long thread, ReviewKind kind, ReviewBody body) =>
        new(0, Guid.CreateVersion7(draft.At), draft.Article, version, thread, kind, null, ReviewRules.Reviewer(draft.Reviewer),
            DateTimeOffset.FromUnixTimeMilliseconds(draft.At.ToUnixTimeMilliseconds()), body);

    private static void CheckRoom(ReviewedArticle article)
    {
        if (article.Statements.Concat(article.Elsewhere).Sum(statement => statement.Thread?.Reviews.Length ?? 0) >= ReviewRules.MostReviews)
            throw new ReviewRefusedException("statement", string.Create(CultureInfo.InvariantCulture, $"The article has {ReviewRules.MostReviews:N0} reviews, and takes no more."));
    }

    private static (string Text, CodePoints Points) Text(ReviewedArticle article) => (article.Record.Document.Text, new CodePoints(article.Record.Document.Text));
}
