using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Operations;
using Rapporteur.Records;
using Rapporteur.TestServers;

[assembly: Xunit.AssemblyFixture(typeof(PostgresServer.Lifetime))]

namespace Rapporteur.Desk.Tests;

/// <summary>A desk that really listens, on an archive of its own in a temporary folder.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    /// <summary>The variable that names the engine of all archives that tests do not choose themselves: <c>postgres</c>, else SQLite.</summary>
    private const string Engine = "RAPPORTEUR_TEST_ENGINE";

    private static readonly bool OnPostgres = Environment.GetEnvironmentVariable(Engine) == "postgres";

    private readonly string _folder, _place;
    private readonly DeskOptions _options;
    private readonly Surroundings _around;
    private WebApplication _server;

    private OpenDesk(string folder, string place, DeskOptions options, Surroundings around, NewsArchive archive, WebApplication server)
    {
        _folder = folder;
        _place = place;
        _options = options;
        _around = around;
        Archive = archive;
        _server = server;
        Address = new Uri(server.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Its archive.</summary>
    public NewsArchive Archive { get; private set; }

    /// <summary>The file or address of its archive.</summary>
    public string ArchivePlace => _place;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _server.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client that follows no redirection and keeps no cookie.</summary>
    public HttpClient Client { get; }

    /// <summary>Opens a desk.</summary>
    /// <param name="change">Changes how it is run.</param>
    /// <param name="around">What is around it; null for the usual, and no log.</param>
    /// <param name="archive">The file or address of its archive; null for one of its own.</param>
    public static async Task<OpenDesk> Start(Func<DeskOptions, DeskOptions>? change = null, Surroundings? around = null, string? archive = null)
    {
        var folder = Directory.CreateTempSubdirectory("desk").FullName;
        archive ??= OnPostgres ? PostgresServer.Shared.NewSchema() : Path.Combine(folder, "news.archive");
        var opened = NewsArchive.Open(archive, ArchiveAccess.Write);
        var options = new DeskOptions { Address = "http://127.0.0.1:0" };
        options = change?.Invoke(options) ?? options;
        around ??= new Surroundings { Log = NullLoggerProvider.Instance };
        var server = DeskServer.Create(opened, options, around);
        await server.StartAsync();
        return new OpenDesk(folder, archive, options, around, opened, server);
    }

    /// <summary>Closes the desk and opens it again at the same address, on the same archive.</summary>
    public async Task Restart()
    {
        await End();
        Archive = NewsArchive.Open(_place, ArchiveAccess.Write);
        _server = DeskServer.Create(Archive, _options with { Address = Address.GetLeftPart(UriPartial.Authority) }, _around);
        await _server.StartAsync();
    }

    /// <summary>Adds an article without the server, and gives its number.</summary>
    public long Add(Article article) => Archive.Add([ArchiveEntry.Of(Record.From(Reader.English.Read(article)))])[0].Article;

    /// <summary>Closes it as a signal would.</summary>
    public Task Close() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await End();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task End()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Archive.Dispose();
    }
}
