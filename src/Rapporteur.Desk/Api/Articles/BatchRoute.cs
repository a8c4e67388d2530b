using Microsoft.AspNetCore.Http;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>Adds many articles: a list in one answer, or a line in and a line out for as long as the caller has lines.</summary>
internal static class BatchRoute
{
    /// <summary>An article a line.</summary>
    public const string Lines = "application/x-ndjson";

    private const int MostArticles = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Add many articles</summary>
    /// <remarks>
    /// Each is added by itself: one that is refused does not hold up the others, and says why in its place. As JSON 1,000 at most;
    /// as application/x-ndjson (an article a line) any number: each line is answered by one in the same order as soon as its
    /// article is kept, so read the answer while you send.
    /// </remarks>
    public static async Task<IResult> Add(HttpContext context, IIntake intake, DeskOptions options, CancellationToken cancellation)
    {
        var atOnce = intake.AtOnce * 4;
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(Lines, StringComparison.OrdinalIgnoreCase) == true)
        {
            if (context.Request.Headers.ContainsKey(IdempotencyKeys.Header))
                throw RequestException.BadField(IdempotencyKeys.Header, "A stream of lines takes no key: sent again, what was added is known.");
            return new BatchLines(line => Item(intake, line.Index, () => line.Fields(context), cancellation), atOnce, options.LargestUpload, TimeSpan.FromSeconds(options.Limits.BodySeconds));
        }

        var batch = (await Body.Json<ArticleBatch>(context)).Articles;
        if (batch.IsDefaultOrEmpty || batch.Length > MostArticles) throw RequestException.BadField("articles", $"A batch holds 1 to {MostArticles} articles.");
        var items = new List<BatchItem>(batch.Length);
        var pending = new Queue<Task<BatchItem>>();
        for (var i = 0; i < batch.Length; i++)
        {
            var (index, fields) = (i, (ArticleFields?)batch[i]);
            if (pending.Count >= atOnce) items.Add(await pending.Dequeue());
            pending.Enqueue(Item(intake, index, () => fields ?? throw RequestException.BadField("articles", "An article is null."), cancellation));
        }

        while (pending.TryDequeue(out var item)) items.Add(await item);
        return TypedResults.Ok(new BatchResult(
            [.. items], items.Count(item => item.Added is { Outcome: not "known" }), items.Count(item => item.Added is { Outcome: "known" }), items.Count(item => item.Problem is not null)));
    }

    private static async Task<BatchItem> Item(IIntake intake, long index, Func<ArticleFields> fields, CancellationToken cancellation)
    {
        try
        {
            var article = fields().ToArticle();
            while (true)
            {
                try
                {
                    var outcome = await intake.Add(article, intake.Patience, cancellation);
                    var status = outcome is null ? StatusCodes.Status202Accepted : outcome.Value.As == AddedAs.New ? StatusCodes.Status201Created : StatusCodes.Status200OK;
                    return new BatchItem(index, status) { Added = AddedArticle.Of(outcome) };
                }
                catch (RequestException e) when (e.Problem.Status == StatusCodes.Status503ServiceUnavailable)
                {
                    // A batch waits: the caller is not asked to send all of it again.
                    await Task.Delay(Pause, cancellation);
                }
            }
        }
        catch (Exception e) when (ErrorPages.ProblemOf(e) is { } problem && !cancellation.IsCancellationRequested)
        {
            return new BatchItem(index, problem.Status) { Problem = problem };
        }
    }
}
