using CsCheck;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;
using Xunit;

namespace Rapporteur.Archive.Tests.Search;

/// <summary>Both engines hold the same odd articles, and answer every query alike.</summary>
public sealed class EnginesAgreeTests(EnginesAgreeTests.TwoArchives archives) : IClassFixture<EnginesAgreeTests.TwoArchives>
{
    private const int Articles = 250;

    // Words that engines are tempted to cut or fold in ways of their own; some common, so that they meet.
    private static readonly string[] Words =
    [
        "harbour", "harbours", "harb", "the", "the", "the", "ships", "Ships", "café", "cafe", "naïve", "Straße", "STRASSE", "łódź", "İzmir", "ﬁnal", "x²", "½", "Ⅳ",
        "don't", "don’t", "cease-fire", "cease‑fire", "3.14", "1,000", "U.S.", "http://a.example/b?c=d", "a@b.example", "中文", "日本語", "привет", "Ёлка", "ελλάδα", "Ὅμηρος",
        "🚢", "👩‍👩‍👧", "e\u0301te\u0301", "\u2764\ufe0f", "\u0308", "soft\u00adhyphen", "zero\u200bwidth", "nul\0nul", "half\ud83d", "\udc00half", "\ue000", "٣", "क्षि", "ﬀ", "ſpeak", "Ω", "Å", "ǆ", "ⅷ", "_under_", "'", "\\", "\\'", "''", ":", "a:b", "&", "|", "!", "<->", "text:", "kind:direct", "*", "OR", "NOT", "%s", "$1",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
        OneOf(Words), OneOf(Words), Gen.Char['\u00c0', '\u024f'].Array[1, 4].Select(letters => new string(letters)), Gen.Char['\u1e00', '\u1eff'].Array[1, 3].Select(letters => new string(letters)),
        Gen.Char.Array[1, 3].Select(letters => new string(letters)));

    private static readonly Gen<string> Phrase = Word.Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Query = Gen.Recursive<string>((depth, deeper) =>
    {
        var plain = Gen.OneOf(
            Word, Gen.Select(Word, Word, (one, other) => $"\"{one} {other}\""), Word.Select(word => $"{word[..Math.Min(word.Length, 3)]}*"), Word.Select(word => $"\"the {word}\"*"),
            Word.Select(word => $"speaker:{word}"), Word.Select(word => $"outlet:\"{word}\""), Word.Select(word => $"relay:{word}"),
            OneOf("kind:direct", "kind:indirect", "act:threaten", "act:promise", "altered:no", "altered:yes", "actor:tal", "medium:post", "day:2024", "day:2024-02..2024-06", "day:..1899", "day:1800", "the", "harb*"));
        return depth > 3 ? plain : Gen.OneOf(
            plain, plain, Gen.Select(deeper, deeper, (one, other) => $"{one} {other}"), Gen.Select(deeper, deeper, (one, other) => $"{one} OR {other}"),
            deeper.Select(one => $"-{one}"), deeper.Select(one => $"({one})"), Gen.Select(deeper, deeper, (one, other) => $"({one}) -({other})"));
    });

    [Fact]
    public void Every_query_finds_the_same_in_the_same_order_and_counts_alike() =>
        Gen.Select(Query, Gen.Enum<SearchOrder>(), Gen.Int[0, 30]).Sample((query, order, skip) =>
        {
            StatementQuery parsed;
            try
            {
                parsed = StatementQuery.Parse(query);
            }
            catch (QueryException)
            {
                return;
            }

            var (here, there) = (new StatementSearch(archives.File).Find(parsed, order, skip, 25), new StatementSearch(archives.Server).Find(parsed, order, skip, 25));
            Assert.Equal((here.Count, here.HasMore), (there.Count, there.HasMore));
            Assert.Equal(here.Statements.Select(Shown), there.Statements.Select(Shown));
        });

    [Fact]
    public void Everything_that_can_be_asked_of_articles_is_answered_alike()
    {
        Assert.Equal(archives.File.Articles(), archives.Server.Articles());
        Assert.Equal(archives.File.Latest(100, 50), archives.Server.Latest(100, 50));
        Assert.Equal((archives.File.ArticleCount, archives.File.StatementCount, archives.File.Changes), (archives.Server.ArticleCount, archives.Server.StatementCount, archives.Server.Changes));
        foreach (var article in archives.File.Articles())
        {
            Assert.Equal(archives.File.Statements(article.Id), archives.Server.Statements(article.Id));
            Assert.Equal(archives.File.Record(article.Id)!.ToJson(), archives.Server.Record(article.Id)!.ToJson());
            Assert.Equal(
                archives.File.Compare(article.Id).Select(one => string.Join(' ', one.Variants.Select(variant => variant.Printing.Statement))),
                archives.Server.Compare(article.Id).Select(one => string.Join(' ', one.Variants.Select(variant => variant.Printing.Statement))));
        }

        Assert.Empty(archives.File.Check());
        Assert.Empty(archives.Server.Check());
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Shown(FoundStatement found) => $"{found.Statement} {found.Article} {string.Join(' ', found.Matches)}";

    /// <summary>An archive in a file and one on a server that were given the same.</summary>
    public sealed class TwoArchives : IDisposable
    {
        private readonly TemporaryArchive _file = new();
        private readonly TemporaryArchive _server = new TemporaryServerArchive();

        public TwoArchives()
        {
            (File, Server) = (_file.Open(), _server.Open());
            var drafts = Draft.Array[Articles].Single(_ => true, "0000KOIPe036");
            foreach (var batch in drafts.Append(Long()).Chunk(40))
                foreach (var archive in new[] { File, Server }) archive.Add([.. batch.Select(draft => draft.Entry())]);
            foreach (var archive in new[] { File, Server })
                for (var gone = 5L; gone < Articles; gone += 17) archive.Delete(gone);
        }

        public NewsArchive File { get; }

        public NewsArchive Server { get; }

        public void Dispose()
        {
            File.Dispose();
            Server.Dispose();
            _file.Dispose();
            _server.Dispose();
        }

        private static Gen<ArticleDraft> Draft => Gen.Select(
            Gen.Int[0, Articles], Phrase, OneOf<string?>(null, "2024-02-03", "2024-05-02", "2023-12-31", "1850-01-01", "2999-01-01"),
            Gen.Select(Phrase, Phrase, Gen.Enum<SpeechAct>(), Gen.Enum<StatementKind>(), Gen.Bool, Phrase, OneOf<string?>(null, "post", "interview"), OneOf<string?>(null, "1800-05-05", "2024-03-01")).Array[0, 4],
            (number, title, published, statements) =>
            {
                var draft = new ArticleDraft { Name = $"a{number}", Url = number % 3 == 0 ? null : $"https://meridian.example/{number}", Title = title, Outlet = title, Published = published };
                foreach (var (words, speaker, act, kind, acts, other, medium, day) in statements)
                    draft.Say(speaker, words, act, kind, actor: acts ? new RecordActor("TAL", "Talvia", default) : null, relay: acts ? other : null, to: acts ? null : other, medium: medium, saidOn: day);
                return draft;
            });

        // More of a word, and more words, and longer ones, than an index keeps.
        private static ArticleDraft Long() => new ArticleDraft { Name = "long", Published = "2024-04-01" }
            .Say("Long Speaker", string.Concat(Enumerable.Repeat("the harbour and ", 9000)) + "the ships")
            .Say("Short Speaker", string.Concat(Enumerable.Repeat("harb ", 300)) + "the ships the café")
            .Say("Odd Speaker", new string('x', 3000) + " the ships " + new string('é', 1500))
            .Say(string.Concat(Enumerable.Repeat("the harbour ", 400)), "café ships the harbour");
    }
}
