using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api;

/// <summary>What the archive holds, in formats of other programs.</summary>
internal static class ExportRoutes
{
    // Each holds a thread for as long as its caller takes to read it.
    private const int MostAtOnce = 4;

    private static readonly SemaphoreSlim Free = new(MostAtOnce);

    public static void MapExports(this RouteGroupBuilder api) =>
        api.MapGet("/exports/{format}", Export).WithTags("Exports").WithName("export")
            .Produces<Stream>(StatusCodes.Status200OK, RecordExports.All[0].MediaType, [.. RecordExports.All.Skip(1).Select(format => format.MediaType).Distinct()]).Refuses(400, 404, 503).DisableRequestTimeout();

    /// <summary>Export articles or statements</summary>
    /// <remarks>
    /// The whole archive, or what a query finds; as jsonl, the records of all versions of all articles, which
    /// <c>rapporteur import</c> takes back. It is written while it is read, so that an archive of any size can be had.
    /// </remarks>
    /// <param name="format">jsonl, csv, parquet, webannotation, ics, plover, gexf, graphml, claimreview or reviews.</param>
    /// <param name="q">Only statements that this query finds; of jsonl, ics, plover and reviews the articles that hold them.</param>
    internal static IResult Export(NewsArchive archive, string format, string? q)
    {
        var chosen = RecordExports.Named(format) ?? throw RequestException.NotFound($"format of that name: there are {string.Join(", ", RecordExports.All.Select(known => known.Name))}");
        return new Streamed(archive, chosen, string.IsNullOrWhiteSpace(q) ? null : StatementQuery.Parse(q));
    }

    private sealed class Streamed(NewsArchive archive, ExportFormat format, StatementQuery? query) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (!await Free.WaitAsync(0)) throw RequestException.Busy();
            try
            {
                var response = httpContext.Response;
                response.ContentType = format.MediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{format.MediaType}; charset=utf-8" : format.MediaType;
                response.Headers.ContentDisposition = $"attachment; filename=\"rapporteur.{format.Extension}\"";
                httpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
                await Task.Run(() => Write(response.Body, httpContext.RequestAborted));
            }
            finally
            {
                Free.Release();
            }
        }

        private void Write(Stream stream, CancellationToken cancellation)
        {
            var export = format.Create(stream);
            if (query is not null) ArchiveExport.Write(archive, export, query, format.IsOfArticles, cancellation);
            else ArchiveExport.Write(archive, export, versions: format.IsOfVersions, cancellation);
        }
    }
}
