using CsCheck;
using Rapporteur.Languages;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests;

public sealed class BodyDetectorTests
{
    private const string First = "The envoy of Vardania left the talks on Monday, an hour after they had begun, and told nobody where she was going next.";
    private const string Second = "“We have nothing to sign,” she told reporters at the gate, “and nobody to sign it with, so why would anyone wait here for us?”";
    private const string Third = "Her office said in a note of two lines that she would not come back this week.";
    private const string Article = First + "\n\n" + Second + "\n\n" + Third;

    [Theory]
    [InlineData("Leave a Reply\n\nFill in your details below or click somewhere:\n\nI was there too. It was not like that at all.")]
    [InlineData("3 Comments\nOld Salt says:\nI was there too. It was not like that at all.")]
    [InlineData("Leave a comment\nYour email address will not be published, whatever you say here.")]
    [InlineData("12 thoughts on “Vardania leaves the talks”\nOld Salt\nI was there too. It was not like that.")]
    [InlineData("You must be logged in to comment.\nI was there too. It was not like that.")]
    [InlineData("Related stories\nThe mayor opens a bridge\nThe bridge closes")]
    [InlineData("Share this:\nTwitter\nFacebook\nLike this: Like Loading...")]
    [InlineData("%d bloggers like this:")]
    [InlineData("Blog at WordPress.com.\nUp ↑")]
    [InlineData("Tags: bridges, mayors\nFiled under: Port Sorrow")]
    [InlineData("Sign up for our newsletter and never miss a bridge.")]
    [InlineData("Privacy & Cookies: This site uses cookies. By continuing to use this website, you agree to their use.")]
    [InlineData("Read next: The mayor opens a bridge")]
    [InlineData("Back to top\n© 2023 The Harbour Post. All rights reserved.")]
    public void What_follows_the_article_is_not_its_body(string after) => Assert.Equal([Article], Body(Article + "\n\n" + after));

    [Theory]
    [InlineData("Skip to content\nMenu\nSearch\nSign in")]
    [InlineData("Home\nSubscribe now\nAdvertisement")]
    [InlineData("Share\nEmail\nPrint\n5 min read")]
    public void What_precedes_the_article_is_not_its_body(string before) => Assert.Equal([Article], Body(before + "\n\n" + Article));

    [Theory]
    [InlineData("RELATED ARTICLES\nThe mayor opens a bridge\nThe bridge closes\nEditorial: bridges in our time")]
    [InlineData("Related: The mayor opens a bridge")]
    [InlineData("Advertisement")]
    [InlineData("ALSO SEE: The mayor opens a bridge")]
    [InlineData("Story continues below")]
    public void What_interrupts_the_article_is_not_its_body(string between) =>
        Assert.Equal([First, Second], Body(First + "\n" + between + "\n" + Second));

    [Theory]
    [InlineData("Comments")]
    [InlineData("2 comments")]
    public void A_mark_of_the_end_above_the_article_ends_nothing(string mark) => Assert.Equal([Article], Body(mark + "\n\n" + Article)[^1..]);

    [Theory]
    [InlineData("Comments like these are why she left, her office said, and it named three of them, each longer than the talks themselves had been, in a list that it gave to reporters, who read it twice and then put it away for the week, as there was nothing else to do.")]
    [InlineData("Share prices in Port Sorrow fell by a tenth.")]
    [InlineData("Print is not dead, said the mayor.")]
    [InlineData("What comes next")]
    [InlineData("“Leave!”")]
    [InlineData("Follow the money.")]
    [InlineData("Search parties went out at night.")]
    public void Sentences_and_subheads_are_body_whatever_they_start_with(string line) =>
        Assert.Equal([$"{First}\n{line}\n{Second}"], Body($"{First}\n{line}\n{Second}"));

    [Fact]
    public void Of_a_header_only_the_headline_and_what_stands_under_it_are_body() =>
        Assert.Equal(["Vardania leaves the talks", "An hour was enough.", Article],
            Body("=====\nHeadline: Vardania leaves the talks\nSubtitle: An hour was enough.\nDate: 2023-04-05\nURL: https://post.example/a\n=====\n" + Article));

    [Fact]
    public void One_labelled_line_is_no_header() =>
        Assert.Equal(["Source: an official who saw the note.\n" + Article], Body("Source: an official who saw the note.\n" + Article));

    [Fact]
    public void A_text_of_nothing_but_furniture_is_taken_as_it_is() => Assert.Equal(["Share this\nMenu"], Body("Share this\nMenu"));

    [Fact]
    public void Of_any_lines_the_body_is_inside_the_text_and_in_order()
    {
        string[] lines = [First, Second, "", "Leave a Reply", "Related stories", "Menu", "Title: x", "Date: ", "====", "\uD800", "3", ":", "*", "@ comments", "What comes next"];
        Gen.Int[0, lines.Length - 1].Select(i => lines[i]).Array[0, 30].Sample(parts =>
        {
            var text = string.Join('\n', parts);
            var paragraphs = ParagraphSplitter.Find(text);
            var end = 0;
            foreach (var span in BodyDetector.Find(text, paragraphs, LanguagePack.English))
            {
                if (span.Start < end || span.IsEmpty || span.End > text.Length) return false;
                end = span.End;
            }

            return true;
        });
    }

    private static List<string> Body(string text) =>
        [.. BodyDetector.Find(text, ParagraphSplitter.Find(text), LanguagePack.English).Select(span => span.In(text).ToString())];
}
