using Rapporteur.Entities;
using Xunit;

namespace Rapporteur.Tests.Entities;

/// <summary>What people are and whose, in sentences written for the project.</summary>
public sealed class RoleTests
{
    [Theory]
    [InlineData("China's Foreign Ministry spokesman Gao Ming rejected the claim.", "Gao Ming", "Foreign Ministry spokesman", "China", "CHN")]
    [InlineData("Russian Deputy Foreign Minister Oleg Ladin spoke on Friday.", "Oleg Ladin", "Deputy Foreign Minister", "Russian", "RUS")]
    [InlineData("White House spokeswoman Dana Whitfield declined to comment.", "Dana Whitfield", "White House spokeswoman", "White House", "USA")]
    [InlineData("Kremlin spokesman Igor Sazonov said that talks would go on.", "Igor Sazonov", "Kremlin spokesman", "Kremlin", "RUS")]
    [InlineData("The bill was written by Sen. Howard Kessler (D-Vt.) in May.", "Howard Kessler", "D-Vt.", "D-Vt.", "USA")]
    [InlineData("Jane Roe, the mayor of Springfield, opened the bridge.", "Jane Roe", "mayor of Springfield", "Springfield", null)]
    [InlineData("The speech was given by Maria Delgado, who heads the Nordic Council.", "Maria Delgado", "heads the Nordic Council", "Nordic Council", null)]
    [InlineData("The Ukrainian ambassador, Olena Marchuk, declined to comment.", "Olena Marchuk", "ambassador", "Ukrainian", "UKR")]
    [InlineData("Tom Rask left early. Rask is a professor at the University of Oslo.", "Tom Rask", "professor at the University of Oslo", "University of Oslo", null)]
    public void A_title_is_no_part_of_the_name_and_tells_whose_someone_is(string text, string name, string title, string affiliation, string? code)
    {
        var reading = Naming.Read(text);
        var person = reading.Named(name);
        Assert.Equal(EntityType.Person, person.Type);
        var role = Assert.Single(person.Roles, r => r.Title == title);
        Assert.Equal(title, reading.Text(role.Evidence[0]));
        Assert.Equal((affiliation, code), (person.Affiliation?.Name.Replace("'s", "", StringComparison.Ordinal), person.Affiliation?.Actor?.Code));
        Assert.All(person.Affiliation!.Evidence, span => Assert.False(span.IsEmpty));
    }

    [Theory]
    [InlineData("Mr. Kessler left early. His wife waited outside.", "Kessler")]
    [InlineData("The woman thanked Ruth Adler for the flowers.", "Ruth Adler")]
    public void A_form_of_address_is_no_role(string text, string name) => Assert.Empty(Naming.Read(text).Named(name).Roles);

    [Theory]
    [InlineData("Mrs. Kessler left early.", "Kessler", Gender.Female)]
    [InlineData("Maria Delgado left early.", "Maria Delgado", Gender.Female)]
    [InlineData("Peter Novak left early.", "Peter Novak", Gender.Male)]
    [InlineData("The spokeswoman, Gao Ming, left early.", "Gao Ming", Gender.Female)]
    public void A_gender_is_told_by_names_titles_and_nouns(string text, string name, Gender gender) => Assert.Equal(gender, Naming.Read(text).Named(name).Gender);

    [Fact]
    public void A_role_told_later_in_the_article_is_known()
    {
        var reading = Naming.Read("Jane Roe was not amused. \"This is theft,\" Roe said.\n\nRoe is the chairwoman of the harbour board.");
        Assert.Contains(reading.Named("Jane Roe").Roles, r => r.Title == "chairwoman of the harbour board");
    }
}
