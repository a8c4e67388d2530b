using System.Text;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Tests;

/// <summary>Texts that are no articles: the reader gives a reading, in bounded time.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts => new()
    {
        { new string('\0', 10_000) },
        { new string('\uD83D', 10_000) },
        { new string('\uFFFF', 10_000) },
        { new string('(', 50_000) },
        { new string('“', 50_000) },
        { new string('x', 500_000) },
        { string.Concat(Enumerable.Repeat("“‘", 25_000)) },
        { string.Concat(Enumerable.Repeat("\u0301", 50_000)) },
        { string.Join(' ', Enumerable.Repeat("word", 10_000)) },
        { string.Join(' ', Enumerable.Repeat("said", 4_000)) },
        { string.Concat(Enumerable.Repeat("\n", 100_000)) },
        { string.Concat(Enumerable.Repeat("<div>", 20_000)) },
        { Encoding.Latin1.GetString([.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7919 >> 3))]) },
        { string.Concat(Enumerable.Repeat("Ã¢â‚¬Å“We go,Ã¢â‚¬Â he said. ", 1_000)) },
        { string.Concat(Enumerable.Repeat("北京說：「我們走」。", 3_000)) },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void What_is_no_article_gives_a_record_all_the_same(string text)
    {
        var record = Record.From(Reader.English.Read(new Article(text)));
        Assert.Equal(text.Length, record.Document.Text.Length);
        Assert.Equal(record.ToJson(), Record.FromJson(record.ToJson()).ToJson());
    }

    [Fact]
    public void A_long_text_is_read_like_many_short_ones()
    {
        var reading = Reader.English.Read(new Article(News.OfLength(2_000_000)));
        Assert.True(reading.Statements.Length > 5_000);
        Assert.All(reading.Statements, s => Assert.NotEmpty(s.Content));
    }
}
