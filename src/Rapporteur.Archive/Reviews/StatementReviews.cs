using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Reviews;

/// <summary>
/// What people say of the statements of an archive: they confirm, correct and reject what the reader found and add what it missed.
/// That is kept apart from records, outlives reading anew, and goes with its article.
/// </summary>
public sealed class StatementReviews(NewsArchive archive)
{
    /// <summary>An article with its statements, each beside what people say of it.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="version">The version's number; null for the newest.</param>
    /// <returns>Null where there is no such article or version.</returns>
    public ReviewedArticle? Article(long article, int? version = null) => archive.Read(database => Article(database, article, version));

    /// <summary>All that was said of an article's statements, in the order of writing.</summary>
    public ImmutableArray<Review> Of(long article) => [.. archive.Read(database => ReviewTable.Of(database, article))];

    /// <summary>Writes a review.</summary>
    /// <returns>The review as it is kept; null where there is no such article, version or statement.</returns>
    /// <exception cref="ReviewRefusedException">It says nothing that can be kept.</exception>
    /// <exception cref="ReviewOutrunException">The statement is no longer as the reviewer saw it.</exception>
    public Review? Write(ReviewDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return archive.Write(database =>
        {
            if (Article(database, draft.Article, draft.Version) is not { } article) return null;
            if (draft.Statement is null) return ReviewTable.Add(database, ReviewWording.First(draft, article), []);
            if (article.Statement(draft.Statement) is not { } statement) return null;
            if (draft.Seen is { } seen && seen != statement.Tag) throw new ReviewOutrunException();
            return ReviewTable.Add(database, ReviewWording.Next(draft, article, statement), statement.Thread?.Reviews ?? []);
        });
    }

    /// <summary>The reviews that were written last, the latest first.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="before">Only reviews with numbers below this; null for all.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<ListedReview> Latest(ReviewFilter filter, long? before, int count)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return [.. archive.Read(database => ReviewLists.Latest(database, filter, before, count))];
    }

    /// <summary>The articles that somebody began to review, the one reviewed last first.</summary>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<long> Begun(int count) => [.. archive.Read(database => ReviewLists.Begun(database, count))];

    /// <summary>Of these articles, those that nobody reviewed.</summary>
    public ImmutableArray<StoredArticle> NotBegun(IEnumerable<StoredArticle> articles) =>
        archive.Read(database => articles.Where(article => !ReviewTable.Any(database, article.Id)).ToImmutableArray());

    /// <summary>How far reader and reviewers agree, over the reviews that stand.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">What they are told apart by.</param>
    public AgreementReport Agreement(ReviewFilter filter, AgreementBy by)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return archive.Read(database => AgreementReport.Of(ReviewLists.Standing(database, filter), by));
    }

    /// <summary>Brings reviews into the archive that were exported from another, all or none; those that are there are passed over.</summary>
    /// <returns>Of each, in the order given, what is wrong with it; null where nothing is.</returns>
    public ImmutableArray<string?> Import(IReadOnlyList<ReviewLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return archive.Write(database =>
        {
            var import = new ReviewImport(database);
            return lines.Select(import.Take).ToImmutableArray();
        });
    }

    /// <summary>What is exported of an article's reviews; null where it has none.</summary>
    internal ArticleReviews? ForExport(long article, bool allVersions) => archive.Read(database =>
    {
        if (!ReviewTable.Any(database, article)) return null;
        var versions = (allVersions ? ArticleReader.Versions(database, article) : [ArticleReader.Article(database, article)!])
            .Select(version => Article(database, article, version.Version)!)
            .Where(version => version.Statements.Any(statement => statement.Thread?.Standing is not null && statement.CarriedFrom is null));
        return new ArticleReviews(allVersions ? ReviewLine.Of(database, article) : [], [.. versions]);
    });

    private static ReviewedArticle? Article(Database database, long number, int? version)
    {
        var article = version is null ? ArticleReader.Article(database, number) : ArticleReader.Versions(database, number).Find(stored => stored.Version == version);
        if (article is null || ArticleReader.Record(database, number, article.Version) is not { } record) return null;
        return ReviewedArticle.Lay(article, record, ReviewTable.Of(database, number), other => ArticleReader.Record(database, number, other)?.Document.Text);
    }
}
