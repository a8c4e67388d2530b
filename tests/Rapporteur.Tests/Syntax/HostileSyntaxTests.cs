using CsCheck;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class HostileSyntaxTests
{
    private static DocumentSyntax Read(string text, out Document document)
    {
        document = Document.Parse(text, [new Span(0, text.Length)], LanguagePack.English);
        return Reader.English.ReadSyntax(document);
    }

    // Every sentence is a tree: one root, and every word is under it.
    private static void AssertTrees(Document document, DocumentSyntax syntax)
    {
        foreach (var sentence in document.Sentences)
        {
            var root = -1;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (syntax.Heads[i] >= 0) continue;
                Assert.Equal(-1, root);
                root = i;
            }

            Assert.InRange(root, sentence.First, sentence.End - 1);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var steps = 0;
                for (var k = i; k != root; k = syntax.Heads[k]) Assert.True(steps++ < sentence.Count, "the heads go round in a circle");
            }
        }
    }

    public static TheoryData<string> Hostile =>
    [
        string.Concat(Enumerable.Repeat("word ", 10_000)),
        string.Concat(Enumerable.Repeat("and the ministers said that ", 2_000)),
        new string('(', 10_000),
        string.Concat(Enumerable.Repeat("([{<\"“", 2_000)),
        new string('a', 50_000),
        string.Concat(Enumerable.Repeat("'s", 5_000)),
        string.Concat(Enumerable.Repeat("a@", 5_000)),
        string.Concat(Enumerable.Repeat("слово 言葉 كلمة λέξη word\u200d\ud83d\ude00 ", 1_000)),
        string.Concat(Enumerable.Repeat("\ud800 \udc00\u0301", 1_000)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_gives_trees(string text) => AssertTrees(Read(text, out var document), document);

    private static void AssertTrees(DocumentSyntax syntax, Document document) => AssertTrees(document, syntax);

    [Fact]
    public void Time_grows_with_the_text_and_not_with_its_square()
    {
        static double Seconds(int words)
        {
            var text = string.Concat(Enumerable.Repeat("and so they ", words / 3));
            var best = double.MaxValue;
            for (var round = 0; round < 3; round++) best = Math.Min(best, ProcessorTime.Of(() => Read(text, out _)).TotalSeconds);
            return best;
        }

        Seconds(3_000);
        Assert.True(Seconds(40_000) < 40 * Seconds(5_000), "eight times the words took more than forty times as long");
    }

    [Fact]
    public void Any_text_gives_trees() => Gen.String[Gen.OneOf(Gen.Char["ab \n.,'\"()-1é中"], Gen.Char), 0, 200].Sample(text => AssertTrees(Read(text, out var document), document), iter: 300);

    [Fact]
    public void The_same_text_gives_the_same_trees_on_any_number_of_threads()
    {
        var texts = Enumerable.Range(1, 24).Select(k => string.Concat(Enumerable.Repeat($"The {k} ministers of Norland, who met on Monday, said they would sign. It was late. ", k))).ToArray();
        var alone = texts.Select(text => Read(text, out _).Heads.ToArray()).ToArray();
        var together = new int[texts.Length][];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k => together[k] = Read(texts[k], out _).Heads.ToArray());
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_sentence_is_read_alike_whatever_stands_around_it()
    {
        const string Sentence = "The envoy told reporters that no deal was near.";
        var alone = Read(Sentence, out _);
        var among = Read("Talks went on.\n\n" + Sentence + "\n\nNobody from the other side of the long table in the old hall wanted to speak about it.", out var document);
        var first = document.Sentences[1].First;
        for (var i = 0; i < alone.Heads.Length; i++)
        {
            Assert.Equal(alone.Heads[i] < 0 ? -1 : alone.Heads[i] + first, among.Heads[first + i]);
            Assert.Equal(alone.Relations[i], among.Relations[first + i]);
            Assert.Equal(alone.PennTags[i], among.PennTags[first + i]);
        }
    }
}
