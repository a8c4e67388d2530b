using Rapporteur.Learning;

namespace Rapporteur.Quotations;

/// <summary>What was learned about attributions: the weights of all stages. Immutable and safe to share between threads.</summary>
/// <param name="Roles">Weights of the first labeller.</param>
/// <param name="RoleTransitions">Its transitions.</param>
/// <param name="Arguments">Weights of the second labeller.</param>
/// <param name="ArgumentTransitions">Its transitions.</param>
/// <param name="Judge">Weights of the judge; null to take everything as equally likely (while training).</param>
/// <param name="JudgeTransitions">The judge's prior.</param>
/// <param name="Trees">The second judge, over numbers; null to leave the word to the first (while training).</param>
/// <param name="Threshold">Attributions less probable than this are dropped.</param>
internal sealed record AttributionModel(
    FeatureTable Roles, float[] RoleTransitions,
    FeatureTable Arguments, float[] ArgumentTransitions,
    FeatureTable? Judge, float[] JudgeTransitions, Trees? Trees,
    float Threshold)
{
    /// <summary>The attribution model in a model file.</summary>
    public static AttributionModel From(ModelFile file) => new(
        file.Table("roles"), file.Numbers("roles.transitions"),
        file.Table("arguments"), file.Numbers("arguments.transitions"),
        file.Table("judge"), file.Numbers("judge.transitions"), new Trees(file.Numbers("judge.trees")),
        file.Numbers("threshold")[0]);
}
