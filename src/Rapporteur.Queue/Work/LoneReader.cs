using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest;
using Rapporteur.Records;

namespace Rapporteur.Queue.Work;

/// <summary>Has pieces read by a process of its own (<see cref="LoneReading"/>), which is started when it is needed and ended when it takes too long. For one thread.</summary>
internal sealed class LoneReader(WorkerOptions options) : IDisposable
{
    private Process? _process;
    private volatile bool _isCutOff;

    /// <summary>Has a piece read.</summary>
    /// <exception cref="LoneReadingException">It took too long, or ended the process.</exception>
    /// <exception cref="QueueException">The process cannot be started.</exception>
    public List<ReadArticle> Read(Piece piece)
    {
        var process = _process ??= Start();
        _isCutOff = false;
        using var limit = new Timer(_ => CutOff(process), null, options.ReadingLimit, Timeout.InfiniteTimeSpan);
        Hand(process, piece);
        var origin = piece.Name;
        var articles = new List<ReadArticle>();
        while (LoneReading.Take(process.StandardOutput.BaseStream) is var (kind, content))
        {
            switch (kind)
            {
                case LoneReading.End:
                    return articles;
                case LoneReading.Name:
                    origin = Encoding.UTF8.GetString(content);
                    limit.Change(options.ReadingLimit, Timeout.InfiniteTimeSpan); // for each article of a piece
                    break;
                case LoneReading.Read:
                    articles.Add(new ReadArticle(origin, Entry(content), null));
                    break;
                default:
                    articles.Add(new ReadArticle(origin, null, new UnreadableInputException(Encoding.UTF8.GetString(content))));
                    break;
            }
        }

        process.WaitForExit();
        var problem = _isCutOff
            ? string.Create(CultureInfo.InvariantCulture, $"reading it was cut off after {options.ReadingLimit.TotalSeconds:0.#} s")
            : $"reading it ended the process that did so (exit code {process.ExitCode}): it needs too much memory, or shows a fault of rapporteur";
        Dispose();
        throw new LoneReadingException(problem);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is not { } process) return;
        _process = null;
        CutOff(process);
        process.Dispose();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(options.LoneReader[0], options.LoneReader.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = options.LoneReaderMemory.ToString("x", CultureInfo.InvariantCulture);
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { }; // how it died is told by its exit code
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new QueueException($"{options.LoneReader[0]}, which reads what may be harmful, cannot be started: {e.Message}", e);
        }
    }

    // Where the process is gone, reading its answer shows that.
    private static void Hand(Process process, Piece piece)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            LoneReading.Put(input, LoneReading.Name, Encoding.UTF8.GetBytes(piece.Name));
            LoneReading.Put(input, piece.IsLine ? LoneReading.Line : LoneReading.Pages, piece.Content);
            input.Flush();
        }
        catch (IOException)
        {
        }
    }

    private static ArchiveEntry Entry(byte[] json)
    {
        try
        {
            return ArchiveEntry.Of(Record.FromJson(json));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new UnreadableInputException("what came of reading it is no record", e);
        }
    }

    private void CutOff(Process process)
    {
        _isCutOff = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
