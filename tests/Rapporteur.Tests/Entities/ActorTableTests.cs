using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Entities;

public sealed class ActorTableTests
{
    private static readonly ActorTable Table = new(LanguagePack.English);

    [Theory]
    [InlineData("Russia", "RUS", ActorKind.Country, ActorUse.Country)]
    [InlineData("Britain", "GBR", ActorKind.Country, ActorUse.Country)]
    [InlineData("Chinese", "CHN", ActorKind.Country, ActorUse.Demonym)]
    [InlineData("Kyiv", "UKR", ActorKind.Government, ActorUse.Capital)]
    [InlineData("Kremlin", "RUS", ActorKind.Government, ActorUse.Name)]
    [InlineData("Downing Street", "GBR", ActorKind.Government, ActorUse.Name)]
    [InlineData("Brussels", "IGOEEC", ActorKind.Government, ActorUse.Capital)]
    [InlineData("Foggy Bottom", "USA", ActorKind.Ministry, ActorUse.Name)]
    [InlineData("NATO", "IGONAT", ActorKind.Alliance, ActorUse.Name)]
    [InlineData("Tass", "TASS", ActorKind.Media, ActorUse.Name)]
    internal void A_name_leads_to_its_actor(string name, string code, ActorKind kind, ActorUse use)
    {
        var found = Table.Find(name);
        Assert.NotNull(found);
        Assert.Equal((code, kind, use), (found.Actor.Code, found.Actor.Kind, found.Use));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("who")]
    [InlineData("Atlantis")]
    [InlineData("")]
    public void What_is_no_name_leads_nowhere(string name) => Assert.Null(Table.Find(name));

    [Fact]
    public void The_longest_name_at_a_token_is_taken()
    {
        var document = Document.Parse("The United Nations Security Council met.", null, LanguagePack.English);
        var (name, tokens) = Table.At(document, 1, document.Tokens.Count);
        Assert.Equal(("IGOUNOSCO", 4), (name?.Actor.Code, tokens));
    }

    [Fact]
    public void Every_name_in_the_table_is_found_again_in_a_sentence()
    {
        foreach (var (name, expected) in Table.All)
        {
            var document = Document.Parse($"And {name} agreed.", null, LanguagePack.English);
            var (found, tokens) = Table.At(document, 1, document.Tokens.Count);
            Assert.True(found == expected, $"'{name}' is not found where it stands");
            Assert.Equal(name.Length, document.Tokens[tokens].End - document.Tokens.Starts[1]);
        }
    }

    [Fact]
    public void Every_code_is_well_formed_and_every_country_has_one_code()
    {
        var countries = LanguagePack.English.Table("actors/countries", 5).ToList();
        Assert.True(countries.Count > 190, "the table holds the countries of the world");
        Assert.All(countries, line => Assert.Matches("^[A-Z]{3}$", line[0]));
        Assert.Equal(countries.Count, countries.Select(line => line[0]).Distinct().Count());
        Assert.Equal(countries.Count, countries.Select(line => line[1]).Distinct().Count());
        Assert.All(Table.All, entry => Assert.Matches("^[A-Z0-9-]+$", entry.Value.Actor.Code));
    }

    [Theory]
    [InlineData("actors/countries", 5, 2)]
    [InlineData("actors/organizations", 3, 2)]
    [InlineData("actors/institutions", 3, 2)]
    public void No_line_says_a_name_twice(string table, int columns, int first)
    {
        foreach (var line in LanguagePack.English.Table(table, columns))
        {
            var names = line.Skip(first).SelectMany(cell => cell.Split(", ", StringSplitOptions.RemoveEmptyEntries)).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }
}
