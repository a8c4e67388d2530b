using Rapporteur.Syntax;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class ConlluTests
{
    private static string Written(string text)
    {
        var reading = Reader.English.Read(new Article(text));
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, "doc", reading.Document, reading.Syntax);
        return writer.ToString();
    }

    private static IEnumerable<string[]> Rows(string conllu) => conllu.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    [Fact]
    public void A_text_becomes_sentences_with_their_text_and_words_with_their_places()
    {
        var written = Written("Ada Lind won't resign.\n\nShe said so.");
        Assert.Contains("# text = Ada Lind won't resign.\n", written, StringComparison.Ordinal);
        Assert.Contains("# sent_id = doc-2\n", written, StringComparison.Ordinal);
        var rows = Rows(written).ToList();
        Assert.All(rows, row => Assert.Equal(10, row.Length));
        Assert.Equal(["1", "2", "3-4", "3", "4", "5", "6", "1", "2", "3", "4"], rows.Select(row => row[0]));
        Assert.Equal(("won't", "TokenRange=9:14"), (rows[2][1], rows[2][9]));
        Assert.Equal("SpaceAfter=No|TokenRange=15:21", rows[5][9]);
    }

    [Fact]
    public void What_is_written_is_read_back_as_the_same_words_and_text()
    {
        const string Text = "“It can't be 5pm,” Ada Lind said; the non-aligned states didn't agree.";
        using var reader = new StringReader(Written(Text));
        var document = Assert.Single(ConlluReader.Read(reader));
        Assert.Equal(Text, document.Document.Text);
        Assert.Equal("doc", document.Id);
    }

    [Fact]
    public void Given_words_stay_and_only_the_rest_is_new()
    {
        const string Given = "# sent_id = a\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\t_\t_\t_\t_\t_\t_\t_\tX=1\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo-go\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n";
        using var reader = new StringReader(Given);
        var document = Assert.Single(ConlluReader.Read(reader));
        Assert.Equal("don't go-go", document.Document.Text);
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, document, Reader.English.ReadSyntax(document.Document));
        var rows = Rows(writer.ToString()).ToList();
        Assert.Equal(["don't", "do", "n't", "go-go"], rows.Select(row => row[1]));
        Assert.Equal(["_", "X=1", "_", "SpaceAfter=No"], rows.Select(row => row[9]));
        Assert.Equal(1, rows.Count(row => row[6] == "0"));
        Assert.StartsWith("# sent_id = a\n", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\tword\n", "line 1: 2 columns")]
    [InlineData("2\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: word 1 expected")]
    [InlineData("x\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: 'x' is no number")]
    public void A_line_that_is_no_CoNLLU_is_named(string text, string message)
    {
        using var reader = new StringReader(text);
        var e = Assert.Throws<InvalidDataException>(() => ConlluReader.Read(reader).ToList());
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("They were seen by two guards.", "They", "Case=Nom|Number=Plur|Person=3|PronType=Prs")]
    [InlineData("They were seen by two guards.", "were", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("They were seen by two guards.", "seen", "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("They were seen by two guards.", "guards", "Number=Plur")]
    [InlineData("The minister has read it.", "read", "Tense=Past|VerbForm=Part")]
    [InlineData("The minister has read it.", "it", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("I am the 3rd of 40 witnesses.", "am", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin")]
    [InlineData("I am the 3rd of 40 witnesses.", "40", "NumForm=Digit|NumType=Card")]
    [InlineData("Leave the harbour at once!", "Leave", "Mood=Imp|VerbForm=Fin")]
    public void Words_have_the_features_of_their_tag_and_their_place(string text, string word, string features)
    {
        var reading = Reader.English.Read(new Article(text));
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, "doc", reading.Document, reading.Syntax, Reader.English.ReadFeatures(reading.Document, reading.Syntax));
        Assert.Equal(features, writer.ToString().Split('\n').Select(l => l.Split('\t')).Single(c => c.Length == 10 && c[1] == word)[5]);
    }
}
