using System.CommandLine;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary>The options that say which queue is meant: <c>--queue</c>, and how it is entered.</summary>
internal sealed class QueueOption
{
    /// <summary>The variables that name a queue, its credentials, and the authority that signed its certificate.</summary>
    public const string Variable = "RAPPORTEUR_QUEUE", CredentialsVariable = Variable + "_CREDENTIALS", AuthorityVariable = Variable + "_CA";

    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(15);

    private readonly Option<string?> _address = new("--queue")
    {
        Description = $"The broker: nats://host:4222, or tls://user:password@host:4222. Without it, the one that {Variable} names.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _credentials = new("--queue-credentials") { Description = $"A file with user:password for the broker, or of .creds. Without it, the one that {CredentialsVariable} names.", HelpName = "FILE" };
    private readonly Option<string?> _authority = new("--queue-ca") { Description = $"The certificate of the authority that signed the broker's (PEM). Without it, the one that {AuthorityVariable} names.", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_address);
        command.Add(_credentials);
        command.Add(_authority);
    }

    /// <summary>Opens the queue.</summary>
    /// <exception cref="UsageException">None is named.</exception>
    /// <exception cref="QueueException">It cannot be opened.</exception>
    public NewsQueue Open(ParseResult arguments, CancellationToken cancellation)
    {
        var address = Address(arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ShortPatience);
        try
        {
            return NewsQueue.OpenAsync(address, cancellation: patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new QueueException($"the queue at {address.Place} does not answer: is the broker running, and do host and port name it?");
        }
    }

    /// <summary>Opens the queue, does something with it, and closes it.</summary>
    /// <returns>The exit code.</returns>
    public int Using(ParseResult arguments, Interruption interruption, Func<NewsQueue, Task<int>> work)
    {
        return Run().GetAwaiter().GetResult();

        async Task<int> Run()
        {
            await using var queue = Open(arguments, interruption.Token);
            return await work(queue);
        }
    }

    /// <summary>Opens the queue for one that goes on for long: it waits where the broker is not there yet.</summary>
    public NewsQueue OpenPatiently(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var outage = new Outage(terminal.Complain, "the queue works");
        while (true)
        {
            try
            {
                var queue = Open(arguments, cancellation);
                outage.Over();
                return queue;
            }
            catch (QueueException e) when (e.IsTemporary)
            {
                cancellation.WaitHandle.WaitOne(outage.Failed(e.Message));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    // Not default values of the options, which help would print: a password may stand in the variable.
    private QueueAddress Address(ParseResult arguments) => new(
        arguments.GetValue(_address) ?? Named(Variable) ?? throw new UsageException($"which queue? Name its broker with --queue nats://host:4222, or in the variable {Variable}"))
    {
        CredentialsFile = arguments.GetValue(_credentials) ?? Named(CredentialsVariable),
        AuthorityFile = arguments.GetValue(_authority) ?? Named(AuthorityVariable),
    };

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
