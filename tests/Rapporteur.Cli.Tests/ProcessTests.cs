using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>What only shows in a process of its own: its pipes, its environment and its signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void A_pipe_that_is_closed_early_ends_the_run_without_a_word()
    {
        SkipOnWindows();
        var input = _command.File("in.jsonl", string.Concat(Enumerable.Range(0, 3000).Select(i => Texts.Line($"{i}", Texts.Harbour))));
        using var shell = Start("sh", "-c", $"'{Executable}' pipe < '{input}' | head -n 1");
        Assert.StartsWith("{\"schema\"", shell.StandardOutput.ReadToEnd());
        Assert.Empty(shell.StandardError.ReadToEnd());
        Assert.True(shell.WaitForExit(60_000));
    }

    [Fact]
    public void Two_commands_of_a_shell_write_one_after_the_other_to_a_file()
    {
        SkipOnWindows();
        var (file, target) = (_command.File("a.txt", Texts.Harbour), _command.Path("both.jsonl"));
        using var shell = Start("sh", "-c", $"{{ '{Executable}' read -f jsonl '{file}'; '{Executable}' read -f jsonl '{file}'; }} > '{target}'");
        shell.WaitForExit();
        Assert.Equal(2, File.ReadAllLines(target).Length);
    }

    [Fact]
    public void Control_C_ends_the_run_between_two_lines()
    {
        SkipOnWindows();
        using var run = Start(Executable, "pipe");
        run.StandardInput.Write(Texts.Line("a", Texts.Harbour));
        run.StandardInput.Flush();
        var first = run.StandardOutput.ReadLine();
        Interrupt(run);
        Assert.True(run.WaitForExit(30_000));
        Assert.Equal(130, run.ExitCode);
        Assert.StartsWith("{\"schema\"", first);
        Assert.Empty(run.StandardOutput.ReadToEnd());
        Assert.Empty(run.StandardError.ReadToEnd());
    }

    [Fact]
    public void Control_C_leaves_no_half_file()
    {
        SkipOnWindows();
        var target = _command.File("out.jsonl", "older");
        using var run = Start(Executable, "read", _command.File("a.txt", Texts.Harbour), "-", "-f", "jsonl", "--out", target);
        SpinWait.SpinUntil(() => Directory.GetFiles(_command.Folder, "*.partial").Length > 0, 30_000);
        Interrupt(run);
        Assert.True(run.WaitForExit(30_000));
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("older", File.ReadAllText(target));
        Assert.Empty(Directory.GetFiles(_command.Folder, "*.partial"));
    }

    [Fact]
    public void Colours_are_for_screens_that_want_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "needs script(1) for a terminal");
        var file = _command.File("a.txt", Texts.Harbour);
        Assert.Contains("\e[", OnScreen($"'{Executable}' read '{file}'"));
        Assert.DoesNotContain("\e[3", OnScreen($"NO_COLOR=1 '{Executable}' read '{file}'"));
        Assert.DoesNotContain("\e[3", OnScreen($"TERM=dumb '{Executable}' read '{file}'"));
    }

    [Fact]
    public void The_width_of_the_screen_is_kept_to()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "needs script(1) for a terminal");
        var lines = OnScreen($"stty cols 44; NO_COLOR=1 '{Executable}' read '{_command.File("a.txt", Texts.Harbour)}'").Split('\n');
        Assert.InRange(lines.Where(line => !line.Contains('\e')).Max(line => line.TrimEnd('\r').Length), 30, 44);
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");

    private static string OnScreen(string command)
    {
        using var run = Start("script", "-qec", command, "/dev/null");
        run.StandardInput.Close();
        return run.StandardOutput.ReadToEnd();
    }

    private static Process Start(string file, params string[] args)
    {
        var start = new ProcessStartInfo(file, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        return Process.Start(start)!;
    }

    private static void Interrupt(Process process) => Assert.Equal(0, Kill(process.Id, 2));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
