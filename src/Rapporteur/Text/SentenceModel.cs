using Rapporteur.Learning;

namespace Rapporteur.Text;

/// <summary>What was learned about where sentences begin: the weights of a logistic classifier. Immutable.</summary>
/// <param name="Weights">Scores of "goes on" and "begins".</param>
/// <param name="Prior">What is added to each.</param>
internal sealed record SentenceModel(FeatureTable Weights, float[] Prior)
{
    /// <summary>The sentence model in a model file.</summary>
    public static SentenceModel From(ModelFile file) => new(file.Table("sentences"), file.Numbers("sentences.transitions")[4..]);
}
