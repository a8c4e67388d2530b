using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Reviews;

/// <summary>Reviews across articles.</summary>
internal static class ReviewLists
{
    private const int AtATime = 1_000;

    private const string Listed =
        $"""
        SELECT {ReviewTable.Columns}, v.title, v.outlet, r.stands FROM reviews r JOIN versions v ON v.article = r.article AND v.number = r.version
        WHERE r.id < $1 AND r.stands >= $2 AND (CAST($3 AS TEXT) IS NULL OR r.reviewer = CAST($3 AS TEXT)) AND (CAST($4 AS TEXT) IS NULL OR v.outlet = CAST($4 AS TEXT))
        AND r.moment >= $5 AND r.moment < $6 AND (CAST($7 AS BIGINT) IS NULL OR r.kind = CAST($7 AS BIGINT)) ORDER BY r.id DESC LIMIT $8
        """;

    /// <summary>The latest reviews that a filter lets through, the last first.</summary>
    public static List<ListedReview> Latest(Database database, ReviewFilter filter, long? before, int count) =>
        database.Query(
            Listed, row => new ListedReview(ReviewTable.Read(row), row.Text(10), row.Text(11), row.GetInt32(12) != 0),
            before ?? long.MaxValue, filter.OnlyStanding ? 1 : 0, filter.Reviewer, filter.Outlet,
            Moment(filter.From, 0), filter.To is { } to && to < DateOnly.MaxValue ? Moment(to.AddDays(1), 0) : long.MaxValue, (long?)filter.Kind, count);

    /// <summary>All reviews that stand and that a filter lets through.</summary>
    public static IEnumerable<ListedReview> Standing(Database database, ReviewFilter filter)
    {
        for (long? before = null; ;)
        {
            var page = Latest(database, filter with { OnlyStanding = true }, before, AtATime);
            foreach (var review in page) yield return review;
            if (page.Count < AtATime) yield break;
            before = page[^1].Review.Id;
        }
    }

    /// <summary>The articles that were reviewed, the one reviewed last first.</summary>
    public static List<long> Begun(Database database, int count) =>
        database.Query("SELECT r.article, max(r.id) FROM reviews r GROUP BY r.article ORDER BY max(r.id) DESC LIMIT $1", row => row.GetInt64(0), count);

    private static long Moment(DateOnly? day, long otherwise) =>
        day is { } known ? new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() : otherwise;
}
