using CsCheck;
using Rapporteur.Entities;
using Xunit;

namespace Rapporteur.Tests.Entities;

/// <summary>What holds of the entities of any text whatever, and of texts made to be hard.</summary>
public sealed class EntityPropertyTests
{
    [Fact]
    public void Entities_of_any_text_have_a_name_and_mentions_inside_it() => NastyText.Any.Sample(Check, iter: 600);

    [Fact]
    public void Entities_of_news_have_a_name_and_mentions_inside_it() => Gen.Int[0, 5000].Select(News.Article).Sample(Check, iter: 60);

    [Theory]
    [InlineData("names")]
    [InlineData("one name")]
    [InlineData("pronouns")]
    [InlineData("one sentence")]
    [InlineData("titles")]
    [InlineData("acronyms")]
    [InlineData("commas")]
    public void Time_grows_with_the_text_and_not_with_its_square(string kind)
    {
        const int Words = 1500;
        const int Times = 4;
        Read(Hard(kind, Words));
        var small = Enumerable.Range(0, 3).Min(_ => Read(Hard(kind, Words)));
        var large = Enumerable.Range(0, 3).Min(_ => Read(Hard(kind, Words * Times)));
        // Four times the words may take four times as long; sixteen times would be the square.
        Assert.True(large < small * Times * 2.5 + TimeSpan.FromMilliseconds(50), $"{kind}: {small} grew to {large}");
    }

    [Theory]
    [InlineData("names")]
    [InlineData("pronouns")]
    public void Hard_texts_are_read_whole(string kind) => Check(Hard(kind, 3000));

    private static void Check(string text)
    {
        var reading = Reader.English.Read(new Article(text));
        var ids = new HashSet<string>();
        foreach (var entity in reading.Entities.All)
        {
            Assert.True(ids.Add(entity.Id));
            Assert.NotEmpty(entity.Name);
            Assert.NotEmpty(entity.Mentions);
            Assert.All(entity.Mentions, m =>
            {
                Assert.InRange(m.Span.Start, 0, text.Length - 1);
                Assert.InRange(m.Span.End, m.Span.Start + 1, text.Length);
                Assert.InRange(m.Head, m.Tokens.First, m.Tokens.End - 1);
            });
            Assert.All(entity.Roles.SelectMany(r => r.Evidence).Concat(entity.Affiliation?.Evidence ?? []), s => Assert.InRange(s.End, s.Start + 1, text.Length));
            Assert.Contains(entity.Mentions, m => m.Kind != MentionKind.Pronoun);
        }
    }

    private static TimeSpan Read(string text) => ProcessorTime.Of(() => Reader.English.Read(new Article(text)));

    private static string Hard(string kind, int words) => kind switch
    {
        "names" => string.Concat(Enumerable.Range(0, words / 4).Select(i => $"Jane Q{Letters(i)} said {Letters(i)}. ")),
        "one name" => string.Concat(Enumerable.Range(0, words / 4).Select(i => $"Jane{Letters(i)} Roe said so. ")),
        "pronouns" => string.Concat(Enumerable.Repeat("he she it they him her ", words / 6)),
        "one sentence" => string.Concat(Enumerable.Repeat("the minister of the council and ", words / 6)),
        "titles" => string.Concat(Enumerable.Repeat("President Minister Secretary ", words / 3)) + "Roe",
        "acronyms" => string.Concat(Enumerable.Range(0, words / 5).Select(i => $"Quiet {(char)('A' + i % 26)}nts Bureau (Q{(char)('A' + i % 26)}B) ")),
        _ => string.Concat(Enumerable.Repeat("Jane Roe, the mayor, ", words / 6)),
    };

    private static string Letters(int i) => $"{(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676 % 26)}";
}
