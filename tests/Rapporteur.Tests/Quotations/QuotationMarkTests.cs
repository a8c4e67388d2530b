using Rapporteur.Quotations;
using Xunit;

namespace Rapporteur.Tests.Quotations;

public sealed class QuotationMarkTests
{
    [Theory]
    [InlineData("She said “we sail” and left.", "“we sail”")]
    [InlineData("She said \"we sail\" and left.", "\"we sail\"")]
    [InlineData("She said «we sail» and left.", "«we sail»")]
    [InlineData("She said »we sail« and left.", "»we sail«")]
    [InlineData("She said „we sail“ and left.", "„we sail“")]
    [InlineData("She said „we sail” and left.", "„we sail”")]
    [InlineData("She said ‘we sail’ and left.", "‘we sail’")]
    [InlineData("She said 'we sail' and left.", "'we sail'")]
    [InlineData("She said ``we sail'' and left.", "``we sail''")]
    [InlineData("She said ‹we sail› and left.", "‹we sail›")]
    [InlineData("“One,” he said. “Two.”", "“One,”|“Two.”")]
    [InlineData("\"One,\" he said. \"Two.\"", "\"One,\"|\"Two.\"")]
    [InlineData("(“we sail”)", "“we sail”")]
    [InlineData("—“we sail”—", "“we sail”")]
    [InlineData("the “so-called” plan", "“so-called”")]
    public void Marks_of_all_kinds_pair_up(string text, string expected) => Assert.Equal(expected, Outer(text));

    [Theory]
    [InlineData("It's the allies' turn, don't you think?")]
    [InlineData("It’s the allies’ turn, don’t you think?")]
    [InlineData("Rock ’n’ roll of the ’90s, get ’em")]
    [InlineData("Rock 'n' roll of the '90s, get 'em")]
    [InlineData("a board of 6' by 4'")]
    [InlineData("nothing here")]
    [InlineData("“”")]
    [InlineData("")]
    public void Apostrophes_are_no_quotation_marks(string text) => Assert.Equal("", Outer(text));

    [Theory]
    [InlineData("“The ‘old’ port’s boats,” he said.", "‘old’")]
    [InlineData("\"The 'old' port's boats,\" he said.", "'old'")]
    [InlineData("“He told me “go home” twice,” she said.", "“go home”")]
    [InlineData("«He said “no” and left»", "“no”")]
    [InlineData("‘He said “no” and left’", "“no”")]
    public void A_quotation_inside_another_is_nested(string text, string inner) =>
        Assert.Equal(inner, Assert.Single(Find(text), q => q.Depth == 1).Whole.In(text).ToString());

    [Fact]
    public void A_possessive_inside_single_marks_closes_nothing() =>
        Assert.Equal("‘the allies’ boats are old’", Outer("She called it ‘the allies’ boats are old’ and left."));

    [Fact]
    public void A_quotation_reopened_in_each_paragraph_goes_on()
    {
        const string Text = "“We waited for the boat.\n“Then we waited for the next.\n“Then we swam.”";
        var found = Find(Text);
        Assert.Equal([false, true, true], found.Select(q => q.Continues));
        Assert.Equal([false, false, true], found.Select(q => q.Closed));
    }

    [Fact]
    public void A_quotation_that_goes_on_without_a_mark_is_carried_over()
    {
        const string Text = "“We waited for the boat.\nThen we swam,” she said.";
        var found = Find(Text);
        Assert.Equal(["“We waited for the boat.", "Then we swam,”"], found.Select(q => q.Whole.In(Text).ToString()));
        Assert.True(found[1].Continues);
    }

    [Fact]
    public void A_mark_that_never_closes_ends_with_its_paragraph()
    {
        const string Text = "He said “we will go\nNobody went.";
        var found = Assert.Single(Find(Text));
        Assert.Equal("“we will go", found.Whole.In(Text).ToString());
        Assert.False(found.Closed);
    }

    [Fact]
    public void A_second_opening_mark_ends_a_quotation_that_was_never_closed()
    {
        const string Text = "“We go, he said. “They stay,” she said.";
        Assert.Equal(["“We go, he said.", "“They stay,”"], Find(Text).Select(q => q.Whole.In(Text).ToString()));
    }

    [Fact]
    public void The_inner_words_are_those_without_marks_and_blanks()
    {
        const string Text = "« we sail »";
        Assert.Equal("we sail", Assert.Single(Find(Text)).Inner.In(Text).ToString());
    }

    private static string Outer(string text) =>
        string.Join('|', Find(text).Where(q => q.Depth == 0).Select(q => q.Whole.In(text).ToString()));

    private static List<Quotation> Find(string text) => [.. Reader.English.Parse(new Article(text)).Quotations];
}
