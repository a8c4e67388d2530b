using Rapporteur.Wording;
using Xunit;

namespace Rapporteur.Tests.Wording;

public sealed class VoiceTests
{
    [Fact]
    public void A_happening_is_reported_and_a_judgement_is_asserted()
    {
        var voice = Read("Two barges collided off Gotland on Monday. Of course, the ministry is a disgrace to every sailor.");
        Assert.Equal([VoiceKind.Reported, VoiceKind.Asserted], voice.Sentences.Select(s => s.Kind));
        Assert.NotEmpty(voice.Sentences[1].Evidence);
    }

    [Fact]
    public void What_somebody_is_cited_for_is_not_the_authors() =>
        Assert.All(Read("“This is a disgrace and nobody will ever forget it,” the pilot said.").Sentences, s => Assert.Equal(VoiceKind.Cited, s.Kind));

    [Fact]
    public void A_label_in_a_quotation_is_the_speakers()
    {
        var loaded = Read("“The regime will fall,” the exile said. The Syrian regime opened two crossings.").Loaded;
        Assert.Equal([true, false], loaded.Select(l => l.Quoted));
        Assert.Equal("government", loaded[1].Neutral);
        Assert.Contains("Syria", loaded[1].AppliedTo!.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The sanctions regime expires in October.")]
    [InlineData("A puppet theatre toured the coast.")]
    [InlineData("The brutal winter killed the crop.")]
    public void A_loaded_word_in_a_plain_sense_is_left_alone(string text) => Assert.Empty(Read(text).Loaded);

    [Fact]
    public void The_shares_of_the_account_add_up()
    {
        for (var number = 0; number < 20; number++)
        {
            var account = Read(News.Article(number)).Account;
            Assert.Equal(account.Words, account.Quoted + account.Paraphrased + account.Reported + account.Asserted);
            foreach (var speaker in account.Speakers) Assert.InRange(speaker.Quoted + speaker.Paraphrased, 1, account.Words);
        }
    }

    [Fact]
    public void Cues_that_doubt_are_told_from_cues_that_take_for_true()
    {
        var cues = Read("The bank claimed that its books were in order. The mayor admitted that the bridge was closed.").Cues;
        Assert.Equal([CueStance.Doubt, CueStance.Fact], cues.Select(c => c.Stance));
    }

    private static Voice Read(string text) => Reader.English.Read(new Article(text)).Voice;
}
