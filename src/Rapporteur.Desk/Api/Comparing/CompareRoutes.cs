using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Comparing;

/// <summary>The same words in several articles, and words held against what was said.</summary>
internal static class CompareRoutes
{
    private const int MostSubjects = 50;

    public static void MapComparing(this RouteGroupBuilder api)
    {
        var comparing = api.MapGroup("").WithTags("Comparing").InTurns();
        comparing.MapPost("/compare", Compare).WithName("compare").Accepts<CompareRequest>("application/json")
            .Produces<Page<StatementComparison>>().Refuses(400, 404, 408, 413, 415, 422, 503);
        comparing.MapPost("/verify", Verify).WithName("verify").Accepts<VerifyRequest>("application/json")
            .Produces<Verification>().Refuses(400, 404, 408, 413, 415, 422, 503);
    }

    /// <summary>Compare articles</summary>
    /// <remarks>The same quotations in several articles: what each left out, put in, changed, and to whom it gave the words. Nothing is kept.</remarks>
    internal static async Task<IResult> Compare(HttpContext context, NewsArchive archive, Readers readers, CancellationToken cancellation)
    {
        var request = await Body.Json<CompareRequest>(context);
        var (articles, texts) = (request.Articles ?? [], request.Texts ?? []);
        var count = articles.Length + texts.Length;
        if (count > MostSubjects || count < (request.WithArchive ? 1 : 2)) throw RequestException.BadField("articles", $"2 to {MostSubjects} articles are compared with each other, 1 to {MostSubjects} with the archive.");
        var index = new PrintingIndex();
        var found = ImmutableArray.CreateBuilder<StatementComparison>();
        foreach (var number in articles)
        {
            var record = archive.RecordOf(archive.Existing(number));
            if (request.WithArchive) found.AddRange(archive.Compare(number));
            else index.Add(record, number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (i, fields) in texts.Index())
        {
            var (record, name) = (await Read(readers, fields, "texts", cancellation), fields.Id ?? string.Create(CultureInfo.InvariantCulture, $"text {i + 1}"));
            if (request.WithArchive) found.AddRange(archive.Compare(record, name));
            else index.Add(record, name);
        }

        if (!request.WithArchive) found.AddRange(index.Passages());
        return TypedResults.Ok(new Page<StatementComparison>([.. found.Where(comparison => !comparison.Variants.IsEmpty)], null));
    }

    /// <summary>Verify quotations</summary>
    /// <remarks>Holds each quotation of an article against transcripts: word for word, altered (and how), or not there. Nothing is kept.</remarks>
    internal static async Task<IResult> Verify(HttpContext context, NewsArchive archive, Readers readers, CancellationToken cancellation)
    {
        var request = await Body.Json<VerifyRequest>(context);
        if (request.Article is null == request.Text is null) throw RequestException.BadField("article", "What is verified is either an article of the archive or a text.");
        var (articles, given) = (request.Articles ?? [], request.Transcripts ?? []);
        if (articles.Length + given.Length is 0 or > MostSubjects) throw RequestException.BadField("transcripts", $"It is held against 1 to {MostSubjects} transcripts.");
        if (request.MinWords is { } least && least is < 3 or > 1000) throw RequestException.BadField("minWords", "A quotation that is verified has 3 words at least.");
        var transcripts = articles.Select(number => TranscriptReader.Read(Kept(archive, number), request.Speaker))
            .Concat(given.Select((fields, i) => TranscriptReader.Read(Given(fields, "transcripts") with { Id = fields.Id ?? string.Create(CultureInfo.InvariantCulture, $"transcript {i + 1}") }, request.Speaker)))
            .ToList();
        var record = request.Article is { } article ? archive.RecordOf(archive.Existing(article)) : await Read(readers, request.Text!, "text", cancellation);
        var verification = await Task.Run(() => new Verifier(new TranscriptIndex(transcripts), request.MinWords ?? Verifier.FewestWords).Verify(record), cancellation);
        if (request.FoundOnly) verification = verification with { Quotations = [.. verification.Quotations.Where(quotation => quotation.Verdict != Verdict.NotFound)] };
        return TypedResults.Ok(verification);
    }

    private static Task<Record> Read(Readers readers, ArticleFields? fields, string field, CancellationToken cancellation) => readers.Read(Given(fields, field), cancellation);

    private static Article Given(ArticleFields? fields, string field) => fields?.ToArticle() ?? throw RequestException.BadField(field, "A text is null.");

    private static Article Kept(NewsArchive archive, long number)
    {
        var document = archive.RecordOf(archive.Existing(number)).Document;
        return new Article(document.Text)
        {
            Id = document.Id ?? number.ToString(CultureInfo.InvariantCulture), Title = document.Title,
            Published = PublicationDate.TryParse(document.Published, out var date) ? date : null,
        };
    }
}
