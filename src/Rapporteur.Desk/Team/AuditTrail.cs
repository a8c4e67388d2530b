using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rapporteur.Archive;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>
/// Writes what is done to the audit log, many entries in one transaction, right after they were done. When the desk closes, all is
/// written; where the archive cannot take an entry, it goes into the server's log instead.
/// </summary>
internal sealed partial class AuditTrail(AuditLog log, TimeProvider clock, ILogger<AuditTrail> logger) : IHostedService
{
    public const string Done = "done", Refused = "refused", Failed = "failed";

    private const int MostWaiting = 1000;
    private readonly Channel<AuditEntry> _waiting = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private Task _writing = Task.CompletedTask;

    /// <summary>Keeps that the sender of a request did something. Waits where the archive does not keep up.</summary>
    public ValueTask Note(HttpContext context, string action, string? target, string result, string? detail = null, string? who = null) =>
        _waiting.Writer.WriteAsync(new AuditEntry(
            clock.GetUtcNow(), who ?? context.User.Identity?.Name, context.User.Means(), context.Connection.RemoteIpAddress?.ToString(), action, target, result, detail));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(Write, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    private async Task Write()
    {
        var entries = new List<AuditEntry>(MostWaiting);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            entries.Clear();
            while (entries.Count < MostWaiting && _waiting.Reader.TryRead(out var entry)) entries.Add(entry);
            try
            {
                log.Add(entries);
            }
            catch (ArchiveException e)
            {
                LogFailure(e);
                foreach (var lost in entries) LogEntry(lost.At, lost.Who, lost.Means, lost.Source, lost.Action, lost.Target, lost.Result, lost.Detail);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log could not be written")]
    private partial void LogFailure(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Audit: {At} {Who} {Means} {Source} {Action} {Target} {Result} {Detail}")]
    private partial void LogEntry(DateTimeOffset at, string? who, string means, string? source, string action, string? target, string result, string? detail);
}
