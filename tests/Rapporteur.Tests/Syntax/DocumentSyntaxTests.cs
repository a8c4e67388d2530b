using Rapporteur.Syntax;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class DocumentSyntaxTests
{
    private static Reading Read(string text) => Reader.English.Read(new Article(text));

    private static int Token(Reading reading, string word) =>
        reading.Document.Tokens.IndexAt(reading.Article.Text.IndexOf(word, StringComparison.Ordinal));

    private static void Hangs(Reading reading, string word, Relation relation, string head)
    {
        var syntax = reading.Syntax;
        var token = Token(reading, word);
        Assert.Equal((relation, Token(reading, head)), (syntax.Relations[token].Main(), syntax.Heads[token]));
    }

    [Fact]
    public void Subject_and_object_hang_on_the_verb()
    {
        var reading = Read("The minister signed the treaty.");
        Hangs(reading, "minister", Relation.Nsubj, "signed");
        Hangs(reading, "treaty", Relation.Obj, "signed");
        Assert.Equal(DocumentSyntax.NoHead, reading.Syntax.Heads[Token(reading, "signed")]);
    }

    [Fact]
    public void What_is_said_is_a_clause_under_the_verb_of_saying()
    {
        var reading = Read("Officials said that the talks had failed.");
        Hangs(reading, "failed", Relation.Ccomp, "said");
        Hangs(reading, "talks", Relation.Nsubj, "failed");
    }

    [Fact]
    public void A_noun_with_a_preposition_hangs_on_the_noun_before_it()
    {
        var reading = Read("She is the president of the bank.");
        Hangs(reading, "bank", Relation.Nmod, "president");
    }

    [Fact]
    public void Lemmas_undo_inflection()
    {
        var reading = Read("Ministers met and said nothing.");
        Assert.Equal("minister", reading.Syntax.Lemma(Token(reading, "Ministers")));
        Assert.Equal("meet", reading.Syntax.Lemma(Token(reading, "met")));
        Assert.Equal("say", reading.Syntax.Lemma(Token(reading, "said")));
    }

    [Fact]
    public void Children_come_in_the_order_of_the_text_and_a_subtree_holds_them_all()
    {
        var reading = Read("The old minister signed the long treaty in a hurry.");
        var syntax = reading.Syntax;
        for (var i = 0; i < reading.Document.Tokens.Count; i++)
        {
            var before = -1;
            foreach (var child in syntax.Children(i))
            {
                Assert.Equal(i, syntax.Heads[child]);
                Assert.True(child > before, "children are in order");
                before = child;
                var inner = syntax.Subtree(child);
                var outer = syntax.Subtree(i);
                Assert.True(inner.First >= outer.First && inner.End <= outer.End, "a subtree holds those below it");
            }
        }
    }
}
