using System.Collections.Immutable;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>An article of which something is to review.</summary>
/// <param name="Article">The article.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="Reviewed">How many of them are reviewed.</param>
/// <param name="Next">The name of the first that is not; null where all are.</param>
public sealed record ArticleToDo(StoredArticle Article, int Statements, int Reviewed, string? Next)
{
    internal string Title => Printed.Line(Article.Heading) is { Length: > 0 } title ? title : "(no headline)";

    internal static ArticleToDo Of(ReviewedArticle article)
    {
        var found = article.Statements.Where(statement => statement.Read is not null).ToList();
        return new(
            article.Article, found.Count, found.Count(statement => statement.Thread?.Standing is not null), found.Find(statement => statement.Thread?.Standing is null)?.Id);
    }
}

/// <summary>What is to review.</summary>
/// <param name="Begun">The articles that somebody began, the last first.</param>
/// <param name="NotBegun">Of the articles added last those that nobody began.</param>
/// <param name="Next">The number of the article to go on before; null where there are no more.</param>
public sealed record ToDoModel(ImmutableArray<ArticleToDo> Begun, ImmutableArray<ArticleToDo> NotBegun, long? Next);

/// <summary>What was reviewed.</summary>
/// <param name="Choice">Which reviews are shown.</param>
/// <param name="Reviews">The reviews, the latest first.</param>
/// <param name="Next">The number of the review to go on before; null where there are no more.</param>
public sealed record DoneModel(ReviewChoice Choice, ImmutableArray<ListedReview> Reviews, long? Next);

/// <summary>How far reader and reviewers agree.</summary>
/// <param name="Choice">Which reviews are counted.</param>
/// <param name="By">What they are told apart by.</param>
/// <param name="Report">How far they agree.</param>
public sealed record AgreementModel(ReviewChoice Choice, AgreementBy By, AgreementReport Report)
{
    /// <summary>A share for people; a dash where there is none.</summary>
    internal static string Share(double? share) => share is { } known ? Printed.Percent(known) : "–";
}
