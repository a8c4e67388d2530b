using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class InputFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rapporteur-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_is_walked_in_ordinal_order_its_own_files_first()
    {
        foreach (var name in new[] { "b.txt", "B.html", "a/z.htm.gz", "a/inner/k.md", "A/q.txt.gz", "c.pdf", "notes", "b2.TXT" }) Write(name);
        Assert.Equal(["B", "b", "b2", "q", "z", "k"], InputFiles.Find([_root]).Select(f => f.Id));
        Assert.All(InputFiles.Find([_root]), f => Assert.Null(f.Problem));
    }

    [Fact]
    public void A_file_named_by_the_caller_is_given_whatever_its_name()
    {
        var path = Write("speech.pdf");
        Assert.Equal([new InputFile(path, "speech.pdf"), new InputFile("-", "-")], InputFiles.Find([path, "-"]));
    }

    [Theory]
    [InlineData("x.html.gz", "x")]
    [InlineData("x.TXT", "x")]
    [InlineData("x.y.xhtml", "x.y")]
    [InlineData("x", "x")]
    [InlineData(".txt", ".txt")]
    [InlineData(".gz", ".gz")]
    public void The_id_is_the_name_without_its_endings(string name, string id) =>
        Assert.Equal(id, Assert.Single(InputFiles.Find([Write(name)])).Id);

    [Fact]
    public void What_is_missing_or_empty_is_given_with_its_problem()
    {
        File.WriteAllText(Path.Combine(_root, "empty.txt"), "");
        var missing = Path.Combine(_root, "missing.txt");
        Assert.Equal("no such file or folder", Assert.Single(InputFiles.Find([missing])).Problem);
        Assert.Equal("the file is empty", Assert.Single(InputFiles.Find([_root])).Problem);
    }

    [Fact]
    public void A_loop_of_links_is_harmless()
    {
        Write("a/x.txt");
        Directory.CreateSymbolicLink(Path.Combine(_root, "a", "loop"), _root);
        File.CreateSymbolicLink(Path.Combine(_root, "self.txt"), Path.Combine(_root, "self.txt"));
        File.CreateSymbolicLink(Path.Combine(_root, "gone.txt"), Path.Combine(_root, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(_root, "good.txt"), Path.Combine(_root, "a", "x.txt"));
        var files = InputFiles.Find([_root]).ToList();
        Assert.Equal(["gone", "good", "self", "x"], files.Select(f => f.Id));
        Assert.Equal([false, true, false, true], files.Select(f => f.Problem is null));
    }

    [Fact]
    public void A_closed_folder_is_a_problem_and_the_walk_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions");
            return;
        }

        if (Environment.IsPrivilegedProcess) Assert.Skip("permissions do not bind this user");
        Write("a/x.txt");
        Write("b/y.txt");
        var closed = Path.Combine(_root, "a");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            Assert.Equal([new InputFile(closed, "a", "the folder may not be read"), new InputFile(Path.Combine(_root, "b", "y.txt"), "y")],
                InputFiles.Find([_root]));
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_folder_that_vanishes_during_the_walk_is_a_problem_and_the_walk_goes_on()
    {
        foreach (var name in new[] { "x.txt", "a/y.txt", "b/z.txt" }) Write(name);
        var found = new List<InputFile>();
        foreach (var file in InputFiles.Find([_root]))
        {
            found.Add(file);
            if (file.Id == "x") Directory.Delete(Path.Combine(_root, "a"), recursive: true);
        }

        Assert.Equal(["x", "a", "z"], found.Select(f => f.Id));
        Assert.Equal([null, "the folder cannot be read", null], found.Select(f => f.Problem));
    }

    private string Write(string name)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "The envoy said nothing.");
        return path;
    }
}
