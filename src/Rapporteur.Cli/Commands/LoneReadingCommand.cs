using System.CommandLine;
using System.Globalization;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary>
/// <c>rapporteur read-alone</c>: what a worker starts to read, in a process of its own, what may have ended a worker before. Nobody else
/// has a use for it.
/// </summary>
internal static class LoneReadingCommand
{
    private const string Name = "read-alone";

    public static Command Create(Terminal terminal)
    {
        var longest = new Option<int>("--longest");
        var seconds = new Option<double>("--seconds");
        var command = new Command(Name, "What a worker starts to read articles that may be harmful.") { longest, seconds };
        command.Hidden = true;
        command.SetAction(arguments =>
        {
            using var input = terminal.Input();
            using var output = new BufferedStream(terminal.Output, 1 << 16);
            LoneReading.Serve(input, output, arguments.GetValue(longest), TimeSpan.FromSeconds(arguments.GetValue(seconds)));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The options of a worker, with this program as what reads alone.</summary>
    public static WorkerOptions For(WorkerOptions options)
    {
        // `dotnet Rapporteur.Cli.dll` is a program with an argument.
        var program = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [program, Environment.GetCommandLineArgs()[0]] : new[] { program };
        return options with
        {
            LoneReader =
            [
                .. start, Name, "--longest", options.LongestText.ToString(CultureInfo.InvariantCulture), "--seconds", options.ReadingLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ],
        };
    }
}
