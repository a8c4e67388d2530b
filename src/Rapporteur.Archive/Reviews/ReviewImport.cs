using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Reviews;

/// <summary>Brings reviews of another archive into this one, within a transaction. Lines are not to be trusted: each must hold together.</summary>
internal sealed class ReviewImport(Database database)
{
    private (long Article, int Version, string Text, CodePoints Points)? _last;

    /// <summary>Takes a line; one that is there already is passed over.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Take(ReviewLine line)
    {
        if (ReviewTable.Holds(database, line.Key)) return null;
        if (Version(line) is not var (article, version)) return "the article that it is about is not in the archive";
        if (line.MadeAt is not { } at) return $"'{line.At}' is not a time as 2024-05-02T09:30:00.000Z is";
        try
        {
            var history = ReviewTable.Of(database, article);
            var first = history.Find(review => review.Key == line.Thread);
            if (first is null != (line.Thread == line.Key)) return "the first review of its statement is not there";
            if (first is not null && first.Thread != first.Id) return "the review that it names as the first of its statement is not the first";
            var thread = first is null ? [] : history.FindAll(review => review.Thread == first.Id);
            var takesBack = thread.Find(review => review.Key == line.TakesBack);
            if (Fault(line, thread, takesBack) is { } fault) return fault;
            if (history.Count >= ReviewRules.MostReviews) return "its article has as many reviews as one may have";
            var body = Body(line, article, version);
            ReviewTable.Add(
                database, new Review(0, line.Key, article, version, first?.Id ?? 0, line.Kind, takesBack?.Id, ReviewRules.Reviewer(line.Reviewer), at, body), thread);
            return null;
        }
        catch (ReviewRefusedException e)
        {
            return e.Message;
        }
    }

    private (long Article, int Version)? Version(ReviewLine line)
    {
        if (!IsHexadecimal(line.Article) || !IsHexadecimal(line.Version)) return null;
        return database.Query(
            "SELECT v.article, v.number FROM articles a JOIN versions v ON v.article = a.id WHERE a.key = $1 AND v.hash = $2",
            row => (row.GetInt64(0), row.GetInt32(1)), Convert.FromHexString(line.Article), Convert.FromHexString(line.Version)) is [var found] ? found : null;
    }

    private static bool IsHexadecimal(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    // What a review of this kind must say, and must not.
    private static string? Fault(ReviewLine line, List<Review> thread, Review? takesBack) => line.Kind switch
    {
        ReviewKind.TakenBack when takesBack is null || takesBack.Kind == ReviewKind.TakenBack || new ReviewThread(thread).IsTakenBack(takesBack) =>
            "it takes back nothing that can be taken back",
        not ReviewKind.TakenBack when line.TakesBack is not null => "it takes back another and says something itself",
        ReviewKind.Confirmed when line.Body.Found is null => "it confirms what nobody found",
        ReviewKind.Corrected when line.Body.Found is null || line.Body.Given is null => "it corrects nothing, or by nothing",
        ReviewKind.Added when line.Body.Found is not null || line.Body.Given is null => "it adds nothing, or what was found",
        ReviewKind.Confirmed or ReviewKind.Rejected or ReviewKind.Remarked or ReviewKind.TakenBack when line.Body.Given is not null => "it says what the statement is, and is no correction",
        _ when thread.Count == 0 && line.Body.Subject is null => "it does not say what statement it is of",
        _ when line.Body.Found is null != line.Body.Reader is null => "what was found and who found it go together",
        _ => null,
    };

    private ReviewBody Body(ReviewLine line, long article, int version)
    {
        if (_last is not { } last || last.Article != article || last.Version != version)
        {
            var text = ArticleReader.Record(database, article, version)!.Document.Text;
            _last = last = (article, version, text, new CodePoints(text));
        }

        var (anchor, found, _, given, comment) = line.Body;
        found = found is null ? null : ReviewRules.Checked(found, last.Points.Count);
        given = given is null ? null : ReviewRules.Checked(given, last.Points.Count);
        var end = anchor.Start + (long)new CodePoints(anchor.Quote).Count;
        if (anchor.Start < 0 || end > last.Points.Count || Anchor.Of(new CodePointRange(anchor.Start, (int)end), last.Text, last.Points) != anchor)
            throw new ReviewRefusedException("anchor", "its words do not stand where it says in the article");
        foreach (var extent in new[] { found, given }.OfType<Annotation>().Select(annotation => annotation.Extent))
            if (extent.Start < anchor.Start || extent.End > end) throw new ReviewRefusedException("anchor", "it marks what its words do not reach");
        return line.Body with { Found = found, Given = given, Comment = ReviewRules.Comment(comment) };
    }
}
