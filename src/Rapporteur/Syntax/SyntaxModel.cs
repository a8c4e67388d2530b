using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>What was learned about syntax. Immutable and safe to share between threads.</summary>
/// <param name="Tags">The pairs of tags that a token can have; the tagger's classes.</param>
/// <param name="Tagger">Weights of the tagger.</param>
/// <param name="Arcs">Weights of the parser's moves.</param>
/// <param name="Labels">Weights of the relations.</param>
/// <param name="Lemmatizer">Lemmas by form and tags.</param>
internal sealed record SyntaxModel(
    TagPair[] Tags, LinearClassifier Tagger, LinearClassifier Arcs, LinearClassifier Labels, Lemmatizer Lemmatizer)
{
    /// <summary>The syntax model in a model file.</summary>
    public static SyntaxModel From(ModelFile file)
    {
        var pairs = file.Section("tags");
        var tags = new TagPair[pairs.Length / 2];
        for (var i = 0; i < tags.Length; i++) tags[i] = new TagPair((UniversalTag)pairs[i * 2], (PennTag)pairs[i * 2 + 1]);
        return new SyntaxModel(tags,
            new LinearClassifier(file.Section("tagger"), Wide(tags.Length)),
            new LinearClassifier(file.Section("arcs"), Wide(ArcHybrid.Moves)),
            new LinearClassifier(file.Section("labels"), Wide(SyntaxNames.RelationCount)),
            new Lemmatizer(file.Section("lemmas")));
    }

    /// <summary>The width of a row for so many classes.</summary>
    public static int Wide(int classes) => (classes + 15) & ~15;
}

/// <summary>The two tags of a token.</summary>
internal readonly record struct TagPair(UniversalTag Universal, PennTag Penn);
