using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Pages.Queue;

/// <summary>Where the queue is looked at, and what could not be read is sent again.</summary>
internal static class QueuePages
{
    private const string Address = "/queue";
    private const int MostParked = 100;

    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address);
        pages.MapGet("", Show);
        pages.MapPost("/pause", (HttpContext context, DeskQueue queue, CancellationToken cancellation) => Change(context, queue, asked => asked.PauseAsync(cancellation), cancellation))
            .RequireAuthorization(Permission.Admin).Audit("queue.pause");
        pages.MapPost("/resume", (HttpContext context, DeskQueue queue, CancellationToken cancellation) => Change(context, queue, asked => asked.ResumeAsync(cancellation), cancellation))
            .RequireAuthorization(Permission.Admin).Audit("queue.resume");
        pages.MapPost("/parked/{id}/retry", (HttpContext context, DeskQueue queue, ulong id, CancellationToken cancellation) => Change(context, queue, asked => asked.RetryAsync(id, cancellation), cancellation))
            .RequireAuthorization(Permission.Edit).Audit("queue.retry");
    }

    private static async Task<IResult> Show(DeskQueue queue, CancellationToken cancellation) => QueuePage.Create(await queue.Ask(
        async asked => new QueueModel(await asked.StatusAsync(cancellation), [.. await asked.ParkedAsync(cancellation: cancellation).Take(MostParked).ToArrayAsync(cancellation)]), cancellation));

    // Sent twice, or when somebody else was quicker, there is nothing left to do: that is no failure.
    private static async Task<IResult> Change(HttpContext context, DeskQueue queue, Func<NewsQueue, Task> change, CancellationToken cancellation)
    {
        await queue.Ask(
            async asked =>
            {
                await change(asked);
                return true;
            }, cancellation);
        return context.SeeOther(Address);
    }
}
