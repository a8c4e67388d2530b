using System.CommandLine;
using System.Text;
using Rapporteur.Cli.Formats;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur queue</c>: how a queue stands, what could not be read, and whether workers go on.</summary>
internal static class QueueCommand
{
    private const int UsualWait = 2, LongestWait = 3600;

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var format = Format();
        var watch = new Option<int?>("--watch")
        {
            Description = $"Show it again every so many seconds (without a number {UsualWait}), until Ctrl-C.",
            HelpName = "SECONDS",
            Arity = ArgumentArity.ZeroOrOne,
        };
        watch.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var seconds) && seconds is >= 1 and <= LongestWait))
                result.AddError($"--watch wants a number of seconds from 1 to {LongestWait}, not '{token.Value}'.");
        });
        var command = new Command("queue", "Show how many articles wait, how fast they are read and by whom, and what could not be read.") { format, watch };
        var option = new QueueOption();
        option.AddTo(command);
        command.SetAction(arguments => option.Using(arguments, interruption, async queue =>
        {
            do
            {
                var status = await queue.StatusAsync(interruption.Token);
                Write(terminal, arguments.GetValue(format) == "json" ? QueueText.Json(status) : QueueText.Of(status));
                if (arguments.GetResult(watch) is null) break;
                await Task.Delay(TimeSpan.FromSeconds(arguments.GetValue(watch) ?? UsualWait), interruption.Token);
            }
            while (true);
            return ExitCode.Done;
        }));
        command.Add(Parked(terminal, interruption));
        command.Add(Retry(terminal, interruption));
        command.Add(Simple("pause", "Have workers take nothing more; what they have in hand, they finish.", interruption, queue => queue.PauseAsync(interruption.Token)));
        command.Add(Simple("resume", "Have workers go on.", interruption, queue => queue.ResumeAsync(interruption.Token)));
        return command;
    }

    private static Command Parked(Terminal terminal, Interruption interruption)
    {
        var (format, option) = (Format(), new QueueOption());
        var command = new Command("parked", "List what could not be read, with the reason.") { format };
        option.AddTo(command);
        command.SetAction(arguments => option.Using(arguments, interruption, async queue =>
        {
            await foreach (var message in queue.ParkedAsync(cancellation: interruption.Token))
                Write(terminal, arguments.GetValue(format) == "json" ? QueueText.Json(message) : QueueText.Of(message));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Retry(Terminal terminal, Interruption interruption)
    {
        var ids = new Argument<ulong[]>("ID") { Description = "The number of a parked message.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All that are parked." };
        var option = new QueueOption();
        var command = new Command("retry", "Send parked messages to the queue again.") { ids, all };
        option.AddTo(command);
        command.SetAction(arguments =>
        {
            var named = arguments.GetValue(ids) ?? [];
            if (named.Length > 0 == arguments.GetValue(all)) throw new UsageException("name the parked messages to send again, or --all");
            return option.Using(arguments, interruption, async queue =>
            {
                if (arguments.GetValue(all)) named = [.. (await queue.ParkedAsync(cancellation: interruption.Token).ToListAsync(interruption.Token)).Select(message => message.Id)];
                var (sent, code) = (0, ExitCode.Done);
                foreach (var id in named)
                {
                    if (await queue.RetryAsync(id, interruption.Token))
                    {
                        sent++;
                        continue;
                    }

                    terminal.Complain($"nothing is parked under the number {id}");
                    code = ExitCode.SomeFailed;
                }

                Write(terminal, $"{sent} sent again.\n");
                return code;
            });
        });
        return command;
    }

    private static Command Simple(string name, string description, Interruption interruption, Func<NewsQueue, Task> work)
    {
        var option = new QueueOption();
        var command = new Command(name, description);
        option.AddTo(command);
        command.SetAction(arguments => option.Using(arguments, interruption, async queue =>
        {
            await work(queue);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    private static void Write(Terminal terminal, string text)
    {
        terminal.Output.Write(Encoding.UTF8.GetBytes(text));
        terminal.Output.Flush();
    }
}
