using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Engines;

/// <summary>
/// The script for Spark. Spark itself is not here: what is run is the command that it is given, started as its Python side does, cut
/// into words and without a shell.
/// </summary>
public sealed class SparkTests : EngineTest
{
    private const string Start = "import shlex, subprocess, sys; sys.path.insert(0, 'deploy/engines'); import spark; sys.exit(subprocess.call(shlex.split(spark.COMMAND)))";

    public SparkTests() => Programs.Need("python3", "python3");

    // The command is looked for beside the task, then on the path.
    private Outcome Run(string script, string lines) => Programs.Run("python3", ["-B", "-c", Start], lines,
        ("PATH", $"{Path.GetDirectoryName(Command("bin/rapporteur", script))}:{Environment.GetEnvironmentVariable("PATH")}"));

    [Fact]
    public void A_part_gives_what_one_run_gives_and_unreadable_lines_fail_no_task()
    {
        var lines = Lines(10) + Unreadable;
        var run = Run($"exec {Programs.Rapporteur} \"$@\"", lines);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Alone(lines), run.Output);
    }

    [Fact]
    public void A_command_that_ends_badly_fails_its_task() => Assert.NotEqual(0, Run("exit 137", Lines(1)).ExitCode);

    [Fact]
    public void Without_arguments_it_says_how_it_is_used()
    {
        var run = Programs.Run("python3", ["-B", Repository.File("deploy", "engines", "spark.py")]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("INPUT OUTPUT", run.Error, StringComparison.Ordinal);
    }
}
