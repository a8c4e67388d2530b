namespace Rapporteur.Cli.Streams;

/// <summary>Where a command writes: standard output, or a file that appears whole or not at all.</summary>
internal sealed class OutputTarget : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private readonly BufferedStream _stream;
    private readonly string? _final;
    private readonly string? _partial;

    private OutputTarget(Stream stream, string? final, string? partial)
    {
        _stream = new BufferedStream(stream, BufferSize);
        _final = final;
        _partial = partial;
    }

    /// <summary>Standard output, or the file at <paramref name="path"/> where one is named.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static OutputTarget Open(string? path, Terminal terminal)
    {
        if (path is null or "-") return new OutputTarget(terminal.Output, null, null);
        if (Directory.Exists(path)) throw new IOException("it is a folder");
        var link = new FileInfo(path).LinkTarget is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true);
        var target = Path.GetFullPath(link?.FullName ?? path);
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new IOException("there is no such folder");

        // Devices and the pipes of a shell's process substitution are written to as they are: a file must not take their place.
        if (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
            return new OutputTarget(new FileStream(target, FileMode.Open, FileAccess.Write), null, null);
        var partial = $"{target}.{Environment.ProcessId}.partial";
        return new OutputTarget(new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), target, partial);
    }

    /// <summary>What is written to, for those who need a stream.</summary>
    public Stream Stream => _stream;

    /// <summary>Writes bytes; they may wait in a buffer.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Passes on what waits in the buffer.</summary>
    public void Flush() => _stream.Flush();

    /// <summary>Passes on everything and lets the file take its name.</summary>
    public void Complete()
    {
        _stream.Flush();
        if (_partial is null) return;
        _stream.Dispose();
        File.Move(_partial, _final!, overwrite: true);
    }

    /// <summary>After a run that was broken off: what was written ends with a whole result, and an unfinished file is removed.</summary>
    public void Dispose()
    {
        try
        {
            if (_partial is null) _stream.Flush();
            else _stream.Dispose();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Whatever broke the run off has been reported.
        }

        if (_partial is not null) File.Delete(_partial);
    }
}
