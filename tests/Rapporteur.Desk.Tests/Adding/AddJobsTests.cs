using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Tests.Queue;
using Rapporteur.Ingest;
using Xunit;

namespace Rapporteur.Desk.Tests.Adding;

public sealed class AddJobsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_some_jobs_run_at_once_and_a_place_comes_free_when_one_ends()
    {
        await using var desk = await OpenDesk.Start();
        var jobs = desk.Services.GetRequiredService<AddJobs>();
        using var gate = new ManualResetEventSlim();
        var started = new List<AddJob>();
        while (jobs.TryTakePlace(out var place)) started.Add(place.Start("a wait", _ => Waiting(gate)));
        Assert.InRange(started.Count, 1, 16);

        using var form = Sent.Files(("a.txt", Sent.Bytes("Some words.")));
        using var refused = await desk.Client.PostAsync("/add/files", form, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.StatusCode);

        gate.Set();
        foreach (var job in started) await Ended(job);
        await Eventually.Holds(() =>
        {
            if (!jobs.TryTakePlace(out var free)) return false;
            free.Dispose();
            return true;
        });
    }

    [Fact]
    public async Task A_job_that_is_stopped_keeps_what_it_added_and_leaves_the_archive_whole()
    {
        await using var desk = await OpenDesk.Start();
        var jobs = desk.Services.GetRequiredService<AddJobs>();
        Assert.True(jobs.TryTakePlace(out var place));
        var job = place.Start("without end", _ => Endless());
        while (job.Progress.New < 3) await Task.Delay(20, Cancellation);
        using var stopped = await desk.Client.PostAsync($"/add/jobs/{job.Id}/stop", null, Cancellation);
        await Ended(job);
        Assert.Equal(AddState.Stopped, job.Progress.State);
        Assert.True(desk.Archive.ArticleCount >= job.Progress.New);
        Assert.Empty(desk.Archive.Check());
    }

    [Fact]
    public async Task A_server_that_closes_ends_its_jobs()
    {
        AddJob job;
        await using (var desk = await OpenDesk.Start())
        {
            Assert.True(desk.Services.GetRequiredService<AddJobs>().TryTakePlace(out var place));
            job = place.Start("without end", _ => Endless());
            while (job.Progress.New < 1) await Task.Delay(20, Cancellation);
        }

        await Ended(job);
        Assert.Equal(AddState.Stopped, job.Progress.State);
    }

    private static async Task Ended(AddJob job)
    {
        for (var waited = 0; job.Progress.State == AddState.Running && waited < 600; waited++) await Task.Delay(50, Cancellation);
        Assert.NotEqual(AddState.Running, job.Progress.State);
    }

    private static IEnumerable<Input> Waiting(ManualResetEventSlim gate)
    {
        gate.Wait(TimeSpan.FromMinutes(2));
        yield break;
    }

    private static IEnumerable<Input> Endless()
    {
        var source = new InputSource();
        for (var i = 0; ; i++)
            foreach (var input in source.Find(new MemoryStream(Sent.Bytes($"\"We have {i} ships,\" Ilse Marten said.")), $"{i}.txt")) yield return input;
    }
}
