using Rapporteur.Archive.Search;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;
using Xunit;

namespace Rapporteur.Archive.Tests.Search;

public abstract class FindingTests : IDisposable
{
    public sealed class OnSqlite() : FindingTests(new TemporaryArchive());

    public sealed class OnPostgres() : FindingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place;
    private readonly NewsArchive _archive;
    private readonly StatementSearch _search;

    protected FindingTests(TemporaryArchive place)
    {
        _place = place;
        _archive = _place.With(
            new ArticleDraft { Outlet = "Meridian Wire", Published = "2024-05-02" }
                .Say("Ilse Marten", "The strait stays open for every ship", SpeechAct.Promise, role: "foreign minister", actor: new RecordActor("TAL", "Talvia", default))
                .Say("Oda Brandt", "We will close the strait if the fleet comes near", SpeechAct.Threaten, to: "Quillon", medium: "interview"),
            new ArticleDraft { Outlet = "Coastal News", Published = "2024-06-11" }
                .Say("Ilse Marten", "Talks on the cease-fire go on in the café", kind: StatementKind.Indirect, relay: "Meridian Wire")
                .Say("Jón Ferrell", "Ships, ships, ships: the harbour sees nothing but ships", saidOn: "1871-03-04"),
            new ArticleDraft { Outlet = "Harbour Post", Published = null }.Say("Oda Brandt", "Nobody asked us about the strait"));
        _search = new StatementSearch(_archive);
    }

    public void Dispose()
    {
        _archive.Dispose();
        _place.Dispose();
    }

    [Theory]
    [InlineData("strait", "1#s1 1#s2 3#s1")]
    [InlineData("STRAIT open", "1#s1")]
    [InlineData("\"strait stays\"", "1#s1")]
    [InlineData("\"stays strait\"", "")]
    [InlineData("stay*", "1#s1")]
    [InlineData("cease-fire", "2#s1")]
    [InlineData("cafe", "2#s1")]
    [InlineData("speaker:jon", "2#s2")]
    [InlineData("speaker:\"Ilse Marten\"", "1#s1 2#s1")]
    [InlineData("role:minister", "1#s1")]
    [InlineData("actor:tal", "1#s1")]
    [InlineData("actor:talvia", "1#s1")]
    [InlineData("addressee:quillon", "1#s2")]
    [InlineData("act:threaten", "1#s2")]
    [InlineData("act:threat*", "1#s2")]
    [InlineData("outlet:\"coastal news\"", "2#s1 2#s2")]
    [InlineData("relay:meridian", "2#s1")]
    [InlineData("medium:interview", "1#s2")]
    [InlineData("kind:indirect", "2#s1")]
    [InlineData("altered:yes", "")]
    [InlineData("strait -close", "1#s1 3#s1")]
    [InlineData("strait NOT speaker:brandt", "1#s1")]
    [InlineData("-strait", "2#s1 2#s2")]
    [InlineData("strait -close OR fleet", "1#s1 1#s2 3#s1")]
    [InlineData("-strait OR fleet", "1#s2 2#s1 2#s2")]
    [InlineData("strait -close OR -fleet", "1#s1 3#s1")]
    [InlineData("strait -(close OR nobody)", "1#s1")]
    [InlineData("talks OR harbour", "2#s1 2#s2")]
    [InlineData("speaker:brandt (fleet OR nobody)", "1#s2 3#s1")]
    [InlineData("strait day:2024-05-02", "1#s1 1#s2")]
    [InlineData("day:2024-05", "1#s1 1#s2")]
    [InlineData("day:2024-05-03..", "2#s1")]
    [InlineData("day:..1900", "2#s2")]
    [InlineData("day:1871-03-05..1900", "")]
    [InlineData("day:2024 strait act:promise OR act:threaten", "1#s1 1#s2")]
    [InlineData("", "1#s1 1#s2 2#s1 2#s2 3#s1")]
    public void A_query_finds_what_fulfils_it(string query, string names)
    {
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            var page = Find(query, order);
            Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), page.Statements.Select(found => found.Statement.Name.ToString()).Order(StringComparer.Ordinal));
            Assert.Equal((page.Statements.Length, false), (page.Count, page.HasMore));
        }
    }

    [Theory]
    [InlineData("strait (open", 7)]
    [InlineData("strait)", 6)]
    [InlineData("()", 1)]
    [InlineData("\"strait", 0)]
    [InlineData("colour:red", 0)]
    [InlineData("open kind:spoken", 10)]
    [InlineData("act:sing", 4)]
    [InlineData("day:tomorrow", 4)]
    [InlineData("day:2024-13", 4)]
    [InlineData("day:2024-06..2024-05", 4)]
    [InlineData("(day:2024 OR strait)", 1)]
    [InlineData("strait OR", 9)]
    [InlineData("strait -", 8)]
    [InlineData("...", 0)]
    [InlineData("a*", 0)]
    [InlineData("speaker: Marten", 8)]
    public void What_cannot_be_understood_is_pointed_at(string query, int position)
    {
        var problem = Assert.Throws<QueryException>(() => StatementQuery.Parse(query));
        Assert.Equal(position, problem.Position);
        Assert.Equal(position + 2, problem.Pointed[1].IndexOf('^'));
    }

    [Fact]
    public void Brackets_and_minus_signs_without_end_are_refused_not_followed()
    {
        Assert.Throws<QueryException>(() => StatementQuery.Parse(new string('(', 2000)));
        Assert.Throws<QueryException>(() => StatementQuery.Parse(new string('-', 2000) + "a"));
        Assert.Throws<QueryException>(() => StatementQuery.Parse(new string('a', 5000)));
    }

    [Fact]
    public void Marks_of_the_index_s_own_language_are_only_words_to_look_for()
    {
        foreach (var query in new[] { "strait^2", "{content}", "NEAR(strait open)", "\"a\" + \"b\"", "a:b:c OR NEAR", "';--" })
        {
            try
            {
                Find(query, SearchOrder.Newest);
            }
            catch (QueryException)
            {
                // Refused by our own grammar, not by the database's.
            }
        }
    }

    [Fact]
    public void Time_orders_by_the_day_it_was_said()
    {
        Assert.Equal(["2#s1", "1#s2", "1#s1", "2#s2", "3#s1"], Find("", SearchOrder.Newest).Statements.Select(found => found.Statement.Name.ToString()));
        Assert.Equal(["3#s1", "2#s2", "1#s1", "1#s2", "2#s1"], Find("", SearchOrder.Oldest).Statements.Select(found => found.Statement.Name.ToString()));
    }

    [Fact]
    public void What_says_it_more_often_in_fewer_words_comes_first()
    {
        _archive.Add([new ArticleDraft { Published = "2024-12-01" }.Say("Ann Orrin", "We have seen many things in this old town of ours, and once, long ago, even ships").Entry()]);
        Assert.Equal(["2#s2", "4#s1"], Find("ships", SearchOrder.Relevance).Statements.Select(found => found.Statement.Name.ToString()));
    }

    [Fact]
    public void The_words_that_were_looked_for_are_shown()
    {
        var found = Assert.Single(Find("\"the cafe\" cease-fire", SearchOrder.Newest).Statements);
        Assert.Equal(["cease-fire", "the café"], found.Matches.Select(span => span.In(found.Statement.Content).ToString()));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_overlap()
    {
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            var whole = Find("strait OR ships OR talks", order).Statements.Select(found => found.Statement.Name);
            var pages = Enumerable.Range(0, 3).SelectMany(page => _search.Find(StatementQuery.Parse("strait OR ships OR talks"), order, 2 * page, 2).Statements);
            Assert.Equal(whole, pages.Select(found => found.Statement.Name));
        }
    }

    [Fact]
    public void Only_the_newest_version_of_an_article_is_found()
    {
        ArticleDraft Version(string words) => new ArticleDraft { Url = "https://meridian.example/lock" }.Say("Ilse Marten", words);
        _archive.Add([Version("The lock is broken").Entry()]);
        _archive.Add([Version("The lock is mended").Entry()]);
        Assert.Empty(Find("broken", SearchOrder.Newest).Statements);
        Assert.Equal("4#s1", Assert.Single(Find("mended", SearchOrder.Newest).Statements).Statement.Name.ToString());
        Assert.Empty(_archive.Check());
    }

    private FoundPage Find(string query, SearchOrder order) => _search.Find(StatementQuery.Parse(query), order);
}
