using System.Text;
using Rapporteur.Cli.Streams;

namespace Rapporteur.Cli;

/// <summary>What a command is given by whoever calls it: its streams, and how a person looks at them.</summary>
/// <param name="Input">Standard input, opened when asked for.</param>
/// <param name="Output">Standard output, as bytes.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Terminal(Func<Stream> Input, Stream Output, TextWriter Error)
{
    private const int WidthOfFiles = 80;

    /// <summary>How many columns a line of text may fill.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>Whether standard output shows colours.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether standard error is a screen that nothing else is written to, so that progress can be shown there.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether a person can be asked: standard input is a keyboard.</summary>
    public bool AsksOnScreen { get; init; }

    /// <summary>The process's own. NO_COLOR (no-color.org), TERM=dumb and COLUMNS are heeded.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        var onScreen = !Console.IsOutputRedirected;
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(Console.OpenStandardInput, StandardOutput.Open(), Console.Error)
        {
            Width = onScreen ? ScreenWidth() : WidthInEnvironment() ?? WidthOfFiles,
            Colour = onScreen && !plain,
            AsksOnScreen = !Console.IsInputRedirected,
            ShowsProgress = !onScreen && !Console.IsErrorRedirected,
        };
    }

    /// <summary>Tells a person on standard error, in one line, what went wrong.</summary>
    public void Complain(string message) => Error.WriteLine("rapporteur: " + Printable.OneLine(message));

    private static int? WidthInEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns is > 0 and < 10_000 ? columns : null;

    // A terminal that does not know its width says 0.
    private static int ScreenWidth() => Console.WindowWidth is > 0 and var width ? width : WidthOfFiles;
}
