using System.CommandLine;
using System.Globalization;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Cli.Streams;
using Rapporteur.Queue;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur refresh</c>: reads anew what another reader has read.</summary>
internal static class RefreshCommand
{
    // The records of a batch are replaced whole or not at all; a run that is broken off goes on where it ended.
    private const int Batch = 100, Heaviest = 64 << 20;

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var archive = new ArchiveOption();
        var threads = ArticleOptions.CreateThreads();
        var queue = new QueueOption();
        var older = new Option<string?>("--older-than")
        {
            Description = "Queue, for workers with this model, what a reader of an older version than this has read (0.2.0), or one with another model (en/1+26a0277d ...).",
            HelpName = "VERSION",
        };
        var command = new Command("refresh",
            """
            Read again what an archive keeps the records of an older reader of, old versions of articles too.

            Articles and versions stay as they are; their statements become those that this reader finds. A run that is broken off
            keeps what it has done: run it again to go on. With --older-than, workers do the reading.
            """)
        {
            threads, older,
        };
        archive.AddTo(command);
        queue.AddTo(command);
        command.SetAction(arguments =>
        {
            if (arguments.GetValue(older) is { } version)
            {
                using var read = archive.OpenToRead(arguments);
                return queue.Using(arguments, interruption, opened => Task.FromResult(Submit(new Submission(opened, long.MaxValue, terminal.Complain, interruption.Token), read, version, terminal)));
            }

            using var opened = archive.OpenToWrite(arguments);
            return Run(opened, terminal, interruption, arguments.GetValue(threads));
        });
        return command;
    }

    private static int Submit(Submission submission, NewsArchive archive, string version, Terminal terminal)
    {
        var identity = Reader.English.Identity;
        StoredArticle? last = null;
        while (archive.ReadByOthers(identity, last, Batch) is { IsEmpty: false } versions)
        {
            last = versions[^1];
            foreach (var old in versions)
                if (IsOlder(old.Reader, version)) submission.Add(QueueMessage.Of(old, identity.Model));
        }

        submission.Complete();
        terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{submission.Queued:N0} queued, {submission.QueuedBefore:N0} queued before.\n")));
        return ExitCode.Done;
    }

    // Models have no order: what another has read is to be read again.
    private static bool IsOlder(ReaderIdentity reader, string version) => Version.TryParse(version, out var wanted)
        ? !Version.TryParse(reader.Version, out var found) || found < wanted
        : reader.Model != version;

    private static int Run(NewsArchive archive, Terminal terminal, Interruption interruption, int threads)
    {
        var progress = new Progress(terminal);
        var (count, failed) = (0L, 0L);
        StoredArticle? last = null;
        while (archive.ReadByOthers(Reader.English.Identity, last, Batch) is { IsEmpty: false } versions)
        {
            var entries = new List<(StoredArticle Version, ArchiveEntry Entry)>();
            var pipeline = new OrderedPipeline<StoredArticle, (StoredArticle Version, ArchiveEntry? Entry, string? Problem)>(threads, Read, _ => 0);
            pipeline.Run(versions, Take, () => { }, interruption.Token);
            Keep();
            last = versions[^1];

            void Keep()
            {
                archive.Refresh(entries);
                count += entries.Count;
                entries.Clear();
            }

            void Take((StoredArticle Version, ArchiveEntry? Entry, string? Problem) outcome)
            {
                progress.Add(failed: outcome.Entry is null);
                if (outcome.Entry is { } entry)
                {
                    entries.Add((outcome.Version, entry));
                    if (entries.Sum(kept => kept.Entry.Size) >= Heaviest) Keep();
                    return;
                }

                failed++;
                progress.Clear();
                terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"article {outcome.Version.Id}, version {outcome.Version.Version}: {outcome.Problem}"));
            }
        }

        progress.Clear();
        terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count:N0} read again, {failed:N0} left as they were.\n")));
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;

        (StoredArticle Version, ArchiveEntry? Entry, string? Problem) Read(StoredArticle version)
        {
            try
            {
                var old = archive.Record(version.Id, version.Version)!;
                return (version, ArchiveEntry.Of(Record.From(Reader.English.Read(RereadArticle.Of(old)))), null);
            }
            catch (Exception e)
            {
                return (version, null, Problems.Describe(e));
            }
        }
    }
}
