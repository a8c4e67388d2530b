using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Tests.Queue;
using Xunit;

namespace Rapporteur.Desk.Tests.Http;

/// <summary>Pages are computed in turns: no more at once than processors, and nobody keeps a turn by going away.</summary>
public sealed class TurnsTests
{
    private static readonly string[] Computed = ["/", "/happenings", "/api/v1/statements"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_first_is_first_and_who_goes_away_is_passed_over()
    {
        await using var desk = await OpenDesk.Start();
        var turns = desk.Services.GetRequiredService<Turns>();
        var (all, first) = await TakeAll(turns);
        var taken = new Stack<IDisposable>(all);
        var second = turns.Take(Cancellation).AsTask();
        using var gone = new CancellationTokenSource();
        var leaving = turns.Take(gone.Token).AsTask();
        var last = turns.Take(Cancellation).AsTask();
        Assert.Equal(Environment.ProcessorCount * (NewsArchive.IsOnServer(desk.ArchivePlace) ? 4 : 1), taken.Count);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);

        foreach (var turn in new[] { first, second, last })
        {
            Assert.False(turn.IsCompleted);
            taken.Pop().Dispose();
            taken.Push(await turn);
        }

        foreach (var turn in taken) turn.Dispose();
    }

    [Fact]
    public async Task While_all_turns_are_taken_pages_wait_and_the_desk_is_alive()
    {
        await using var desk = await OpenDesk.Start();
        var turns = desk.Services.GetRequiredService<Turns>();
        var (taken, next) = await TakeAll(turns);
        using (var gone = new CancellationTokenSource())
        {
            var leaving = desk.Client.GetAsync("/speakers", gone.Token);
            var waiting = Computed.Select(path => desk.Client.GetAsync(path, Cancellation)).ToArray();
            using var alive = await desk.Client.GetAsync("/health/live", Cancellation);
            using var adding = await desk.Client.GetAsync("/add", Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (alive.StatusCode, adding.StatusCode));
            Assert.DoesNotContain(waiting, answer => answer.IsCompleted);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);

            foreach (var turn in taken) turn.Dispose();
            (await next).Dispose();
            foreach (var answer in await Task.WhenAll(waiting)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // All turns are there again.
        await Eventually.Holds(() =>
        {
            var again = taken.ConvertAll(_ => turns.Take(Cancellation));
            var isThere = again.TrueForAll(turn => turn.IsCompleted);
            foreach (var turn in again) turn.AsTask().Result.Dispose();
            return isThere;
        });
    }

    // All turns that there are, and the one that waits for the first of them.
    private static async Task<(List<IDisposable> Taken, Task<RateLimitLease> Next)> TakeAll(Turns turns)
    {
        var taken = new List<IDisposable>();
        while (true)
        {
            var next = turns.Take(Cancellation).AsTask();
            if (!next.IsCompleted) return (taken, next);
            taken.Add(await next);
        }
    }
}
