using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Operations;
using Rapporteur.Records;

namespace Rapporteur.Desk.Tests;

/// <summary>A desk that really listens, on an archive of its own in a temporary folder.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _server;

    private OpenDesk(string folder, NewsArchive archive, WebApplication server)
    {
        _folder = folder;
        Archive = archive;
        _server = server;
        Address = new Uri(server.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Its archive.</summary>
    public NewsArchive Archive { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _server.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client that follows no redirection and keeps no cookie.</summary>
    public HttpClient Client { get; }

    /// <summary>Opens a desk.</summary>
    /// <param name="change">Changes how it is run.</param>
    /// <param name="around">What is around it; null for the usual, and no log.</param>
    /// <param name="archive">The file or address of its archive; null for a file of its own.</param>
    public static async Task<OpenDesk> Start(Func<DeskOptions, DeskOptions>? change = null, Surroundings? around = null, string? archive = null)
    {
        var folder = Directory.CreateTempSubdirectory("desk").FullName;
        var opened = NewsArchive.Open(archive ?? Path.Combine(folder, "news.archive"), ArchiveAccess.Write);
        var options = new DeskOptions { Address = "http://127.0.0.1:0" };
        var server = DeskServer.Create(opened, change?.Invoke(options) ?? options, around ?? new Surroundings { Log = NullLoggerProvider.Instance });
        await server.StartAsync();
        return new OpenDesk(folder, opened, server);
    }

    /// <summary>Adds an article without the server, and gives its number.</summary>
    public long Add(Article article) => Archive.Add([ArchiveEntry.Of(Record.From(Reader.English.Read(article)))])[0].Article;

    /// <summary>Closes it as a signal would.</summary>
    public Task Close() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        Archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
