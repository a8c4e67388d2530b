using System.Xml.Linq;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The rules of docs/architecture.md that a machine can check.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rapporteur"] = [],
        ["Rapporteur.Ingest"] = ["Rapporteur"],
        ["Rapporteur.Archive"] = ["Rapporteur"],
        ["Rapporteur.Queue"] = ["Rapporteur", "Rapporteur.Ingest", "Rapporteur.Archive"],
        ["Rapporteur.Desk"] = ["Rapporteur", "Rapporteur.Ingest", "Rapporteur.Archive", "Rapporteur.Queue"],
        ["Rapporteur.Cli"] = ["Rapporteur", "Rapporteur.Ingest", "Rapporteur.Archive", "Rapporteur.Queue", "Rapporteur.Desk"],
        ["Rapporteur.Training"] = ["Rapporteur", "Rapporteur.Ingest", "Rapporteur.Archive"],
    };

    [Fact]
    public void Projects_use_only_what_stands_before_them()
    {
        var projects = Directory.GetFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Allowed.ContainsKey(name), $"{name} has no place in docs/architecture.md");
            foreach (var used in References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension))
                Assert.True(Allowed[name].Contains(used), $"{name} must not use {used}");
        }
    }

    [Fact]
    public void The_library_depends_on_the_calendar_and_no_other_package() =>
        Assert.Equal(["NodaTime"], References(Repository.File("src", "Rapporteur", "Rapporteur.csproj"), "PackageReference"));

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.File("Rapporteur.slnx"));
        foreach (var project in Repository.Files("*.csproj"))
            Assert.Contains(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), solution, StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        foreach (var file in Repository.Files("*.cs"))
            Assert.True(File.ReadLines(file).Count() <= 400, $"{Path.GetRelativePath(Repository.Root, file)} is too long");
    }

    [Fact]
    public void Every_word_list_says_where_it_comes_from()
    {
        var lists = Directory.GetFiles(Repository.File("src", "Rapporteur", "Languages"), "*.txt", SearchOption.AllDirectories);
        Assert.NotEmpty(lists);
        foreach (var list in lists) Assert.StartsWith("#", File.ReadLines(list).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_reads_no_clock_file_or_network()
    {
        string[] forbidden = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider", "Environment.", "HttpClient", "File.", "CurrentCulture", "Guid.NewGuid", "Random"];
        foreach (var file in Repository.Files("*.cs").Where(f => f.StartsWith(Repository.File("src", "Rapporteur") + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            var code = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
            foreach (var word in forbidden)
                Assert.False(code.Contains(" " + word, StringComparison.Ordinal) || code.Contains("(" + word, StringComparison.Ordinal),
                    $"{Path.GetRelativePath(Repository.Root, file)} uses {word}");
        }
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);
}
