using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Engines;

/// <summary><c>rapporteur pipe</c> under GNU parallel.</summary>
public sealed class ParallelTests : EngineTest
{
    public ParallelTests() => Programs.Need("parallel", "parallel");

    private Outcome RunWith(string command, string[] files) => Programs.Run(
        Repository.File("deploy", "engines", "parallel.sh"), [Results, .. files], null, ("RAPPORTEUR", command), ("BLOCK", "8k"), ("JOBS", "2"));

    private Outcome Run(params string[] files) => RunWith(Programs.Rapporteur, files);

    [Fact]
    public void Many_blocks_give_the_bytes_that_one_run_gives_packed_or_not()
    {
        var (plain, packed) = (Lines(120), Lines(40));
        var run = Run(Write("plain.jsonl", plain), Write("packed.jsonl.gz", packed));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Alone(plain), Result("plain"));
        Assert.Equal(Alone(packed), Result("packed"));
        Assert.Equal(2, Directory.GetFiles(Results).Length);
    }

    [Fact]
    public void Lines_that_cannot_be_read_have_errors_in_their_places_and_the_exit_code_is_1_every_time()
    {
        var lines = Lines(30) + Unreadable + Lines(30);
        var (bad, good) = (Write("bad.jsonl", lines), Write("good.jsonl", Lines(1)));
        var first = Run(bad, good);
        Assert.Equal(1, first.ExitCode);
        Assert.Equal($"{bad}: some lines could not be read\n", first.Error);
        Assert.Equal(Alone(lines), Result("bad"));
        Assert.Equal(1, Run(bad, good).ExitCode);
        Assert.Equal(0, Run(good).ExitCode);
    }

    [Fact]
    public void A_run_that_broke_off_leaves_no_half_result_and_goes_on_with_the_file_that_it_was_in()
    {
        var (first, second) = (Write("first.jsonl", Lines(20)), Write("second.jsonl", Lines(60)));
        var dying = Command("dying", $"if [ -e {At("results", "first.records.jsonl")} ]; then kill -9 $$; fi; exec {Programs.Rapporteur} \"$@\"");
        var broken = RunWith(dying, [first, second]);
        Assert.Equal(3, broken.ExitCode);
        Assert.Contains($"{second}: reading broke off", broken.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("results", "second.records.jsonl")));

        var untouched = File.GetLastWriteTimeUtc(At("results", "first.records.jsonl"));
        Assert.Equal(0, Run(first, second).ExitCode);
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(At("results", "first.records.jsonl")));
        Assert.Equal(Alone(Lines(60)), Result("second"));
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_gives_no_result()
    {
        var whole = Write("cut.jsonl.gz", Lines(200));
        File.WriteAllBytes(whole, File.ReadAllBytes(whole)[..^20]);
        Assert.Equal(3, Run(whole).ExitCode);
        Assert.False(File.Exists(At("results", "cut.records.jsonl")));
    }

    [Fact]
    public void Files_that_would_give_one_result_and_a_missing_argument_are_wrong_usage()
    {
        Assert.Equal(2, Run(Write("a/news.jsonl", Lines(1)), Write("b/news.jsonl.gz", Lines(2))).ExitCode);
        var nothing = Run();
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("OUT FILE...", nothing.Error, StringComparison.Ordinal);
    }
}
