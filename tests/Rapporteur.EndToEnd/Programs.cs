using System.Diagnostics;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.EndToEnd;

/// <summary>Runs programs in the repository, as a person would on the command line.</summary>
internal static class Programs
{
    /// <summary>Skips a test that takes minutes where nobody is ready to wait.</summary>
    public static void SkipUnlessInCi() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Publishing takes minutes: set CI=true.");

    /// <summary>Runs <c>dotnet</c>; it must succeed.</summary>
    public static void Dotnet(params string[] args)
    {
        // Build servers would outlive the tests, and hold the pipes that their output is read from.
        var (code, output) = Run("dotnet", [.. args, "--nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        Assert.True(code == 0, $"dotnet {string.Join(' ', args)}\n{output}");
    }

    /// <summary>Runs a program and gives its exit code and standard output.</summary>
    public static (int ExitCode, string Output) Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
