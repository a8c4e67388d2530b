using System.Text;
using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class InputSourceTests : IDisposable
{
    private const string TwoLines = """
        {"id":"one","text":"\"Yes,\" Ana Rui said."}

        {"text":"\"No,\" Bo Tarn said."}
        """;

    private readonly Sources _sources = new();

    public void Dispose() => _sources.Dispose();

    [Fact]
    public void JSON_lines_give_an_article_each_and_bad_lines_say_so()
    {
        var inputs = Sources.Find(_sources.File("news.jsonl", TwoLines + "\nnot JSON\n{\"id\":\"x\"}"));
        Assert.Equal(["one", "news.jsonl#3"], inputs.Take(2).Select(input => input.Load().Id));
        Assert.Equal(["not JSON at byte 2", "it has neither \"text\" nor \"html\""], inputs.Skip(2).Select(input => Sources.Load(input).Problem));
        Assert.EndsWith("news.jsonl, line 4", inputs[2].Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_no_article_and_the_way_to_keep_it_is_told() =>
        Assert.Equal("it is a record, not an article: rapporteur import takes it into an archive",
            Sources.Load(Assert.Single(Sources.Find(_sources.File("records.jsonl", """{"schema":"rapporteur/record/1","document":{}}""")))).Problem);

    [Theory]
    [InlineData("""[{"text":"One."},{"text":"Two."}]""")]
    [InlineData("[\n  {\"text\": \"One.\"},\n\n  {\n    \"text\": \"Two.\"\n  },\n]")]
    public void A_list_in_JSON_gives_an_article_for_each_item(string json) =>
        Assert.Equal(["One.", "Two."], Sources.Find(_sources.File("news.json", json)).Select(input => input.Load().Text));

    [Fact]
    public void One_value_in_JSON_over_several_lines_is_one_article() =>
        Assert.Equal("One.", Assert.Single(Sources.Find(_sources.File("news.json", "\uFEFF{\n  \"text\":\n  \"One.\"\n}\n"))).Load().Text);

    [Fact]
    public void What_a_file_holds_is_told_by_its_content_not_by_its_name()
    {
        Assert.Equal(2, Sources.Find(_sources.File("a", TwoLines)).Count);
        Assert.Equal(2, Sources.Find(_sources.File("b", Sources.Gzip(Encoding.UTF8.GetBytes(TwoLines)))).Count);
        Assert.Equal("Only words.", Assert.Single(Sources.Find(_sources.File("c", "Only words."))).Load().Text);
        Assert.Equal("[Updated] Words.", Assert.Single(Sources.Find(_sources.File("d.json", "[Updated] Words."))).Load().Text);
        Assert.Equal("Ferry", Assert.Single(Sources.Find(_sources.File("e.xml", "<?xml version='1.0'?>" + Sources.Page("Ferry")))).Load().Title);
        Assert.Equal(["X"], Sources.Find(_sources.File("f", "<?xml version='1.0'?><!-- a --><rss version='2.0'><channel><item><title>T</title><description>X</description></item></channel></rss>"))
            .Select(input => input.Load().Text));
    }

    [Fact]
    public void A_folder_gives_files_of_one_article_and_of_several()
    {
        _sources.File("a.txt", "A.");
        _sources.File("b.jsonl", TwoLines);
        _sources.File("sub/c.html", Sources.Page("Ferry"));
        _sources.File("sub/d.csv", "no article");
        Assert.Equal(4, Sources.Find(_sources.Folder).Count);
    }

    [Fact]
    public void Standard_input_holds_whatever_a_file_may()
    {
        InputSource Of(string text) => new() { StandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(text)) };
        Assert.Equal(2, Of(TwoLines).Find(["-"]).Count());
        Assert.Equal("Only words.", Assert.Single(Of("Only words.").Find(["-"])).Load().Text);
    }

    [Fact]
    public void What_cannot_be_read_does_not_keep_the_rest_from_being_read()
    {
        var inputs = Sources.Find(
            _sources.File("broken.json", "{\"text\":\n"), _sources.File("broken.jsonl.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            "https://islet.example/", Path.Combine(_sources.Folder, "missing"), _sources.File("good.txt", "Good."));
        var problems = inputs.Select(input => Sources.Load(input).Problem).ToList();
        Assert.StartsWith("not JSON at line", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("it is damaged", problems[1], StringComparison.Ordinal);
        Assert.Equal(["addresses are not fetched here", "no such file or folder", null], problems[2..]);
    }

    [Fact]
    public void Whether_a_path_may_hold_several_articles_is_known_before_it_is_read()
    {
        Assert.True(InputSource.MayHoldSeveral(_sources.Folder));
        Assert.True(InputSource.MayHoldSeveral(_sources.File("a.jsonl", TwoLines)));
        Assert.False(InputSource.MayHoldSeveral(_sources.File("a.txt", TwoLines)));
        Assert.False(InputSource.MayHoldSeveral(_sources.File("a", "Words.")));
        Assert.False(InputSource.MayHoldSeveral("-"));
        Assert.False(InputSource.MayHoldSeveral(Path.Combine(_sources.Folder, "missing")));
    }
}
