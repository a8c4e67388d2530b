using Microsoft.Win32.SafeHandles;

namespace Rapporteur.Cli.Streams;

/// <summary>Standard output that says so when its reader has gone.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32; // EPIPE, on Linux and macOS

    /// <summary>Whether writing failed because whoever read the output wants no more of it.</summary>
    public static bool ReaderHasGone(IOException failure) => failure.HResult == BrokenPipe;

    /// <summary>Opens it. Writing to a pipe that nobody reads any more throws an <see cref="IOException"/>.</summary>
    /// <remarks>
    /// The framework's own stream drops what a closed pipe does not take, so that `rapporteur pipe | head` would read its whole
    /// input for nobody. A file stream on the handle throws; but on a file it would not move the position that the shell's
    /// next command writes at, so only pipes get one.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
