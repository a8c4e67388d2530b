using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Reviews;

/// <summary>Reviews as the store keeps them.</summary>
internal static class ReviewTable
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = "r.id, r.key, r.article, r.version, r.thread, r.kind, r.takes_back, r.reviewer, r.moment, r.body";

    /// <summary>All reviews of an article, in the order of writing.</summary>
    public static List<Review> Of(Database database, long article) =>
        database.Query($"SELECT {Columns} FROM reviews r WHERE r.article = $1 ORDER BY r.id", Read, article);

    /// <summary>Whether there is a review of an article.</summary>
    public static bool Any(Database database, long article) => database.Number("SELECT 1 FROM reviews r WHERE r.article = $1 LIMIT 1", article) is not null;

    /// <summary>Whether a review of this key is there.</summary>
    public static bool Holds(Database database, Guid key) => database.Number("SELECT 1 FROM reviews r WHERE r.key = $1", key.ToString()) is not null;

    /// <summary>Adds a review, with the next number, and says anew which of its thread stands.</summary>
    /// <param name="database">Where to, within a transaction.</param>
    /// <param name="review">The review; its number is not looked at, and a thread of 0 begins one.</param>
    /// <param name="thread">The thread so far; empty where the review begins one.</param>
    public static Review Add(Database database, Review review, IEnumerable<Review> thread)
    {
        var id = database.Number("UPDATE state SET last_review = last_review + 1 RETURNING last_review")!.Value;
        var added = review with { Id = id, Thread = review.Thread == 0 ? id : review.Thread };
        database.Run(
            """
            INSERT INTO reviews (id, key, article, version, thread, kind, takes_back, reviewer, moment, stands, body)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT), $8, $9, 0, $10)
            """,
            added.Id, added.Key.ToString(), added.Article, added.Version, added.Thread, (int)added.Kind, added.TakesBack, added.Reviewer,
            added.At.ToUnixTimeMilliseconds(), ReviewJson.Bytes(added.Body));
        database.Run(
            "UPDATE reviews SET stands = CASE WHEN id = $2 THEN 1 ELSE 0 END WHERE article = $3 AND thread = $1", added.Thread,
            new ReviewThread(thread.Append(added)).Standing?.Id ?? 0, added.Article);
        return added;
    }

    /// <summary>A row of <see cref="Columns"/>.</summary>
    public static Review Read(Row row) => new(
        row.GetInt64(0), Guid.Parse(row.GetString(1)), row.GetInt64(2), row.GetInt32(3), row.GetInt64(4), (ReviewKind)row.GetInt32(5),
        row.Number(6), row.GetString(7), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        ReviewJson.Body(row.Bytes(9)));
}
