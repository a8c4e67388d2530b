using System.CommandLine;
using Rapporteur.Cli.Formats;
using Rapporteur.Cli.Streams;

namespace Rapporteur.Cli.Commands;

/// <summary>The options <c>--format</c> and <c>--out</c>.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> _format;
    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write to FILE instead of standard output; it appears whole, or not at all.",
        HelpName = "FILE",
    };

    /// <summary>With the formats that there are, the default first.</summary>
    public OutputOptions(string[] formats)
    {
        _format = new Option<string>("--format", "-f") { Description = "How to write the results.", DefaultValueFactory = _ => formats[0] };
        _format.AcceptOnlyFromAmong(formats);
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_out);
    }

    /// <summary>Adds the option of the file alone, for a command that has formats of its own.</summary>
    public void AddOutTo(Command command) => command.Add(_out);

    /// <summary>The file named; null for standard output.</summary>
    public string? Path(ParseResult arguments) => arguments.GetValue(_out);

    /// <summary>The format asked for.</summary>
    public string Format(ParseResult arguments) => arguments.GetRequiredValue(_format);

    /// <summary>What text is laid out for: the screen where it goes to one.</summary>
    public PageLayout Layout(ParseResult arguments, Terminal terminal) =>
        new(terminal.Width, terminal.Colour && arguments.GetValue(_out) is null or "-");

    /// <summary>Where to write.</summary>
    /// <exception cref="UsageException">The file cannot be made.</exception>
    public OutputTarget Open(ParseResult arguments, Terminal terminal)
    {
        var path = arguments.GetValue(_out);
        try
        {
            return OutputTarget.Open(path, terminal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot write to {path}: {e.Message}");
        }
    }
}
