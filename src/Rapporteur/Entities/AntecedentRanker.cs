using System.Runtime.CompilerServices;
using Rapporteur.Learning;

namespace Rapporteur.Entities;

/// <summary>Chooses antecedents by learned weights. A pronoun or description that nothing fits well refers to nothing.</summary>
/// <param name="table">The weights.</param>
/// <param name="caution">
/// What a candidate must be better by than "nothing": for pronouns of the third person, for other pronouns, for descriptions.
/// </param>
internal sealed class AntecedentRanker(FeatureTable table, float[] caution) : IAntecedentChooser
{
    private readonly float[] _scores = new float[FeatureTable.Width];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Choose(MentionDraft mention, ReadOnlySpan<RankedEntity> candidates)
    {
        Span<uint> features = stackalloc uint[CoreferenceFeatures.Most];
        var best = -1;
        var kind = mention.Kind != MentionKind.Pronoun ? 2 : mention.Pronoun >= PronounClass.First ? 1 : 0;
        var top = Score(features[..CoreferenceFeatures.OfNew(mention, features)]) + caution[kind];
        for (var k = 0; k < candidates.Length; k++)
        {
            var score = Score(features[..CoreferenceFeatures.Of(mention, candidates[k].Entity, candidates[k].Rank, features)]);
            if (score > top) (best, top) = (k, score);
        }

        return best;
    }

    private float Score(ReadOnlySpan<uint> features)
    {
        table.Score(features, _scores);
        return _scores[0];
    }
}
