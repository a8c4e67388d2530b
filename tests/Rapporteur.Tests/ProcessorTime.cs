using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What work costs the calling thread: its own time where the system tells it, so that a busy machine counts for less, else the clock's.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        const int ThreadProcessorTime = 3;
        if (!OperatingSystem.IsLinux()) return Stopwatch.GetElapsedTime(0);
        Assert.Equal(0, GetTime(ThreadProcessorTime, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
