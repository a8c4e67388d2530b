using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Statements;
using Xunit;

namespace Rapporteur.Archive.Tests.Comparison;

public abstract class PrintingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : PrintingTests(new TemporaryArchive());

    public sealed class OnPostgres() : PrintingTests(new TemporaryServerArchive());

    private const string Said = "We dredged the harbour twice last winter and nobody thanked the crew for it, so this year they may bail it out themselves";

    [Theory]
    [InlineData(Said, VariantKind.Exact)]
    [InlineData("We dredged the Harbour, twice, last winter -- and nobody thanked the crew for it; so this year they may bail it out themselves!", VariantKind.Exact)]
    [InlineData("nobody thanked the crew for it, so this year they may bail it out themselves", VariantKind.Cut)]
    [InlineData("We dredged the harbour twice last winter", VariantKind.Cut)]
    [InlineData("We dredged the harbour twice last winter ... so this year they may bail it out themselves", VariantKind.Altered)]
    [InlineData("We dredged the harbour twice last winter and nobody thanked [the men] for it, so this year they may bail it out themselves", VariantKind.Altered)]
    [InlineData("We dredged the harbour twice last year and nobody paid the crew for it, so this year they may bail it out themselves", VariantKind.Changed)]
    [InlineData("We dredged the harbour last winter and nobody thanked the crew, so this summer they may bail it out", VariantKind.Changed)]
    public void Another_printing_is_found_and_named(string printed, VariantKind kind)
    {
        var variant = Assert.Single(Assert.Single(Passages(Article("a", Said), Article("b", printed))).Variants);
        Assert.Equal(kind, variant.Kind);
        Assert.Equal(SpeakerAgreement.Agrees, variant.Agreement);
    }

    [Theory]
    [InlineData("The lighthouse will be painted green before the pilots come home in June")]
    [InlineData("We have nothing to say about that at this time, and we will not have anything to say about it")]
    [InlineData("It was last winter, and so this year they may do it again for themselves")]
    public void Other_words_are_not(string printed) => Assert.Empty(Passages(Article("a", Said), Article("b", printed)));

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Both_are_laid_side_by_side()
    {
        var steps = Assert.Single(Assert.Single(Passages(
            Article("a", Said), Article("b", "We dredged the old harbour twice and nobody thanked the men for it, so this year they may bail it out"))).Variants).Steps;
        Assert.Equal(
            ["Same:We dredged the", "Added:old", "Same:harbour twice", "Dropped:last winter", "Same:and nobody thanked the", "Changed:crew>men", "Same:for it, so this year they may bail it out", "Cut:themselves"],
            steps.Select(step => $"{step.Kind}:" + step.Kind switch { WordingKind.Changed => $"{step.Original}>{step.Printed}", WordingKind.Added => step.Printed, _ => step.Original }));
    }

    [Fact]
    public void A_passage_is_compared_with_its_longest_printing_and_told_once()
    {
        var passage = Assert.Single(Passages(Article("a", "We dredged the harbour twice last winter"), Article("b", Said), Article("c", "nobody thanked the crew for it, so this year they may bail it out themselves")));
        Assert.Equal("b#s1", passage.Original.Statement);
        Assert.Equal(["a#s1", "c#s1"], passage.Variants.Select(variant => variant.Printing.Statement));
    }

    [Fact]
    public void That_the_words_are_given_to_another_is_told()
    {
        var variant = Assert.Single(Assert.Single(Passages(Article("a", Said), Article("b", Said, "Tomas Venn"))).Variants);
        Assert.Equal(SpeakerAgreement.Differs, variant.Agreement);
        Assert.Equal("Tomas Venn", variant.Printing.Speaker);
    }

    [Fact]
    public void A_phrase_that_everybody_uses_makes_no_passage()
    {
        var articles = Enumerable.Range(0, 20).Select(i => Article($"a{i}", $"At the end of the day we number {i} are where we are", $"Speaker{i} Name{i}")).ToArray();
        Assert.Empty(Passages(articles));
    }

    [Fact]
    public void What_an_archive_holds_is_found_as_in_memory()
    {
        using var archive = _place.Open();
        string[] printed = [Said, "nobody thanked the crew for it, so this year they may bail it out themselves", "The lighthouse will be painted green before the pilots come home in June"];
        archive.Add([.. printed.Select((words, i) => ArchiveEntry.Of(Article($"a{i}", words)))]);
        var comparison = archive.Compare(new StatementName(1, 1))!;
        Assert.Equal(("1#s1", Said), (comparison.Original.Statement, comparison.Original.Words));
        var variant = Assert.Single(comparison.Variants);
        Assert.Equal(("2#s1", VariantKind.Cut, "Meridian Wire"), (variant.Printing.Statement, variant.Kind, variant.Printing.Outlet));
        Assert.Equal(2, archive.Compare(Article("new", Said), "new")[0].Variants.Length);
        Assert.Null(archive.Compare(new StatementName(9, 1)));
        Assert.Empty(archive.Compare(9));
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_old_one()
    {
        using var archive = _place.Open();
        archive.Add([ArchiveEntry.Of(Article("a", Said)), ArchiveEntry.Of(Article("b", Said, url: "https://b.example/1"))]);
        archive.Add([ArchiveEntry.Of(Article("b", "The lighthouse will be painted green before June", url: "https://b.example/1"))]);
        Assert.Empty(archive.Compare(new StatementName(1, 1))!.Variants);
    }

    [Fact]
    public void The_words_of_a_mixed_statement_are_those_in_its_quotation_marks()
    {
        var quoted = PrintedContent.Words("that the crew had “dredged the harbour twice” and would “never [again] do it ... for nothing”", StatementKind.Mixed);
        Assert.Equal("dredged the harbour twice never do it for nothing", string.Join(' ', quoted.Words.Forms));
        Assert.Equal([4, 5, 7], quoted.Marks.Keys.Order());
    }

    [Theory]
    [InlineData("“[t]he boats are prepar[ed] (all of them)”", "the boats are prepar all of them")]
    [InlineData("“[", "")]
    [InlineData("no marks at all", "no marks at all")]
    public void Brackets_are_told_from_words(string content, string words) =>
        Assert.Equal(words, string.Join(' ', PrintedContent.Words(content, StatementKind.Direct).Words.Forms));

    [Fact]
    public void Six_words_of_a_long_statement_still_find_it()
    {
        var random = new Random(3);
        var words = Enumerable.Range(0, 200).Select(_ => "word" + random.Next(5000)).ToArray();
        var kept = Fingerprints.Kept(PrintedContent.Words(string.Join(' ', words), StatementKind.Direct)).ToHashSet();
        Assert.True(kept.Count < 120, $"{kept.Count} fingerprints are kept of 198");
        for (var i = 0; i + 6 <= words.Length; i++)
            Assert.Contains(Fingerprints.Sought(PrintedContent.Words(string.Join(' ', words[i..(i + 6)]), StatementKind.Direct)), kept.Contains);
    }

    private static StatementComparison[] Passages(params Records.Record[] articles)
    {
        var index = new PrintingIndex();
        foreach (var article in articles) index.Add(article, article.Document.Id!);
        return [.. index.Passages()];
    }

    private static Records.Record Article(string name, string words, string speaker = "Ilse Marrow", string? url = null) =>
        new ArticleDraft { Name = name, Url = url ?? $"https://{name}.example/" }.Say(speaker, words).Record();
}
