using Rapporteur.Entities;

namespace Rapporteur.Training.Entities;

/// <summary>Chooses antecedents as people marked them, and keeps each choice as an example to learn from.</summary>
/// <param name="entityOf">The marked entity of a mention; null where none is marked.</param>
internal sealed class GoldAntecedents(Func<MentionDraft, string?> entityOf) : IAntecedentChooser
{
    public List<RankingExample> Examples { get; } = [];

    public int Choose(MentionDraft mention, ReadOnlySpan<RankedEntity> candidates)
    {
        var gold = entityOf(mention);
        var right = new bool[candidates.Length + 1];
        var starts = new int[candidates.Length + 2];
        var features = new List<uint>((candidates.Length + 1) * CoreferenceFeatures.Most);
        Span<uint> buffer = stackalloc uint[CoreferenceFeatures.Most];
        var chosen = -1;
        for (var k = 0; k < candidates.Length; k++)
        {
            features.AddRange(buffer[..CoreferenceFeatures.Of(mention, candidates[k].Entity, candidates[k].Rank, buffer)]);
            starts[k + 1] = features.Count;
            right[k] = gold is not null && entityOf(candidates[k].Entity.Last!) == gold;
            if (right[k] && chosen < 0) chosen = k;
        }

        features.AddRange(buffer[..CoreferenceFeatures.OfNew(mention, buffer)]);
        starts[^1] = features.Count;
        right[^1] = chosen < 0;
        if (candidates.Length > 0) Examples.Add(new RankingExample([.. features], starts, right));
        return chosen;
    }
}
