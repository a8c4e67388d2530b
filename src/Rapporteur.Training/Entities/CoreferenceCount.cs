using Rapporteur.Entities;

namespace Rapporteur.Training.Entities;

/// <summary>Counts a document's chains and antecedents.</summary>
internal static class CoreferenceCount
{
    public static void Add(CoreferenceScore score, MarkedDocument document, List<MentionDraft> mentions)
    {
        var alignment = new MentionAlignment(document);
        var gold = alignment.ByHead.GroupBy(m => m.Value.Entity).Select(c => (IReadOnlyCollection<int>)[.. c.Select(m => m.Key)]);

        // A found mention counts under the head of the marked one that it is, so that a differing parse is no error of its own.
        var heads = alignment.ByHead.ToDictionary(m => m.Value, m => m.Key);
        var placed = mentions.Where(m => m.Entity is not null)
            .Select(m => (Mention: m, Place: alignment.Of(m) is { } marked && heads.TryGetValue(marked, out var head) ? head : -1 - m.Head));
        score.Add(gold, placed.GroupBy(m => m.Mention.Entity).Select(c => (IReadOnlyCollection<int>)[.. c.Select(m => m.Place).Distinct()]));

        // Antecedents: of a mention that people linked back, whether the nearest one found before it is of its entity.
        var before = new Dictionary<EntityDraft, MentionDraft>();
        var met = new HashSet<string>();
        foreach (var mention in mentions)
        {
            var marked = alignment.EntityOf(mention);
            var antecedent = mention.Entity is { } entity ? before.GetValueOrDefault(entity) : null;
            var right = antecedent is not null && marked is not null && alignment.EntityOf(antecedent) == marked;
            if (mention.Known is null || mention.Kind == MentionKind.Name)
                score.AddAntecedent(KindOf(mention), marked is not null && met.Contains(marked), antecedent is not null, right);
            if (mention.Entity is { } own) before[own] = mention;
            if (marked is not null) met.Add(marked);
        }
    }

    private static string KindOf(MentionDraft mention) => mention.Kind switch
    {
        MentionKind.Name => "names",
        MentionKind.Description => "descriptions",
        _ => mention.Pronoun switch
        {
            PronounClass.Male or PronounClass.Female => "he and she",
            PronounClass.Neuter or PronounClass.Plural => "it and they",
            _ => "I, we and you",
        },
    };
}
