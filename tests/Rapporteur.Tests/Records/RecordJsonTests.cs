using System.Text;
using System.Text.Json;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Tests.Records;

public sealed class RecordJsonTests
{
    private static Record Example => Record.From(Reader.English.Read(new Article("“The 🚢 is late,” said Ilse Marrow.") { Id = "a" }));

    [Fact]
    public void A_record_is_one_line_with_its_keys_in_order()
    {
        var json = Encoding.UTF8.GetString(Example.ToJson());
        Assert.StartsWith("{\"schema\":\"rapporteur/record/1\",\"document\":{\"id\":\"a\",\"title\":null,", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void Letters_of_all_scripts_stand_as_themselves() =>
        Assert.Contains("“The", Encoding.UTF8.GetString(Example.ToJson()), StringComparison.Ordinal);

    [Fact]
    public void Ranges_count_an_emoji_as_one()
    {
        var record = Example;
        var content = Assert.Single(record.Statements).Content;
        Assert.Equal("“The 🚢 is late,”".EnumerateRunes().Count(), content[^1].End - content[0].Start);
    }

    [Fact]
    public void Indented_JSON_says_the_same()
    {
        var record = Example;
        Assert.Equal(record.ToJson(), Record.FromJson(record.ToIndentedJson()).ToJson());
        Assert.DoesNotContain((byte)'\r', record.ToIndentedJson());
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character_wherever_it_stands()
    {
        var record = Record.From(Reader.English.Read(new Article("A \uD83D ship") { Id = "\uDE00", Title = "x\uD83D" }));
        var read = Record.FromJson(record.ToJson());
        Assert.Equal("A \uFFFD ship", read.Document.Text);
        Assert.Equal("\uFFFD", read.Document.Id);
        Assert.Equal("x\uFFFD", read.Document.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"rapporteur/record/1\",\"document\":null,\"statements\":[],\"reader\":null}")]
    public void What_is_no_record_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Record.FromJson(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("[3,2]")]
    [InlineData("[-1,2]")]
    [InlineData("[1]")]
    [InlineData("[1,2,3]")]
    [InlineData("[1.5,2]")]
    [InlineData("[\"1\",2]")]
    [InlineData("7")]
    public void A_range_that_is_none_is_refused(string range)
    {
        var json = Encoding.UTF8.GetString(Example.ToJson());
        var at = json.IndexOf("\"body\":[[", StringComparison.Ordinal) + "\"body\":[".Length;
        var end = json.IndexOf(']', at) + 1;
        Assert.Throws<JsonException>(() => Record.FromJson(Encoding.UTF8.GetBytes(json[..at] + range + json[end..])));
    }
}
