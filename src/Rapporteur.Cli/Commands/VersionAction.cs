using System.CommandLine;
using System.CommandLine.Invocation;

namespace Rapporteur.Cli.Commands;

/// <summary><c>--version</c>: which reader and which model, as they stand in every record.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var identity = Reader.English.Identity;
        terminal.Output.Write(System.Text.Encoding.UTF8.GetBytes($"{identity.Name} {identity.Version} (model {identity.Model})\n"));
        return ExitCode.Done;
    }
}
