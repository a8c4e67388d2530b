using Rapporteur.Statements;
using Xunit;

namespace Rapporteur.Tests.Speakers;

public sealed class SpeakerTests
{
    private static Statement Said(string text, string phrase, string? published = null, string? outlet = null)
    {
        PublicationDate? date = PublicationDate.TryParse(published, out var day) ? day : null;
        var reading = Reader.English.Read(new Article(text) { Published = date, Outlet = outlet });
        var at = text.IndexOf(phrase, StringComparison.Ordinal);
        return reading.Statements.Where(s => s.Content.Any(span => span.Start <= at && at < span.End)).MinBy(s => s.Content.Sum(span => span.Length))
            ?? throw new InvalidOperationException($"Nobody is found to say: {phrase}");
    }

    [Fact]
    public void A_relay_is_kept_apart_from_the_speaker()
    {
        var statement = Said("According to Tass, a statement from the harbour office stressed the importance of keeping the locks open at night.", "the locks open");
        Assert.Equal("harbour office", statement.Speaker?.Name);
        Assert.Equal("statement", statement.Medium?.Name);
        Assert.Equal(["Tass"], statement.Relays.Select(relay => relay.Name));
    }

    [Fact]
    public void What_an_agency_quotes_is_the_quoted_persons()
    {
        var statement = Said("Interfax quoted deputy minister Oleg Marin as saying that the mine would close before the winter.", "mine would close");
        Assert.Equal("Oleg Marin", statement.Speaker?.Name);
        Assert.Equal(["Interfax"], statement.Relays.Select(relay => relay.Name));
    }

    [Fact]
    public void The_articles_own_outlet_relays_nothing()
    {
        const string Text = "“I never saw the ladder,” Vera Collin told the Marsh Gazette.";
        Assert.Empty(Said(Text, "ladder", outlet: "The Marsh Gazette").Relays);
        Assert.Single(Said(Text, "ladder", outlet: "The Other Paper").Relays);
    }

    [Fact]
    public void An_opened_run_of_quotations_has_one_speaker_until_the_outlet_speaks()
    {
        const string Text = """
            On Tuesday, minister Ivo Saric said the following:
            “The ferry will sail on Sunday as it always did.”
            “Nobody has asked me to stop it, and nobody will.”
            None of this was reported in the capital.
            """;
        var first = Said(Text, "The ferry", "2022-05-18");
        var second = Said(Text, "Nobody has asked", "2022-05-18");
        Assert.Equal("Ivo Saric", first.Speaker?.Name);
        Assert.Equal("Ivo Saric", second.Speaker?.Name);
        Assert.Equal(new DateOnly(2022, 5, 17), second.SaidOn?.Date);
    }

    [Fact]
    public void Nobody_speaks_for_someone()
    {
        Assert.Null(Said("As someone once put it, “the tide keeps no appointments with anyone at all.”", "the tide").Speaker);
    }

    [Fact]
    public void A_source_without_a_name_says_why()
    {
        var speaker = Said("A banker, who spoke on condition of anonymity because the talks were secret, said: “The deal is as good as done, I am told.”", "The deal").Speaker;
        Assert.NotNull(speaker?.Anonymous?.Reason);
        Assert.Contains("condition of anonymity", speaker.Anonymous.Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_points_at_its_characters()
    {
        const string Text = "In a statement on Monday, Ilse Quandt, a spokeswoman for the ferry board, said the pier would reopen in June.";
        var statement = Said(Text, "the pier", "2023-03-09");
        Assert.Equal("Ilse Quandt", statement.Speaker!.Evidence[0].In(Text));
        Assert.Equal("spokeswoman", statement.Speaker.Role!.Evidence.In(Text));
        Assert.Equal("ferry board", statement.Speaker.Affiliation!.Evidence.In(Text));
        Assert.Equal("statement", statement.Medium!.Evidence[0].In(Text));
        Assert.Equal("Monday", statement.SaidOn!.Evidence[0].In(Text));
    }

    [Fact]
    public void The_article_that_started_this_is_read_right()
    {
        var path = Path.Combine(Repository.Shared, "articles", "000_a7e831d107350e12.txt");
        Assert.SkipUnless(File.Exists(path), "The article is not here.");
        var text = File.ReadAllText(path);
        (string Phrase, string Speaker)[] expected =
        [
            ("definitely requires discussion", "Dmitry Peskov"),
            ("virtual", "Wang Wenbin"), ("take stock of", "Wang Wenbin"), ("robust development of", "Wang Wenbin"), ("more stability and", "Wang Wenbin"),
            ("Bearing (the above)", "Kremlin press service"), ("present corresponding draft", "Kremlin press service"),
            ("Minsk I and II", "Johnson’s office"), ("concern over the", "Johnson’s office"), ("deescalate tensions and", "Johnson’s office"),
            ("The absence of progress", "Sergey Ryabkov"), ("That is, it will be", "Sergey Ryabkov"), ("no plans to deploy", "Sergey Ryabkov"), ("First of all, as", "Sergey Ryabkov"),
            ("repeatedly warned that", "Vladimir Putin"),
            ("does not want conflict", "Wang Wenbin"), ("self-contradictory approach", "Wang Wenbin"), ("drawing ideological lines", "Wang Wenbin"),
            ("vessels and aircraft", "Wang Wenbin"), ("a saboteur that", "Wang Wenbin"), ("estrangement and confrontation", "Wang Wenbin"),
        ];
        Assert.All(expected, row => Assert.Equal(row.Speaker, Said(text, row.Phrase, "2021-12-14").Speaker?.Name));
        Assert.Equal(["Tass"], Said(text, "Minsk I and II", "2021-12-14").Relays.Select(relay => relay.Name));
    }
}
