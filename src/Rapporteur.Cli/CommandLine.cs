using System.CommandLine;
using System.CommandLine.Invocation;
using Rapporteur.Archive;
using Rapporteur.Archive.Search;
using Rapporteur.Cli.Commands;
using Rapporteur.Cli.Streams;
using Rapporteur.Queue;

namespace Rapporteur.Cli;

/// <summary>The command <c>rapporteur</c>: its subcommands, and what all of them do alike when something is wrong.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command; the exit code is one of <see cref="ExitCode"/>, or that of the interruption.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, Interruption interruption)
    {
        var parsed = Root(terminal, interruption).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction) return Refuse(parsed, terminal);
        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = new StreamWriter(terminal.Output) { AutoFlush = true },
                Error = terminal.Error,
            });
        }
        catch (OperationCanceledException) when (interruption.ExitCode != 0)
        {
            return interruption.ExitCode;
        }
        catch (IOException e) when (StandardOutput.ReaderHasGone(e))
        {
            // `rapporteur read news/ | head` has all it wants: that is no failure.
            return ExitCode.Done;
        }
        catch (UsageException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.WrongUsage;
        }
        catch (QueryException e)
        {
            terminal.Complain(e.Message);
            foreach (var line in e.Pointed) terminal.Error.WriteLine(line);
            return ExitCode.WrongUsage;
        }
        catch (Exception e) when (e is ArchiveException or QueueException)
        {
            terminal.Complain(e.Message);
            return ExitCode.SomeFailed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"the output cannot be written: {e.Message}");
            return ExitCode.SomeFailed;
        }
    }

    private static RootCommand Root(Terminal terminal, Interruption interruption)
    {
        var root = new RootCommand("Reads news and says who said what: every statement with its speaker, and the words it was read from.")
        {
            ReadCommand.Create(terminal, interruption),
            PipeCommand.Create(terminal, interruption),
            ExtractCommand.Create(terminal, interruption),
            AnnotateCommand.Create(terminal, interruption),
            ExportCommand.Create(terminal, interruption),
            VerifyCommand.Create(terminal, interruption),
            CompareCommand.Create(terminal, interruption),
            AddCommand.Create(terminal, interruption),
            FindCommand.Create(terminal),
            CommitmentsCommand.Create(terminal),
            RefreshCommand.Create(terminal, interruption),
            HappeningsCommand.Create(terminal),
            ImportCommand.Create(terminal, interruption),
            BackupCommand.Create(),
            DeskCommand.Create(terminal, interruption),
            SubmitCommand.Create(terminal, interruption),
            WorkerCommand.Create(terminal, interruption),
            LoneReadingCommand.Create(terminal),
            QueueCommand.Create(terminal, interruption),
        };
        Help.Teach(root);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        return root;
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var unknown, ..])
            terminal.Complain($"there is no command '{unknown}'");
        else
            foreach (var error in parsed.Errors.Select(error => error.Message).Distinct()) terminal.Complain(error);
        var names = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        terminal.Error.WriteLine($"Try: rapporteur {names}--help");
        return ExitCode.WrongUsage;
    }
}
