using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Reviews;

/// <summary>A version of an article with its statements, each beside what people say of it.</summary>
/// <remarks>
/// Reviews hold to words, not to numbers: after the article was read anew, or in another of its versions, a review is laid to the
/// statement whose content is the same, else to the one that shares most of it. What the reader found is not changed by them.
/// </remarks>
public sealed class ReviewedArticle
{
    private ReviewedArticle(StoredArticle article, Record record, ImmutableArray<ReviewedStatement> statements, ImmutableArray<ReviewedStatement> elsewhere)
    {
        Article = article;
        Record = record;
        Statements = statements;
        Elsewhere = elsewhere;
    }

    /// <summary>The article in the version that is looked at.</summary>
    public StoredArticle Article { get; }

    /// <summary>What the reader made of it.</summary>
    public Record Record { get; }

    /// <summary>The statements that the reader found or people spoke of, in the order of the text.</summary>
    public ImmutableArray<ReviewedStatement> Statements { get; }

    /// <summary>Those spoken of in another version, whose words do not stand in this one or no longer only once.</summary>
    public ImmutableArray<ReviewedStatement> Elsewhere { get; }

    /// <summary>Whether somebody said of every statement what it is.</summary>
    public bool IsComplete => Statements.All(statement => statement.Thread?.Standing is not null);

    /// <summary>The statement of this name; null where there is none. One that was spoken of also goes by its first review, wherever the record holds it now.</summary>
    public ReviewedStatement? Statement(string id) =>
        Statements.FirstOrDefault(statement => statement.Id == id)
        ?? Statements.Concat(Elsewhere).FirstOrDefault(statement => statement.Thread is { } thread && ReviewedStatement.NameOf(thread) == id);

    /// <summary>Lays reviews beside the statements of a record.</summary>
    /// <param name="article">The article in the record's version.</param>
    /// <param name="record">The record.</param>
    /// <param name="history">All reviews of the article, the earliest first.</param>
    /// <param name="textOf">The text of another of its versions, by number; null where there is none.</param>
    internal static ReviewedArticle Lay(StoredArticle article, Record record, IEnumerable<Review> history, Func<int, string?> textOf)
    {
        var text = record.Document.Text;
        var points = new Lazy<CodePoints>(() => new CodePoints(text));
        var texts = new Dictionary<int, bool>();
        var placed = new List<(ReviewThread Thread, int By, Annotation Subject)>();
        var elsewhere = ImmutableArray.CreateBuilder<ReviewedStatement>();
        foreach (var thread in history.GroupBy(review => review.Thread).Select(reviews => new ReviewThread(reviews)).OrderBy(thread => thread.Id))
        {
            var (version, body) = (thread.Placing.Version, thread.Placing.Body);
            if ((version == article.Version || IsSameText(version) ? 0 : body.Anchor.MovedIn(text, points.Value)) is { } by) placed.Add((thread, by, body.Subject!.Moved(by)));
            else elsewhere.Add(Laid(ReviewedStatement.NameOf(thread), null, thread) with { IsOfAnotherVersion = true });
        }

        var partners = ThreadMatching.Match(
            record.Statements, placed.Select(item => (item.Thread.Placing.Body.Found?.Moved(item.By) ?? item.Subject, item.Thread.Placing.Body.Found is not null)));
        var threadOf = placed.Zip(partners).Where(pair => pair.Second is not null).ToDictionary(pair => pair.Second!, pair => pair.First);
        var statements = record.Statements
            .Select(found => threadOf.TryGetValue(found, out var item) ? Placed(found, item) : Laid(found.Id, found, null))
            .Concat(placed.Zip(partners).Where(pair => pair.Second is null).Select(pair => Placed(null, pair.First)));
        return new ReviewedArticle(article, record, [.. statements.OrderBy(statement => statement.Place)], elsewhere.ToImmutable());

        bool IsSameText(int version)
        {
            if (!texts.TryGetValue(version, out var same)) texts[version] = same = textOf(version) == text;
            return same;
        }

        ReviewedStatement Laid(string id, RecordStatement? found, ReviewThread? thread) =>
            new(id, found, thread, article.Version, record.Reader);

        ReviewedStatement Placed(RecordStatement? found, (ReviewThread Thread, int By, Annotation Subject) item) =>
            Laid(found?.Id ?? ReviewedStatement.NameOf(item.Thread), found, item.Thread) with
            {
                Placed = item.Subject,
                Reviewed = item.Thread.Standing is { Kind: not ReviewKind.Rejected } ? item.Subject : null,
                CarriedFrom = item.Thread.Placing.Version == article.Version ? null : item.Thread.Placing.Version,
            };
    }
}
