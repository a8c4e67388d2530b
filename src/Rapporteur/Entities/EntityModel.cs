using Rapporteur.Learning;

namespace Rapporteur.Entities;

/// <summary>What was learned about entities. Immutable and safe to share between threads.</summary>
/// <param name="Names">Weights of the name recogniser.</param>
/// <param name="NameTransitions">Its transitions.</param>
/// <param name="Antecedents">Weights of the ranker of antecedents.</param>
/// <param name="Caution">
/// What an antecedent must be better by than none: for pronouns of the third person, for other pronouns, for descriptions.
/// </param>
internal sealed record EntityModel(FeatureTable Names, float[] NameTransitions, FeatureTable Antecedents, float[] Caution)
{
    /// <summary>The entity model in a model file.</summary>
    public static EntityModel From(ModelFile file) =>
        new(file.Table("names"), file.Numbers("names.transitions"), file.Table("antecedents"), file.Numbers("caution"));
}
