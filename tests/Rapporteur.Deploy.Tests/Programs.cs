using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests;

/// <summary>What a program came to.</summary>
internal sealed record Outcome(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);
}

/// <summary>Runs programs of this machine, as what stands in <c>deploy/</c> does.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The command <c>rapporteur</c> as it was built.</summary>
    public static string Rapporteur => Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli");

    /// <summary>Skips a test where a program is not there; in CI it must be.</summary>
    public static void Need(string program, string package)
    {
        if ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))) return;
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{program} is not installed, and CI must not skip");
        Assert.Skip($"{program} is not installed (Debian: {package})");
    }

    /// <summary>Runs a program in the repository, with <paramref name="input"/> on its standard input.</summary>
    public static Outcome Run(string program, string[] arguments, string? input = null, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var feeding = Task.Run(() => Feed(process, input), TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feeding.Wait(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, output.ToArray(), error.Result);
    }

    /// <summary>Starts the command; whoever does ends it. What it says goes to <paramref name="said"/>, a line at a time.</summary>
    public static Process Start(string[] arguments, Action<string> said, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Rapporteur, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Take(string? line)
        {
            if (line is not null) said(line);
        }
    }

    /// <summary>Asks a process to end (SIGTERM), and waits until it has.</summary>
    public static int End(Process process)
    {
        Run("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(process.WaitForExit(Patience), "it did not end");
        return process.ExitCode;
    }

    private static void Feed(Process process, string? input)
    {
        try
        {
            if (input is not null) process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it ended without reading all of it
        }
    }
}
