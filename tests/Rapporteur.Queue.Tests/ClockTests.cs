using System.Text.RegularExpressions;
using Rapporteur.Archive;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>Machines whose clocks differ by hours.</summary>
public sealed partial class ClockTests : CommandTest
{
    private const int Articles = 120;

    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib", "faketime", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(folder => Path.Combine(folder, "libfaketimeMT.so.1")).FirstOrDefault(System.IO.File.Exists)
        : null;

    [Fact]
    public async Task Clocks_that_differ_by_hours_change_nothing()
    {
        if (Library is null) Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "libfaketime is not installed (Debian: faketime)");
        Assert.NotNull(Library);
        await System.IO.File.WriteAllLinesAsync(
            File("articles.jsonl"), Enumerable.Range(1, Articles).Select(number => $$"""{"url": "https://meridian.example/{{number}}", "text": "\"Berth {{number}} stays open,\" Ilse Marten said."}"""),
            TestContext.Current.CancellationToken);
        using (var submit = Start(["submit", File("articles.jsonl")], Clock("-1h"))) await submit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.InRange(int.Parse(Waited().Match(await Told("+1h")).Groups[1].Value), 0, 90);

        // One that is ahead is killed with messages in hand; one that is behind gets them.
        using (var ahead = Start(["worker", "--threads", "1"], Clock("+1h")))
        {
            await Until(status => status.InHand > 0 || status.Waiting == 0);
            ahead.Kill();
            await ahead.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using (var behind = Start(["worker", "--threads", "1"], Clock("-1h")))
        {
            await Until(status => status.Waiting + status.InHand == 0);
            Assert.Contains(" stored, ", await Told("+1h"), StringComparison.Ordinal);
            Signal(behind, "TERM");
            await behind.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, behind.ExitCode);
        }

        using var archive = NewsArchive.Open(File("news.archive"), ArchiveAccess.Read);
        Assert.Equal(Articles, archive.ArticleCount);
        Assert.All(archive.Articles(), article => Assert.Single(archive.Versions(article.Id)));
        Assert.Empty(await Parked());
    }

    // What `rapporteur queue` says on a machine with another clock.
    private async Task<string> Told(string offset)
    {
        using var queue = Start(["queue"], Clock(offset));
        return await queue.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static (string, string)[] Clock(string offset) => [("LD_PRELOAD", Library!), ("FAKETIME", offset), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")];

    [GeneratedRegex(@"the oldest has waited (\d+) s")]
    private static partial Regex Waited();
}
