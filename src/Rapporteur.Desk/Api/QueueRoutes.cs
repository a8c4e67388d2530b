using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Api;

/// <summary>The queue that articles are added through, where the desk's settings name one.</summary>
internal static class QueueRoutes
{
    private const string ParkedList = "parked";

    public static void MapQueue(this RouteGroupBuilder api)
    {
        var queue = api.MapGroup("").WithTags("Queue");
        queue.MapGet("/queue", Status).WithName("getQueue").Produces<QueueStatus>().Refuses(404, 503);
        queue.MapGet("/queue/parked", Parked).WithName("listParked").Produces<Page<ParkedMessage>>().Refuses(400, 404, 503);
        queue.MapPost("/queue/parked/{id}:retry", Retry).WithName("retryParked").Produces(StatusCodes.Status204NoContent).Refuses(404, 503)
            .RequireAuthorization(Permission.Edit).Audit("queue.retry");
        queue.MapPost("/queue:pause", Pause).WithName("pauseQueue").Produces(StatusCodes.Status204NoContent).Refuses(404, 503)
            .RequireAuthorization(Permission.Admin).Audit("queue.pause");
        queue.MapPost("/queue:resume", Resume).WithName("resumeQueue").Produces(StatusCodes.Status204NoContent).Refuses(404, 503)
            .RequireAuthorization(Permission.Admin).Audit("queue.resume");
    }

    /// <summary>Get how the queue stands</summary>
    /// <remarks>What waits, who works on it, and how much could not be read. There is none where the desk's settings name none.</remarks>
    internal static async Task<IResult> Status(DeskQueue queue, CancellationToken cancellation) =>
        TypedResults.Ok(await queue.Ask(asked => asked.StatusAsync(cancellation), cancellation));

    /// <summary>List what could not be read</summary>
    /// <remarks>Those that were parked first come first.</remarks>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static async Task<IResult> Parked(HttpContext context, DeskQueue queue, string? cursor, int? limit, CancellationToken cancellation)
    {
        var most = Paging.Limit(limit);
        var after = Cursor.Read(ParkedList, cursor) is { } place ? ulong.Parse(place, CultureInfo.InvariantCulture) : 0;
        var messages = await queue.Ask(async asked => await asked.ParkedAsync(after, cancellation).Take(most + 1).ToArrayAsync(cancellation), cancellation);
        var items = messages.Take(most).ToImmutableArray();
        return TypedResults.Ok(Paging.Of(context, ParkedList, items, messages.Length > most ? items[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    /// <summary>Send to the queue again what could not be read</summary>
    /// <param name="id">Its number among what is parked.</param>
    internal static async Task<IResult> Retry(DeskQueue queue, ulong id, CancellationToken cancellation) =>
        await queue.Ask(asked => asked.RetryAsync(id, cancellation), cancellation) ? TypedResults.NoContent() : throw RequestException.NotFound("parked message of that number");

    /// <summary>Pause the queue</summary>
    /// <remarks>Workers finish what they have and take nothing more. What is submitted waits.</remarks>
    internal static Task<IResult> Pause(DeskQueue queue, CancellationToken cancellation) => Done(queue, asked => asked.PauseAsync(cancellation), cancellation);

    /// <summary>Have the queue go on</summary>
    internal static Task<IResult> Resume(DeskQueue queue, CancellationToken cancellation) => Done(queue, asked => asked.ResumeAsync(cancellation), cancellation);

    private static async Task<IResult> Done(DeskQueue queue, Func<NewsQueue, Task> change, CancellationToken cancellation)
    {
        await queue.Ask(
            async asked =>
            {
                await change(asked);
                return true;
            }, cancellation);
        return TypedResults.NoContent();
    }
}
