using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Store;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Archive.Tests.Happenings;

public abstract class HappeningTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : HappeningTests(new TemporaryArchive());

    public sealed class OnPostgres() : HappeningTests(new TemporaryServerArchive());

    private static readonly Article[] Ferry =
    [
        Of("gazette", "Skerry Gazette", 4, "Ferry to the Skerries will stop in autumn", """
            The ferry to the Skerries will stop in autumn, the county council of Venn decided on Tuesday night.

            "Nobody takes that boat in January," Vera Holt, the council's chair, told reporters. "The bridge does the work now."

            Islanders said that they would sue. Nils Aune, who has steered the ferry for twenty years, called the vote a betrayal of the Skerries.
            """),
        Of("post", "The Venn Post", 4, "Council ends Skerries ferry", """
            Venn's county council has voted to end the ferry to the Skerries from autumn.

            The council's chair Vera Holt said that the new bridge to the Skerries made the boat needless. "We cannot pay for two ways across," Holt said.
            """),
        Of("wire", "Fjord Wire", 5, "Skerries islanders to sue over ferry vote", """
            Islanders of the Skerries will go to court over the council's vote to stop the ferry, their lawyer said on Wednesday.

            "The ferry is in the charter of the Skerries," Ida Moe, the lawyer, said. Officials in Venn said that the council had asked for advice before it voted.
            """),
    ];

    private static readonly Article[] Opera =
    [
        Of("opera1", "Skerry Gazette", 5, "Conductor leaves opera of Marlo", """
            The opera of Marlo has lost its conductor. Lucia Fenn resigned on Wednesday after a quarrel over rehearsals, the opera said.

            "I wish the orchestra well," Fenn said. The opera's director said that a new conductor would be found before the premiere.
            """),
        Of("opera2", "Fjord Wire", 5, "Fenn quits Marlo opera in row over rehearsals", """
            Conductor Lucia Fenn has resigned from the opera of Marlo after a row over rehearsals before its premiere.

            The director, Otto Brandt, said that the orchestra would choose who conducts the premiere.
            """),
    ];

    private static readonly Article[] Others =
    [
        Of("bees", "The Venn Post", 4, "Beekeepers count their losses", """
            Beekeepers in the hills lost a third of their hives to a wet spring, a survey found. "It never stopped raining," said Pia Strand, who keeps forty hives.
            """),
        Of("later", "Fjord Wire", 25, "Ferry to the Skerries makes its last crossing", """
            The ferry to the Skerries made its last crossing. Vera Holt, the council's chair, said that the bridge to the Skerries would do.
            """),
        Of("undated", "Fjord Wire", null, "Ferry to the Skerries will stop", """
            The ferry to the Skerries will stop in autumn, the county council of Venn decided. Vera Holt, the council's chair, said that the bridge would do.
            """),
    ];

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Articles_about_the_same_event_are_together_and_no_others()
    {
        using var archive = Filled([.. Ferry, .. Others, .. Opera]);
        Assert.Equal(["gazette post wire", "opera1 opera2"], Names(archive));
    }

    [Fact]
    public void The_order_in_which_articles_are_added_does_not_show()
    {
        using var archive = Filled([.. Ferry, .. Others, .. Opera]);
        using var elsewhere = new TemporaryArchive();
        using var other = elsewhere.Open();
        foreach (var article in new[] { Opera[1], Ferry[2], Others[0], Ferry[0], Others[2], Opera[0], Others[1], Ferry[1] }) other.Add([Entry(article)]);
        Assert.Equal(Names(archive), Names(other));
    }

    [Fact]
    public void An_article_that_changes_its_subject_changes_its_happening()
    {
        using var archive = Filled([.. Ferry, .. Opera]);
        archive.Add([Entry(Opera[1] with { Text = Ferry[1].Text, Title = Ferry[1].Title, Modified = new PublicationDate(new DateOnly(2031, 3, 6)) })]);
        Assert.Equal(["gazette opera2 post wire"], Names(archive));
    }

    [Fact]
    public void Who_is_cited_where_and_who_is_left_out_is_said()
    {
        using var archive = Filled([.. Ferry, .. Others]);
        var happening = Assert.Single(Find(archive));
        Assert.Equal((new DateOnly(2031, 3, 4), new DateOnly(2031, 3, 5)), (happening.First, happening.Last));
        Assert.Equal(["Fjord Wire", "Skerry Gazette", "The Venn Post"], happening.Outlets.Select(outlet => outlet.Name));
        var holt = happening.Speakers[0];
        Assert.Equal("Vera Holt", holt.Name);
        Assert.Equal(["Skerry Gazette", "The Venn Post"], holt.Shares.Select(share => share.Outlet));
        Assert.Equal(["Fjord Wire"], holt.LeftOutBy);
        Assert.Contains(happening.Speakers, speaker => speaker.Name == "Ida Moe" && speaker.LeftOutBy is ["Skerry Gazette", "The Venn Post"]);
        Assert.All(happening.Speakers.SelectMany(speaker => speaker.Shares), share => Assert.InRange(share.Share, 0.01, 1));
        Assert.All(happening.Outlets, outlet => Assert.InRange(
            happening.Speakers.SelectMany(speaker => speaker.Shares).Where(share => share.Outlet == outlet.Name).Sum(share => share.Quoted + share.Paraphrased) + outlet.Unnamed,
            outlet.Words, outlet.Words));
    }

    [Fact]
    public void The_happening_of_an_article_is_found_by_its_number()
    {
        using var archive = Filled([.. Others, .. Ferry]);
        var wire = archive.Articles().Single(article => article.Name == "wire").Id;
        Assert.Equal(["gazette", "post", "wire"], HappeningFinder.Around(archive, wire)!.Articles.Select(article => article.Name).Order());
        Assert.Null(HappeningFinder.Around(archive, archive.Articles().Single(article => article.Name == "bees").Id));
        Assert.Null(HappeningFinder.Around(archive, archive.Articles().Single(article => article.Name == "undated").Id));
        Assert.Null(HappeningFinder.Around(archive, 999));
        Assert.Equal(new DateOnly(2031, 3, 25), HappeningFinder.LastDay(archive));
    }

    [Fact]
    public void A_profile_is_the_same_after_it_was_kept()
    {
        var profile = ArticleProfile.Of(Record.From(Reader.English.Read(Ferry[0])));
        Assert.Equal(profile.Terms, ArticleProfile.Unpack(profile.Pack()).Terms);
        Assert.NotEmpty(profile.Terms);
    }

    [Theory]
    [InlineData("Vera Holt|Holt|Ida Moe", "Vera Holt|Vera Holt|Ida Moe")]
    [InlineData("Vera Holt|Ann Holt|Holt", "Vera Holt|Ann Holt|Holt")]
    [InlineData("Vera M. Holt|Vera Holt", "Vera M. Holt|Vera M. Holt")]
    [InlineData("council|the council|Council of Venn", "the council|the council|Council of Venn")]
    public void A_short_name_is_the_fuller_one_where_that_is_certain(string names, string merged)
    {
        var map = SpeakerNames.Merge(names.Split('|'));
        Assert.Equal(merged.Split('|'), names.Split('|').Select(name => map[name]));
    }

    private static Article Of(string name, string outlet, int? day, string title, string text) => new(text)
    {
        Id = name, Outlet = outlet, Title = title, Url = $"https://{name}.example/", Published = day is { } known ? new PublicationDate(new DateOnly(2031, 3, known)) : null,
    };

    private static ArchiveEntry Entry(Article article) => ArchiveEntry.Of(Record.From(Reader.English.Read(article)));

    private static IEnumerable<Happening> Find(NewsArchive archive) => HappeningFinder.Find(archive, DateOnly.MinValue, DateOnly.MaxValue);

    private static string[] Names(NewsArchive archive) =>
        [.. Find(archive).Select(happening => string.Join(' ', happening.Articles.Select(article => article.Name).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private NewsArchive Filled(IEnumerable<Article> articles)
    {
        var archive = _place.Open();
        archive.Add([.. articles.Select(Entry)]);
        return archive;
    }
}
