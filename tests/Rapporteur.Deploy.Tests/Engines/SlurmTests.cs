using System.Globalization;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Engines;

/// <summary>The array of Slurm, a task run as Slurm runs it: by bash, with its number in the environment.</summary>
public sealed class SlurmTests : EngineTest
{
    private Outcome Run(string list, int task, string? command = null) => Programs.Run(
        "bash", [Repository.File("deploy", "engines", "slurm.sh"), list, Results], null,
        ("RAPPORTEUR", command ?? Programs.Rapporteur), ("SLURM_ARRAY_TASK_ID", task.ToString(CultureInfo.InvariantCulture)), ("SLURM_CPUS_PER_TASK", "2"));

    private string List(params string[] files) => Write("files.txt", string.Concat(files.Select(file => file + "\n")));

    [Fact]
    public void Each_task_reads_its_own_file_and_says_whether_lines_could_not_be_read()
    {
        var bad = Lines(5) + Unreadable;
        var list = List(Write("good.jsonl.gz", Lines(20)), Write("bad.jsonl", bad));
        Assert.Equal(0, Run(list, 1).ExitCode);
        Assert.Equal(1, Run(list, 2).ExitCode);
        Assert.Equal(2, Run(list, 3).ExitCode);
        Assert.Equal(Alone(Lines(20)), Result("good"));
        Assert.Equal(Alone(bad), Result("bad"));
    }

    [Fact]
    public void A_task_that_broke_off_is_done_again_and_one_that_is_done_is_not()
    {
        var list = List(Write("news.jsonl", Lines(20)));
        Assert.Equal(3, Run(list, 1, Command("dying", "kill -9 $$")).ExitCode);
        Assert.False(File.Exists(At("results", "news.records.jsonl")));
        Assert.Equal(0, Run(list, 1).ExitCode);
        Assert.Equal(0, Run(list, 1, "false").ExitCode);
        Assert.Equal(Alone(Lines(20)), Result("news"));
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_gives_no_result()
    {
        var whole = Write("cut.jsonl.gz", Lines(200));
        File.WriteAllBytes(whole, File.ReadAllBytes(whole)[..^20]);
        Assert.Equal(3, Run(List(whole), 1).ExitCode);
        Assert.False(File.Exists(At("results", "cut.records.jsonl")));
    }

    [Fact]
    public void Files_that_would_give_one_result_are_refused() =>
        Assert.Equal(2, Run(List(Write("a/news.jsonl", Lines(1)), Write("b/news.jsonl.gz", Lines(2))), 2).ExitCode);
}
