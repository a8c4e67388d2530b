using System.Runtime.InteropServices;
using Rapporteur.Archive;
using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task A_watched_folder_is_added_from_until_it_is_interrupted()
    {
        var archive = _command.Path("news.archive");
        var folder = Path.GetDirectoryName(Settled("inbox/a.txt", Texts.Harbour))!;
        using var interruption = new Interruption();
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var watching = Task.Run(() => CommandLine.Run(["add", folder, "--watch", "1", "--archive", archive], new Terminal(() => Stream.Null, output, error), interruption), TestContext.Current.CancellationToken);

        Assert.True(SpinWait.SpinUntil(() => Count(archive) == 1, Patience), error.ToString());
        Settled("inbox/deeper/b.html", Texts.Page);
        Assert.True(SpinWait.SpinUntil(() => Count(archive) == 2, Patience), error.ToString());
        Settled("inbox/a.txt", Texts.Harbour + "\nThe bridge is 90 metres long.\n");
        Assert.True(SpinWait.SpinUntil(() => Count(archive) == 3, Patience), error.ToString());
        interruption.Request(PosixSignal.SIGINT);
        Assert.Equal(130, await watching.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Of_what_is_watched_only_new_and_changed_files_are_looked_at_again()
    {
        var file = Settled("inbox/a.txt", Texts.Harbour);
        var paths = new Commands.WatchedPaths([Path.GetDirectoryName(file)!, "https://example.org/feed.xml"]);
        Assert.Equal([file, "https://example.org/feed.xml"], paths.Changed());
        Assert.Equal(["https://example.org/feed.xml"], paths.Changed());
        var late = _command.File("inbox/b.txt", Texts.Harbour);
        File.SetLastWriteTimeUtc(late, DateTime.UtcNow.AddSeconds(0.9));
        Assert.DoesNotContain(late, paths.Changed());
        Settled("inbox/b.txt", Texts.Harbour);
        Assert.Contains(late, paths.Changed());
    }

    // As if it had been written a while ago: what was touched just now may still be being written.
    private string Settled(string name, string text)
    {
        var file = _command.File(name, text);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        return file;
    }

    private static long Count(string archive)
    {
        Thread.Sleep(100);
        if (!File.Exists(archive)) return 0;
        try
        {
            using var opened = NewsArchive.Open(archive, ArchiveAccess.Read);
            return opened.ArticleCount;
        }
        catch (ArchiveException)
        {
            return 0; // being made
        }
    }
}
