using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Entities;

/// <summary>
/// Labels news articles with a recogniser that was trained on a treebank, to adapt it to news (self-training; McClosky, Charniak and
/// Johnson 2006). What the whole article shows is put into the labels: a name has one type in it, first names, titles and verbs of
/// saying make people, the actor table the rest. Sentences with capitalised words that stay unexplained are left out.
/// </summary>
internal sealed class SelfLabelling(EntityKnowledge knowledge, SyntaxReader syntax)
{
    private readonly NameAttributes _attributes = new(knowledge.Lexicon, knowledge.Grammar, knowledge.Reporting);
    private readonly NameLabeller _labeller = new(knowledge.Model.Names, knowledge.Model.NameTransitions);
    private readonly ListedNames _listed = new(knowledge.Lexicon, knowledge.Grammar);
    private readonly Acronyms _acronyms = new();
    private readonly List<RecognisedName> _names = [];

    /// <summary>The sequences of an article: one for each sentence that is labelled for sure.</summary>
    public List<Sequence> Label(string text)
    {
        var document = Document.Parse(text, [new Span(0, text.Length)], LanguagePack.English);
        var tree = syntax.Read(document);
        _attributes.Read(document, tree);
        _labeller.Read(document, _attributes, _names);
        _listed.Apply(document, _attributes, _names);
        _acronyms.Apply(document, _attributes, _names);
        var people = People(document);
        var labels = new byte[document.Tokens.Count];
        foreach (var name in _names) NameSequences.Mark(labels, name.Tokens, IsPerson(document, name, people) ? EntityType.Person : name.Type);
        var all = NameSequences.Of(document, _attributes, labels).ToList();
        return [.. all.Where((_, s) => IsSure(document, tree, labels, document.Sentences[s]))];
    }

    // The words that people's names end in, of names that begin with a first name or follow a title.
    private HashSet<string> People(Document document)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _names)
        {
            int first = name.Tokens.First, last = name.Tokens.End - 1;
            var hasFirstName = name.Tokens.Count > 1 && _attributes.Kind[first] is >= 1 and <= 3 && name.Type == EntityType.Person;
            var hasTitle = name.Type == EntityType.Person && first > 0 && _attributes.Kind[first - 1] == 4;
            if (hasFirstName || hasTitle) people.Add(document.Tokens[last].In(document.Text).ToString());
        }

        return people;
    }

    private bool IsPerson(Document document, RecognisedName name, HashSet<string> people) =>
        name.Tokens.Count == 1 && _attributes.Listed[name.Tokens.First] == 0
            && people.Contains(document.Tokens[name.Tokens.First].In(document.Text).ToString());

    // No word that the tagger takes for a name may be left without a label, unless a list explains it (demonyms, titles, days).
    private bool IsSure(Document document, DocumentSyntax tree, byte[] labels, TokenRange sentence)
    {
        if (sentence.Count < 4) return false;
        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            if (labels[i] != 0 || tree.PennTags[i] is not (PennTag.Nnp or PennTag.Nnps) || _attributes.Listed[i] > 0 || _attributes.Kind[i] >= 4) continue;
            if (_attributes.Case[i] is WordCase.Capital or WordCase.Mixed && (_attributes.Uses[i] & NameAttributes.Use.Lower) == 0
                && document.Tokens.Lengths[i] > 3 && !document.Tokens[i].In(document.Text).EndsWith("day")) return false;
        }

        return true;
    }
}
