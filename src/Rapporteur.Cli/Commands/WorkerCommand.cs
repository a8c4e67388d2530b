using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Rapporteur.Archive;
using Rapporteur.Desk.Operations;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur worker</c>: takes articles from a queue, reads them, and stores them in an archive, until it is told to end.</summary>
internal static class WorkerCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var threads = ArticleOptions.CreateThreads();
        var queue = new QueueOption();
        var archive = new ArchiveOption();
        var listen = new Option<string?>("--listen")
        {
            Description = "Answer at this address whether it runs (/health/live) and can work (/health/ready): http://127.0.0.1:4190. Without it nothing is answered.",
            HelpName = "ADDRESS",
        };
        listen.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var address) && address.Scheme == "http"))
                result.AddError($"--listen wants an address such as http://127.0.0.1:4190, not '{token.Value}'.");
        });
        var command = new Command("worker",
            """
            Take articles from a queue, read them, and store them in an archive, until Ctrl-C.

            Any number of workers may share a queue and an archive, and start and end at any time. An article is done only when it
            is stored; what cannot be read is put aside (rapporteur queue parked).
            """)
        {
            threads, listen,
        };
        queue.AddTo(command);
        archive.AddTo(command);
        command.SetAction(arguments =>
        {
            var opened = queue.OpenPatiently(arguments, terminal, interruption.Token);
            try
            {
                using var store = OpenPatiently(archive, arguments, terminal, interruption.Token);
                using var worker = new Worker(opened, store, LoneReadingCommand.For(new WorkerOptions { Threads = arguments.GetValue(threads) }), terminal.Complain);
                using var server = Started(worker, arguments.GetValue(listen));
                terminal.Error.WriteLine($"Worker {worker.Name} takes from {opened.Place} and stores in {store.Place} (Ctrl-C ends it)");
                worker.RunAsync(interruption.Token).GetAwaiter().GetResult();
                server.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worker.Report().Stored:N0} stored, {worker.Report().Parked:N0} parked."));
            }
            finally
            {
                opened.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }

            // Ctrl-C is how a worker is ended: it is no failure.
            return ExitCode.Done;
        });
        return command;
    }

    private static IHost Started(Worker worker, string? address)
    {
        var server = WorkerServer.Create(worker, address);
        try
        {
            server.StartAsync().GetAwaiter().GetResult();
            return server;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or SocketException)
        {
            server.Dispose();
            throw new UsageException($"{address} is taken or may not be used: name another with --listen");
        }
    }

    private static NewsArchive OpenPatiently(ArchiveOption archive, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var outage = new Outage(terminal.Complain, "the archive works");
        while (true)
        {
            try
            {
                var opened = archive.OpenToWrite(arguments);
                outage.Over();
                return opened;
            }
            catch (ArchiveException e) when (e.IsTemporary)
            {
                cancellation.WaitHandle.WaitOne(outage.Failed(e.Message));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
