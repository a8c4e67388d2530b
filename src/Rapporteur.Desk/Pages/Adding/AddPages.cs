using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Rapporteur.Ingest;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Desk.Pages.Adding;

/// <summary>The pages that articles are added on: pasted, as files, or by their address.</summary>
internal static class AddPages
{
    private const int LongestAddress = 2000;

    public static void MapAdding(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/add").RequireAuthorization(Permission.Edit);
        pages.MapGet("", () => Page(new AddModel()));
        pages.MapPost("/text", AddText).Audit("article.add");
        pages.MapPost("/files", AddFiles).Audit("article.add");
        pages.MapPost("/address", AddAddress).Audit("article.add");
        pages.MapGet("/jobs/{id}", Show);
        pages.MapPost("/jobs/{id}/stop", Stop).Audit("article.add.stop");
    }

    private static async Task<IResult> AddText(HttpRequest request, IIntake intake, AddJobs jobs, CancellationToken cancellation)
    {
        if (!jobs.TryTakePlace(out var place)) return Busy(request);
        using (place)
        {
            var upload = await Upload.Read(request, cancellation);
            var given = PastedArticle.From(upload);
            if (given.Problem is { } problem) return Page(new AddModel { Upload = upload, Problem = problem });
            try
            {
                var article = given.ToArticle();
                var outcome = await intake.Add(article, intake.Patience, cancellation);
                return outcome is { } kept ? Results.LocalRedirect($"/articles/{kept.Article}") : Started(place.Start(article.Title ?? "A text", _ => [Input.Of(article)]));
            }
            catch (UnreadableInputException e)
            {
                return Page(new AddModel { Upload = upload, Problem = $"This cannot be read: {e.Message}." });
            }
        }
    }

    private static async Task<IResult> AddFiles(HttpRequest request, AddJobs jobs, CancellationToken cancellation)
    {
        if (!jobs.TryTakePlace(out var place)) return Busy(request);
        using (place)
        {
            var upload = await Upload.Read(request, cancellation);
            if (upload.Files.Count == 0) return Page(new AddModel { Problem = "No file was chosen." });
            var subject = upload.Files is [var only] ? only.Name : $"{upload.Files.Count} files";
            var source = new InputSource();
            return Started(place.Start(subject, _ => upload.Files.SelectMany(file => source.Find(file.Content, file.Name))));
        }
    }

    private static async Task<IResult> AddAddress(HttpRequest request, AddJobs jobs, Fetcher fetcher, CancellationToken cancellation)
    {
        if (!jobs.TryTakePlace(out var place)) return Busy(request);
        using (place)
        {
            var upload = await Upload.Read(request, cancellation);
            if (upload.Field("address") is not { Length: <= LongestAddress } address || !InputSource.IsAddress(address) || !Uri.IsWellFormedUriString(address, UriKind.Absolute))
                return Page(new AddModel { Upload = upload, Problem = "That is no address of the web: it begins with https:// or http://." });
            return Started(place.Start(address, ending => new InputSource { Fetcher = fetcher, Cancellation = ending }.Find([address])));
        }
    }

    private static IResult Show(string id, AddJobs jobs)
    {
        if (jobs.Find(id) is not { } job) return Results.NotFound();
        return job.Progress.OnlyArticle is { } article ? Results.LocalRedirect($"/articles/{article}") : AddJobPage.Create(new AddJobModel(job));
    }

    private static IResult Stop(string id, AddJobs jobs)
    {
        if (jobs.Find(id) is not { } job) return Results.NotFound();
        job.Stop();
        return Results.LocalRedirect($"/add/jobs/{id}");
    }

    private static IResult Started(AddJob job) => Results.LocalRedirect($"/add/jobs/{job.Id}");

    private static IResult Page(AddModel model)
    {
        var page = AddPage.Create(model);
        if (model.Problem is not null) page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static IResult Busy(HttpRequest request) => new RefusedResult(StatusCodes.Status429TooManyRequests, "Too much is being added at once: wait a little.");

    private sealed class RefusedResult(int status, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Refusal.Write(httpContext, status, detail);
    }
}
