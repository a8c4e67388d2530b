using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rapporteur.Archive;
using Rapporteur.Archive.Team;
using Rapporteur.Desk;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur desk [PATH|ADDRESS...]</c>: adds what is named, then serves the archive to the browser and to programs.</summary>
internal static class DeskCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions(mayBeNone: true);
        var settings = new DeskSettingsOption();
        var port = new Option<int?>("--port")
        {
            Description = $"The port to listen at; 0 takes one that is free. Without it {DeskOptions.UsualPort}, or one that is free where that is taken.",
            HelpName = "NUMBER",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535) result.AddError("--port wants a number from 0 to 65535.");
        });
        var loopback = new Option<bool>("--allow-loopback") { Hidden = true };
        var command = new Command("desk",
            """
            Open a reading room in the browser, and an API for programs, on an archive.

            Files, folders and addresses that are named are added first. The server answers this machine alone, until Ctrl-C;
            with --settings it answers a team, who sign in.
            """)
        {
            port, loopback,
        };
        articles.AddTo(command);
        settings.AddTo(command);
        command.Add(DeskAccountCommand.Create(terminal));
        command.Add(DeskKeyCommand.Create(terminal));
        command.Add(DeskHealthCommand.Create(terminal));
        command.SetAction(arguments =>
        {
            var options = settings.Read(arguments) with { AllowsLoopback = arguments.GetValue(loopback) };
            using var opened = settings.OpenArchive(arguments, options);
            var code = ExitCode.Done;
            if (articles.Paths(arguments) is { Length: > 0 } paths)
            {
                using var fetcher = new Fetcher(new FetchOptions { AllowsLoopback = arguments.GetValue(loopback) });
                var run = new ArticleRun(terminal, interruption, articles.Threads(arguments)) { Fetcher = fetcher, Memory = new ArchiveFetchMemory(opened) };
                code = new AddRun(opened, run, article => articles.Apply(arguments, article), terminal).Run(paths);
            }

            Serve(opened, options, arguments.GetValue(port), terminal, interruption.Token);
            return code;
        });
        return command;
    }

    // Ctrl-C is how a server is ended: it is no failure.
    private static void Serve(NewsArchive archive, DeskOptions options, int? port, Terminal terminal, CancellationToken cancellation)
    {
        using var desk = Started(archive, options, port);
        terminal.Error.WriteLine($"The desk is open at {desk.Urls.First()} (Ctrl-C closes it)");
        if (options.SignIn is { Passwords: true, OpenId: null } && !new Accounts(archive).HasAdmin)
            terminal.Error.WriteLine("Nobody can sign in yet: make the first account with rapporteur desk account add NAME --role admin");
        cancellation.WaitHandle.WaitOne();
        desk.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    // Where the settings say nothing of an address, a port that is taken is no reason not to open: it is for one person, who is told.
    private static WebApplication Started(NewsArchive archive, DeskOptions options, int? port)
    {
        var isGiven = options.SignIn is not null || options.Address != new DeskOptions().Address;
        if (isGiven && port is not null) throw new UsageException("the settings say which address to listen at: leave --port out");
        try
        {
            return Start(archive, isGiven ? options : options with { Address = Local(port ?? DeskOptions.UsualPort) });
        }
        catch (IOException e) when (e.InnerException is SocketException || e.InnerException?.InnerException is SocketException)
        {
            if (isGiven) throw new UsageException($"{options.Address} is taken or may not be used");
            if (port is not null) throw new UsageException($"port {port} is taken or may not be used: name another with --port, or 0 for any that is free");
            return Start(archive, options with { Address = Local(0) });
        }
    }

    private static WebApplication Start(NewsArchive archive, DeskOptions options)
    {
        try
        {
            var desk = DeskServer.Create(archive, options);
            desk.StartAsync().GetAwaiter().GetResult();
            return desk;
        }
        catch (SettingsException e)
        {
            throw new UsageException(e.Message);
        }
    }

    // A free port is taken at one address; "localhost" would be two.
    private static string Local(int port) => FormattableString.Invariant($"http://{(port == 0 ? "127.0.0.1" : "localhost")}:{port}");
}
