using Rapporteur.Archive.Comparison;
using Xunit;

namespace Rapporteur.Archive.Tests.Comparison;

public sealed class VerifierTests
{
    [Fact]
    public void A_quotation_word_for_word_holds_and_says_where_it_stands()
    {
        var quotation = Assert.Single(Speeches.Verify("“I will publish every survey before the end of June,” Ilse Marrow told the committee."));
        Assert.Equal(Verdict.Verbatim, quotation.Verdict);
        Assert.Equal(SpeakerAgreement.Agrees, quotation.Agreement);
        Assert.True(quotation.Holds);
        Assert.Empty(quotation.Differences);
        var place = Assert.Single(quotation.Places);
        Assert.Equal(("2024-03-11-hearing", "2024-03-11", "MARROW"), (place.Transcript, place.Date, place.Speaker));
        Assert.Equal(Speeches.Hearing.IndexOf("I will publish", StringComparison.Ordinal), place.Range.Start);
        Assert.Equal("I will publish every survey before the end of June", place.Text);
        Assert.Equal("", place.CutBefore);
    }

    [Fact]
    public void The_rest_of_a_sentence_that_was_cut_is_given()
    {
        var place = Assert.Single(Speeches.Verify("Ilse Marrow said that nobody had asked “the fishermen what they had seen on the bottom.”")[0].Places);
        Assert.Equal("The harbour was dredged twice last winter, and neither time did anybody ask", place.CutBefore);
        Assert.Equal("", place.CutAfter);
        place = Assert.Single(Speeches.Verify("“The ferry line will stay open through the winter,” Ilse Marrow said.")[0].Places);
        Assert.Equal("whatever the weather does to our budget", place.CutAfter);
    }

    [Theory]
    [InlineData("We never received a letter or a visit from anybody in Veldmark", DifferenceKind.Dropped, "", "a call")]
    [InlineData("I will publish every survey before June", DifferenceKind.Dropped, "", "the end of")]
    [InlineData("I will publish every secret survey before the end of June", DifferenceKind.Added, "secret", "")]
    [InlineData("If we had, we would have replied within the week", DifferenceKind.Changed, "replied", "answered")]
    public void Words_changed_added_and_dropped_are_named(string printed, DifferenceKind kind, string ours, string spoken)
    {
        var quotation = Assert.Single(Speeches.Verify($"“{printed},” Ilse Marrow said."));
        Assert.Equal(Verdict.Altered, quotation.Verdict);
        Assert.False(quotation.Holds);
        var difference = Assert.Single(quotation.Differences);
        Assert.Equal((kind, ours, spoken), (difference.Kind, difference.PrintedText, difference.SpokenText));
        Assert.False(difference.Marked);
    }

    [Theory]
    [InlineData("The harbour was dredged twice ... and neither time did anybody ask the fishermen")]
    [InlineData("I will publish every survey [of the harbour] before the end of June")]
    [InlineData("[The minister] never received a letter, a call or a visit from anybody in Veldmark")]
    public void What_the_outlet_marks_itself_is_no_fault(string printed)
    {
        var quotation = Assert.Single(Speeches.Verify($"“{printed},” Ilse Marrow said."));
        Assert.Equal(Verdict.Marked, quotation.Verdict);
        Assert.True(quotation.Holds);
        Assert.All(quotation.Differences, difference => Assert.True(difference.Marked));
    }

    [Fact]
    public void Dots_stand_for_what_was_left_out_on_either_side_of_a_word_said_twice()
    {
        var transcript = Speeches.Transcript("MARROW: We must mend the quay and the crane and the lamps on the breakwater this year.");
        var quotation = Assert.Single(Speeches.Verify("“We must mend the quay ... and the lamps on the breakwater this year,” Ilse Marrow said.", "2024-03-12", transcript));
        Assert.Equal(Verdict.Marked, quotation.Verdict);
    }

    [Fact]
    public void Other_spelling_is_the_same_words()
    {
        var quotation = Assert.Single(Speeches.Verify("“It didn't. We never received a letter, a call or a visit from anybody in Veldmark. If we'd, we would've answered within the week,” Ilse Marrow said."));
        Assert.Equal(Verdict.Verbatim, quotation.Verdict);
    }

    [Fact]
    public void Two_places_made_into_one_are_told()
    {
        var quotation = Assert.Single(Speeches.Verify("“I will publish every survey before the end of June. The ferry line will stay open through the winter,” Ilse Marrow said."));
        Assert.Equal(Verdict.Altered, quotation.Verdict);
        Assert.Contains(quotation.Differences, difference => difference.Kind == DifferenceKind.Joined);
    }

    [Fact]
    public void Anothers_words_are_not_the_speakers()
    {
        var quotation = Assert.Single(Speeches.Verify("“The postmaster remembers carrying it up your stairs himself,” Ilse Marrow said."));
        Assert.Equal(Verdict.Verbatim, quotation.Verdict);
        Assert.Equal(SpeakerAgreement.Differs, quotation.Agreement);
        Assert.False(quotation.Holds);
    }

    [Fact]
    public void Words_of_two_speakers_in_one_quotation_are_told_apart()
    {
        var quotation = Assert.Single(Speeches.Verify(
            "“We would have answered within the week. With respect, the postmaster remembers carrying it up your stairs himself,” Tomas Venn said."));
        Assert.Equal(Verdict.Altered, quotation.Verdict);
        Assert.Contains(quotation.Differences, difference => difference is { Kind: DifferenceKind.OtherSpeaker, SpokenText: "MARROW" });
    }

    [Theory]
    [InlineData("“The lighthouse was painted green by people who had never seen the sea,” Ilse Marrow said.")]
    [InlineData("“The harbour and the letter are for the committee to worry about in the winter,” Ilse Marrow said.")]
    public void What_was_not_said_is_not_found(string article)
    {
        var quotation = Assert.Single(Speeches.Verify(article));
        Assert.Equal(Verdict.NotFound, quotation.Verdict);
        Assert.Empty(quotation.Places);
        Assert.False(quotation.Holds);
    }

    [Fact]
    public void What_was_said_only_after_the_article_appeared_is_not_what_it_altered()
    {
        const string Article = "“If we had, we would have replied within the week,” Ilse Marrow said.";
        Assert.Equal(Verdict.Altered, Speeches.Verify(Article, "2024-03-11")[0].Verdict);
        Assert.Equal(Verdict.InPart, Speeches.Verify(Article, "2024-03-10")[0].Verdict);
        Assert.Equal(Verdict.Altered, Speeches.Verify(Article, published: null)[0].Verdict);
    }

    [Fact]
    public void Of_two_speeches_with_the_same_words_the_speakers_own_counts()
    {
        var other = Speeches.Transcript("VENN: I will publish every survey before the end of June.", "2024-03-12-reply");
        foreach (var order in new[] { new[] { other, Speeches.Transcript() }, [Speeches.Transcript(), other] })
            Assert.Equal(SpeakerAgreement.Agrees, Speeches.Verify("“I will publish every survey before the end of June,” Ilse Marrow said.", "2024-03-12", order)[0].Agreement);
    }

    [Fact]
    public void The_same_verification_gives_the_same_bytes()
    {
        var record = Records.Record.From(Reader.English.Read(new Article("“I will publish every survey before June,” Ilse Marrow said.")));
        var verifier = new Verifier(new TranscriptIndex([Speeches.Transcript()]));
        Assert.Equal(verifier.Verify(record).ToJson(), verifier.Verify(record).ToJson());
    }

    [Fact]
    public void A_quotation_of_a_hundred_thousand_words_against_itself_takes_seconds()
    {
        var random = new Random(11);
        var words = string.Join(' ', Enumerable.Range(0, 100_000).Select(_ => "w" + random.Next(3000)));
        var quotation = new Records.RecordQuotation(new Records.CodePointRange(0, words.Length + 2), Wording.QuotationUse.Whole, null, [], words, words);
        var record = Records.Record.From(Reader.English.Read(new Article("Nothing.")));
        record = record with { Document = record.Document with { Text = $"“{words}”" }, Quotations = [quotation] };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var verified = Assert.Single(new Verifier(new TranscriptIndex([Speeches.Transcript(words)])).Verify(record).Quotations);
        Assert.Equal(Verdict.Verbatim, verified.Verdict);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"it took {clock.Elapsed}");
    }
}
