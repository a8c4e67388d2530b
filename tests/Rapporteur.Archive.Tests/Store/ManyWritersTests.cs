using System.Globalization;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>Many machines that write to one archive at the same moment.</summary>
public sealed class ManyWritersTests : IDisposable
{
    private const int Writers = 8, Articles = 60, Versions = 3;
    private static readonly ReaderIdentity Later = new("draft", "2.0", "none/1+00000000");

    private readonly TemporaryServerArchive _place = new();

    public void Dispose() => _place.Dispose();

    // What an article says at one time, the same whoever reads it; which version is newest is told by their dates.
    private static ArchiveEntry Entry(int article, int version, ReaderIdentity? reader = null)
    {
        string[] names = ["Oda Brandt", "ODA BRANDT", "Ilse Marten", "Jon Rask", "an official"];
        var random = new Random(article * Versions + version);
        var draft = new ArticleDraft
        {
            Name = $"a{article}.{version}", Url = $"https://meridian.example/{article}", Outlet = $"Wire {article % 3}", Title = $"Boats {version}",
            Published = $"2024-05-{1 + article % 3:D2}", Modified = $"2024-06-{1 + version:D2}", Reader = reader ?? ArticleDraft.DraftReader,
        };
        for (var i = random.Next(5); i > 0; i--)
            draft.Say(names[random.Next(names.Length)], $"We will sail on day {random.Next(9)}", (SpeechAct)random.Next(5), role: "mayor", actor: random.Next(2) == 0 ? new RecordActor("TAL", "Talvia", default) : null);
        if (reader is not null) draft.Say("Jon Rask", "So be it");
        return draft.Entry();
    }

    private static void Refresh(NewsArchive archive, IEnumerable<StoredArticle> versions) => archive.Refresh([.. versions.Select(version =>
    {
        var numbers = version.Name![1..].Split('.');
        return (version, Entry(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture), Later));
    })]);

    private static void AddAll(NewsArchive archive) => archive.Add([.. Enumerable.Range(0, Articles).SelectMany(article => Enumerable.Range(0, Versions).Select(version => Entry(article, version)))]);

    private static void RefreshAll(NewsArchive archive)
    {
        while (archive.ReadByOthers(Later, null, 50) is { Length: > 0 } others) Refresh(archive, others);
    }

    // All that an archive says, but for numbers.
    private static List<string> Said(NewsArchive archive)
    {
        var directory = new VoiceDirectory(archive);
        var said = new List<string>();
        foreach (var article in archive.Articles())
        {
            said.Add($"{article.Url} newest {article.Name}: {string.Join(" | ", archive.Statements(article.Id).Select(statement => $"{statement.Speaker} {statement.Day} {statement.Acts} {statement.Content}"))}");
            said.AddRange(archive.Versions(article.Id).Select(version => $"{article.Url} {version.Name} {version.Reader.Version} {Convert.ToHexString(archive.Record(article.Id, version.Version)!.ToJson())}"));
        }

        said.AddRange(Enum.GetValues<VoiceKind>().SelectMany(kind => directory.List(kind, "", VoiceOrder.Name, null, 1000).Voices)
            .Select(voice => $"{voice} {string.Join(", ", directory.Profile(voice).Names)} {(voice.Kind == VoiceKind.Outlet ? "" : string.Join(", ", directory.Days(voice)))}"));
        said.AddRange(directory.Days().Select(day => $"{day}"));
        said.Sort(StringComparer.Ordinal);
        return said;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_eight_add_read_anew_and_delete_at_once_comes_to_what_one_would_leave(int seed)
    {
        _place.Open().Dispose();
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            var random = new Random(seed * 100 + writer);
            using var archive = _place.Open();
            for (var step = 0; step < 25; step++)
            {
                if (random.Next(6) == 0) archive.Delete(random.Next(1, Articles));
                else if (random.Next(4) == 0) Refresh(archive, archive.ReadByOthers(Later, null, random.Next(1, 20)));
                else archive.Add([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Entry(random.Next(Articles), random.Next(Versions)))]);
            }
        });

        using var shared = _place.Open();
        Assert.Empty(shared.Check());

        // Whatever was deleted last, or read by the earlier reader last.
        AddAll(shared);
        RefreshAll(shared);
        using var alone = new TemporaryArchive();
        using var one = alone.Open();
        AddAll(one);
        RefreshAll(one);
        Assert.Equal(Said(one), Said(shared));
        Assert.Empty(shared.Check());
    }

    [Fact]
    public void Of_two_who_add_the_same_article_at_once_one_adds_it_and_the_other_finds_it_there()
    {
        _place.Open().Dispose();
        for (var round = 0; round < 10; round++)
        {
            var outcomes = new AddOutcome[Writers][];
            using var start = new Barrier(Writers);
            Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
            {
                using var archive = _place.Open();
                ArchiveEntry[] entries = [.. Enumerable.Range(round * 5, 5).Select(article => Entry(article, 0))];
                if (writer % 2 == 1) Array.Reverse(entries);
                start.SignalAndWait();
                outcomes[writer] = [.. archive.Add(entries).OrderBy(outcome => outcome.Article)];
            });
            Assert.All(Enumerable.Range(0, 5), article =>
            {
                Assert.Single(outcomes, outcome => outcome[article].As == AddedAs.New);
                Assert.Single(outcomes.Select(outcome => outcome[article].Article).Distinct());
            });
        }

        using var whole = _place.Open();
        Assert.Equal(50, whole.ArticleCount);
        Assert.Empty(whole.Check());
    }

    [Fact]
    public void Who_adds_waits_for_nobody_who_writes_something_else()
    {
        using var desk = _place.Open();
        using var worker = NewsArchive.Open(_place.Place, ArchiveAccess.Write, TimeSpan.FromSeconds(1));
        desk.Write(_ => worker.Add([Entry(1, 0)]), shows: false);
        Assert.Equal(1, desk.ArticleCount);
    }

    [Fact]
    public void Who_writes_as_when_writers_took_turns_is_told_to_be_brought_up_to_date_and_writes_nothing()
    {
        using var archive = _place.Open();
        archive.Add([Entry(1, 0)]);
        var schema = _place.Place.Split("search_path=")[1];
        var refused = Assert.Throws<InvalidOperationException>(() => PostgresServer.Shared.Sql($"UPDATE {schema}.state SET last_article = last_article + 1"));
        Assert.Contains("a later rapporteur", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_goes_on_writing_when_a_later_version_has_changed_the_shape_is_told_to_be_brought_up_to_date()
    {
        using var archive = _place.Open();
        archive.Add([Entry(1, 0)]);
        PostgresServer.Shared.Sql($"UPDATE {_place.Place.Split("search_path=")[1]}.rapporteur SET migrations = 1000");
        var refused = Assert.Throws<ArchiveException>(() => archive.Add([Entry(2, 0)]));
        Assert.Contains("later", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTemporary);
        Assert.Equal(1, archive.ArticleCount);
    }
}
