using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive;

namespace Rapporteur.Desk.Http;

/// <summary>
/// Has no more pages computed at once than processors can: in a crowd each is then there sooner than if all were computed a little at a
/// time, and who asked first is answered first. What is computed is sent without a turn, so that nobody who is slow to take it keeps one.
/// </summary>
internal sealed class Turns(NewsArchive archive) : IDisposable
{
    // A server computes for itself, on processors that we do not know.
    private const int OnServer = 4;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Environment.ProcessorCount * (NewsArchive.IsOnServer(archive.Place) ? OnServer : 1),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        QueueLimit = int.MaxValue, // connections are limited elsewhere
    });

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    /// <summary>Waits for a turn; who goes away gives up waiting.</summary>
    public ValueTask<RateLimitLease> Take(CancellationToken cancellation) => _limiter.AcquireAsync(1, cancellation);
}

/// <summary>Routes whose reading is done in turns.</summary>
internal static class RoutesInTurns
{
    /// <summary>Has routes answered in turns where they only read.</summary>
    public static RouteGroupBuilder InTurns(this RouteGroupBuilder routes) => routes.AddEndpointFilter(async (call, next) =>
    {
        var request = call.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return await next(call);
        using var turn = await call.HttpContext.RequestServices.GetRequiredService<Turns>().Take(call.HttpContext.RequestAborted);
        return await next(call);
    });
}
