using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Operations;

/// <summary>The log of a desk that is run for a team: a line of JSON for each request and whatever goes wrong, on standard error.</summary>
internal static partial class ServerLog
{
    public static void AddServerLog(this ILoggingBuilder logging, DeskOptions options, ILoggerProvider? log)
    {
        logging.ClearProviders();
        if (log is not null) logging.AddProvider(log);
        else if (options.SignIn is not null) logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        // That its keys lie unencrypted beside what they protect is known: they are good for the minutes of one sign-in.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Logs each request: what was asked for, without the query, by whom, and what came of it.</summary>
    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Rapporteur.Desk.Requests");
        app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            var method = context.Request.Method;
            try
            {
                await next(context);
            }
            finally
            {
                if (logger.IsEnabled(LogLevel.Information) && !context.Request.Path.StartsWithSegments(Health.Root, StringComparison.Ordinal))
                {
                    var (who, means, source) = (context.User.Identity?.Name, context.User.Means(), context.Connection.RemoteIpAddress?.ToString());
                    var (path, status) = (context.Request.Path.Value, context.Response.StatusCode);
                    var (milliseconds, trace) = ((long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, Activity.Current?.TraceId.ToString());
                    LogRequest(logger, method, path, status, milliseconds, who, means, source, trace);
                }
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds} ms, {Who} by {Means} from {Source}, trace {Trace}")]
    private static partial void LogRequest(ILogger logger, string method, string? path, int status, long milliseconds, string? who, string means, string? source, string? trace);
}
