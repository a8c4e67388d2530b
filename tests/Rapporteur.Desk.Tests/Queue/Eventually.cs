using System.Diagnostics;
using Xunit;

namespace Rapporteur.Desk.Tests.Queue;

/// <summary>For what others do in their own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until something holds; fails where it does not within minutes.</summary>
    public static async Task Holds(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(Pause, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < Longest, "It did not come about.");
    }
}
