using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class AnnotateTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void Standoff_annotations_cover_the_characters_that_they_name()
    {
        var file = _command.File("a.txt", "\U0001F6A2 news\n\n" + Texts.Harbour);
        Assert.Equal(0, _command.Run("annotate", file, "--to", "brat", "--out", _command.Path("out")).ExitCode);
        var text = CodePoints(File.ReadAllText(_command.Path("out/a.txt")));
        var annotations = File.ReadAllLines(_command.Path("out/a.ann"));
        var entities = annotations.Where(line => line[0] == 'T').ToDictionary(line => line.Split('\t')[0]);
        Assert.NotEmpty(entities);
        Assert.All(entities.Values, line =>
        {
            var columns = line.Split('\t');
            Assert.Equal(3, columns.Length);
            var fragments = columns[1][(columns[1].IndexOf(' ') + 1)..].Split(';').Select(f => f.Split(' ').Select(int.Parse).ToArray());
            Assert.Equal(columns[2], string.Join(' ', fragments.Select(f => string.Concat(text[f[0]..f[1]]))));
        });
        var relations = annotations.Where(line => line[0] == 'R').ToList();
        Assert.NotEmpty(relations);
        Assert.All(relations, line => Assert.All(Regex.Matches(line, @"Arg\d:(T\d+)").Select(m => m.Groups[1].Value), id => Assert.Contains(id, entities.Keys)));
        Assert.All(annotations, line => Assert.Matches(@"^[TRA#]\d+\t", line));
        Assert.Contains("[relations]", File.ReadAllText(_command.Path("out/annotation.conf")));
    }

    [Fact]
    public void A_standoff_annotation_never_runs_over_a_line_break()
    {
        const string Broken = "Ada Lind said: “We will not go.\n\n“And we will not\tpay,” she said.\n";
        var outcome = _command.RunOn(Broken, "annotate", "-", "--to", "brat");
        Assert.NotEmpty(outcome.Lines);
        Assert.All(outcome.Lines, line => Assert.Matches(@"^([TRA#])\d+\t[^\t]+(\t[^\t]+)?$", line));
    }

    [Fact]
    public void Grammar_is_written_as_treebanks_have_it()
    {
        var outcome = _command.RunOn("Ada Lind signed.\n", "annotate", "-", "--to", "conllu");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("# text = Ada Lind signed.", outcome.Lines);
        Assert.Equal(4, outcome.Lines.Count(line => line.Split('\t').Length == 10));
    }

    [Fact]
    public void Words_given_in_CoNLLU_are_kept()
    {
        const string Given = "# sent_id = 7\n1\tgo-go\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdancers\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n";
        var outcome = _command.RunOn(Given, "annotate", "-", "--from", "conllu", "--to", "conllu");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["go-go", "dancers"], outcome.Lines.Where(line => line.Contains('\t')).Select(line => line.Split('\t')[1]));
        Assert.Equal("# sent_id = 7", outcome.Lines[0]);
    }

    [Fact]
    public void A_line_that_is_no_CoNLLU_is_named()
    {
        var outcome = _command.RunOn("1\tgo\n", "annotate", "-", "--from", "conllu", "--to", "conllu");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("standard input: line 1: 2 columns", outcome.Error);
    }

    [Fact]
    public void Web_annotations_select_by_position_and_by_quote()
    {
        var file = _command.File("a.txt", "\U0001F6A2 news\n\n" + Texts.Harbour);
        var page = _command.Run("annotate", file, "--to", "webannotation").Json;
        var text = CodePoints("\U0001F6A2 news\n\n" + Texts.Harbour);
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", (string?)page["@context"]);
        Assert.Equal("AnnotationPage", (string?)page["type"]);
        var items = page["items"]!.AsArray().Select(item => item!).ToList();
        var marked = items.Where(item => (string?)item["motivation"] == "tagging").ToList();
        Assert.NotEmpty(marked);
        foreach (var target in marked.SelectMany(item => item["target"]!.AsArray()).Select(target => target!["selector"]!.AsArray()))
        {
            var (position, quote) = (target[0]!, target[1]!);
            var (start, end) = ((int)position["start"]!, (int)position["end"]!);
            Assert.Equal(string.Concat(text[start..end]), (string?)quote["exact"]);
            Assert.Equal(string.Concat(text[Math.Max(0, start - 32)..start]), (string?)quote["prefix"]);
            Assert.Equal(string.Concat(text[end..Math.Min(text.Length, end + 32)]), (string?)quote["suffix"]);
        }

        var ids = items.Select(item => (string?)item["id"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(items.Where(item => (string?)item["motivation"] == "linking"), link =>
        {
            Assert.Contains((string?)link["target"], ids);
            Assert.All(link["body"]!.AsArray(), body => Assert.Contains((string?)body, ids));
        });
    }

    [Fact]
    public void Two_articles_of_one_name_get_files_of_their_own()
    {
        var outcome = _command.Run("annotate", _command.File("x/a.txt", Texts.Harbour), _command.File("y/A.html", Texts.Page),
            _command.File("z/empty.txt", ""), "--to", "webannotation", "--out", _command.Path("out"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["A-2.jsonld", "a.jsonld"], Directory.GetFiles(_command.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string[] CodePoints(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
}
