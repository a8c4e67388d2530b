using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Rapporteur.Deploy.Tests.Chaos;

/// <summary>Workers, each a process of its own, that are killed and replaced.</summary>
internal sealed class Workforce(string queue, string archive) : IDisposable
{
    private readonly List<Process> _workers = [];

    /// <summary>What they said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Takes one more on.</summary>
    public Process Start()
    {
        var worker = Programs.Start(["worker", "--threads", "1", "--queue", queue, "--archive", archive], Said.Enqueue);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Ends one as a crash would (<c>kill -9</c>), and takes another on in its place.</summary>
    public void Replace(int index)
    {
        _workers[index].Kill();
        _workers[index].WaitForExit();
        _workers[index].Dispose();
        var replacement = Start();
        _workers.Remove(replacement);
        _workers[index] = replacement;
    }

    /// <summary>The bytes of memory that a process has.</summary>
    public static long Memory(Process worker)
    {
        worker.Refresh();
        return worker.WorkingSet64;
    }

    /// <summary>Whether all of them run.</summary>
    public bool AllRun => _workers.TrueForAll(worker => !worker.HasExited);

    /// <summary>Sends them home: each finishes what it has, and says that all went well.</summary>
    public void SendHome()
    {
        foreach (var worker in _workers) Assert.Equal(0, Programs.End(worker));
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            if (!worker.HasExited) worker.Kill();
            worker.Dispose();
        }
    }
}
