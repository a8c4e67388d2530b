using System.Runtime.InteropServices;

namespace Rapporteur.Cli;

/// <summary>Listens for Ctrl-C and for being asked to end: the first time a command ends in order, the second time at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Cancelled when the command should end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>128 and the signal's number, as shells count; 0 while there was none.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <summary>Asks the command to end, as the signal would.</summary>
    public void Request(PosixSignal signal)
    {
        if (Interlocked.CompareExchange(ref _exitCode, signal == PosixSignal.SIGTERM ? 143 : 130, 0) == 0) _source.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = ExitCode == 0;
        Request(context.Signal);
    }
}
