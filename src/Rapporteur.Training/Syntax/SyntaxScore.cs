using System.Globalization;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Syntax;

/// <summary>
/// Scores as the CoNLL 2018 evaluation counts them: words and sentences are right when their characters are, tags and arcs
/// where the words are aligned; F1 of each. With gold tokens all of these are accuracies. Relations count without subtypes.
/// </summary>
internal sealed class SyntaxScore
{
    private int _gold, _found, _aligned, _goldSentences, _foundSentences, _sentences;
    private int _universal, _penn, _features, _lemmas, _arcs, _labelled, _exact;

    /// <summary>Adds a document: its words in the treebank against those found in the same text.</summary>
    public void Add(ConlluDocument gold, Document document, DocumentSyntax syntax, IReadOnlyList<string> features)
    {
        var goldTokens = gold.Document.Tokens;
        var tokens = document.Tokens;
        _gold += goldTokens.Count;
        _found += tokens.Count;
        _goldSentences += gold.Document.Sentences.Length;
        _foundSentences += document.Sentences.Length;
        var ends = gold.Document.Sentences.Select(s => Span.FromBounds(goldTokens.Starts[s.First], goldTokens[s.End - 1].End)).ToHashSet();
        _sentences += document.Sentences.Count(s => ends.Contains(Span.FromBounds(tokens.Starts[s.First], tokens[s.End - 1].End)));

        var goldOf = new int[tokens.Count];
        for (int i = 0, g = 0; i < tokens.Count; i++)
        {
            while (g < goldTokens.Count && goldTokens.Starts[g] < tokens.Starts[i]) g++;
            goldOf[i] = g < goldTokens.Count && goldTokens[g] == tokens[i] ? g : -2;
        }

        foreach (var sentence in gold.Sentences)
            for (var k = 0; k < sentence.Words.Count; k++) _goldHeads[sentence.First + k] = sentence.Words[k].Head == 0 ? -1 : sentence.First + sentence.Words[k].Head - 1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (goldOf[i] < 0) continue;
            var word = gold.Words[goldOf[i]];
            _aligned++;
            if (syntax.UniversalTags[i].Name() == word.Universal) _universal++;
            if (syntax.PennTags[i].Name() == word.Penn) _penn++;
            if ((features[i].Length == 0 ? "_" : features[i]) == word.Features) _features++;
            if (word.Lemma == "_" || syntax.Lemma(i) == word.Lemma) _lemmas++;
            var head = syntax.Heads[i] < 0 ? -1 : goldOf[syntax.Heads[i]];
            if (head != _goldHeads[goldOf[i]]) continue;
            _arcs++;
            if (syntax.Relations[i].Main().Name() == word.Relation.Split(':')[0]) _labelled++;
            if (syntax.Relations[i].Name() == word.Relation) _exact++;
        }

        _goldHeads.Clear();
    }

    private readonly Dictionary<int, int> _goldHeads = [];

    /// <summary>The figures by name, in percent.</summary>
    public IReadOnlyList<(string Name, double Value)> Figures =>
    [
        ("tokens", F1(_aligned, _gold, _found)), ("sentences", F1(_sentences, _goldSentences, _foundSentences)),
        ("upos", F1(_universal, _gold, _found)), ("xpos", F1(_penn, _gold, _found)), ("features", F1(_features, _gold, _found)), ("lemmas", F1(_lemmas, _gold, _found)),
        ("uas", F1(_arcs, _gold, _found)), ("las", F1(_labelled, _gold, _found)), ("las-with-subtypes", F1(_exact, _gold, _found)),
    ];

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("  ", Figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:F2}")));

    private static double F1(int right, int gold, int found) => 200.0 * right / Math.Max(1, gold + found);
}
