using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Formats;

/// <summary>How a queue stands, for people and for programs.</summary>
internal static class QueueText
{
    /// <summary>Some lines: the queue, then its workers, one a line.</summary>
    public static string Of(QueueStatus status)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{status.Waiting:N0} waiting, {status.InHand:N0} in hand, {status.Parked:N0} parked; {status.Workers.Sum(worker => worker.Rate):N1} articles a second");
        if (status.OldestSeconds is { } seconds) text.Append(CultureInfo.InvariantCulture, $"; the oldest has waited {Length(TimeSpan.FromSeconds(seconds))}");
        if (status.IsPaused) text.Append("; paused");
        text.Append('\n');
        foreach (var worker in status.Workers)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{Printable.OneLine(worker.Name)}  {Printable.OneLine(worker.State)}  {worker.Rate:N1} a second, {worker.InHand:N0} in hand, {worker.Stored:N0} stored, {worker.Failed:N0} failed, {worker.Parked:N0} parked, "
                + $"{worker.Threads} threads, {worker.Memory >> 20:N0} MB, for {Length(TimeSpan.FromSeconds(worker.RunningSeconds))}, model {Printable.OneLine(worker.Model)}\n");
        }

        return text.ToString();
    }

    /// <summary>A line of what is parked.</summary>
    public static string Of(ParkedMessage message) => string.Create(CultureInfo.InvariantCulture,
        $"{message.Id}  {Printable.OneLine(message.Subject)}: {Printable.OneLine(message.Error)} ({message.Attempts} attempts, {message.Time:yyyy-MM-dd HH:mm}Z by {Printable.OneLine(message.Worker)})\n");

    /// <summary>The same as a line of JSON.</summary>
    public static string Json(QueueStatus status) => JsonSerializer.Serialize(status, QueueTextJson.Readable.QueueStatus) + "\n";

    /// <summary>The same as a line of JSON.</summary>
    public static string Json(ParkedMessage message) => JsonSerializer.Serialize(message, QueueTextJson.Readable.ParkedMessage) + "\n";

    private static string Length(TimeSpan time) =>
        time.TotalMinutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N0} s")
        : time.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:N0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:N1} h");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueueStatus))]
[JsonSerializable(typeof(ParkedMessage))]
internal sealed partial class QueueTextJson : JsonSerializerContext
{
    public static QueueTextJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
