using System.Runtime.CompilerServices;
using Rapporteur.Syntax;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Entities;

/// <summary>
/// The features by which a mention's antecedent is ranked: of the mention alone (for "it refers to nothing before"), and of it
/// together with an entity met before, whose last mention and whole chain both count (Durrett and Klein 2013; Clark and Manning 2015).
/// </summary>
internal static class CoreferenceFeatures
{
    /// <summary>The most features of one candidate.</summary>
    public const int Most = 40;

    /// <summary>Features of a mention's referring to nothing before it.</summary>
    public static int OfNew(MentionDraft m, Span<uint> features)
    {
        var kind = KindOf(m);
        var n = 0;
        features[n++] = Mix(1, kind);
        features[n++] = Mix(2, kind, (uint)m.Definiteness);
        features[n++] = Mix(3, m.Lemma, (uint)m.Definiteness);
        features[n++] = Mix(4, kind, (uint)m.Relation);
        features[n++] = Mix(5, kind, (uint)m.Noun, (uint)m.Definiteness);
        features[n++] = Mix(6, kind, m.Quotation >= 0 ? 1u : 0);
        features[n++] = Mix(7, kind, (uint)Math.Min(m.Sentence, 4));
        features[n++] = Mix(8, kind, (uint)Math.Min(m.Tokens.Count, 6), (uint)m.Definiteness);
        features[n++] = Mix(10, kind, m.GovernorLemma, (uint)m.Relation);
        features[n++] = Mix(11, kind, (uint)m.Relation, m.Quotation >= 0 ? 1u : 0);
        features[n++] = Mix(9, kind, m.Tokens.End > m.Head + 1 ? 1u : 0, (uint)m.Definiteness);
        return n;
    }

    /// <summary>Features of a mention's referring to an entity.</summary>
    /// <param name="m">The mention.</param>
    /// <param name="e">The entity.</param>
    /// <param name="rank">How many entities were mentioned after its last mention.</param>
    /// <param name="features">At least <see cref="Most"/> places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Of(MentionDraft m, EntityDraft e, int rank, Span<uint> features)
    {
        var last = e.Last!;
        var kind = KindOf(m);
        var lastKind = KindOf(last);
        var distance = Distance(m.Sentence - last.Sentence);
        var near = Rank(rank);
        var type = (uint)e.Type | (e.IsNamed ? 16u : 0) | (e.IsPlural ? 32u : 0);
        var gender = e.Gender is { } g ? 1 + (uint)g : 0;
        var called = m.Kind != MentionKind.Pronoun && e.WasCalled(m.Lemma) ? 1u : 0;
        var size = (uint)(e.Size switch { 1 => 1, 2 => 2, <= 4 => 3, <= 8 => 4, _ => 5 });
        var roles = Mix((uint)m.Relation, (uint)last.Relation);
        var quoted = (m.Quotation >= 0 ? 1u : 0) + (last.Quotation >= 0 ? 2u : 0) + (m.Quotation == last.Quotation ? 4u : 0);
        var detail = Mix(kind, (uint)m.Noun, (uint)m.Definiteness);

        var n = 0;
        features[n++] = Mix(101, kind, lastKind);
        features[n++] = Mix(102, kind, distance);
        features[n++] = Mix(103, kind, near);
        features[n++] = Mix(104, kind, type);
        features[n++] = Mix(105, kind, gender, type);
        features[n++] = Mix(106, kind, size);
        features[n++] = Mix(107, kind, roles);
        features[n++] = Mix(108, kind, (uint)last.Relation, distance);
        features[n++] = Mix(109, Mix(kind, lastKind), near, distance);
        features[n++] = Mix(110, Mix(kind, type), near, (uint)last.Relation);
        features[n++] = Mix(111, kind, quoted);
        features[n++] = Mix(112, Mix(kind, lastKind), quoted, distance);
        features[n++] = Mix(113, kind, m.Paragraph == last.Paragraph ? 1u : 0, distance);
        features[n++] = Mix(114, kind, m.IsPlural ? 1u : 0, e.IsPlural ? 1u : 0);
        features[n++] = Mix(115, kind, last.Lemma, distance);
        features[n++] = Mix(116, kind, e.FirstSentence == 0 ? 1u : 0, size);
        features[n++] = Mix(117, kind, m.Governor == last.Governor ? 1u : 0, roles);
        features[n++] = Mix(118, kind, IsSubject(last) && IsSubject(m) ? 1u : 0, Mix(near, distance));
        features[n++] = Mix(119, kind, (uint)last.Noun, type);
        if (m.Kind == MentionKind.Pronoun)
        {
            features[n++] = Mix(120, Mix(kind, (uint)last.Pronoun), distance, near);
            features[n++] = Mix(121, Mix(kind, gender), type, size);
            features[n++] = Mix(122, kind, m.GovernorLemma, type);
            features[n++] = Mix(123, Mix(kind, m.GovernorLemma), (uint)m.Relation, last.Lemma);
            features[n++] = Mix(124, Mix(kind, lastKind), Mix((uint)last.Relation, distance), near);
            features[n++] = Mix(125, Mix(kind, type), Mix((uint)last.Relation, distance), size);
            features[n++] = Mix(126, Mix(kind, (uint)last.Noun), Mix(near, distance));
            return n;
        }

        features[n++] = Mix(130, detail, called, type);
        features[n++] = Mix(131, kind, called, distance);
        features[n++] = Mix(132, detail, called, lastKind);
        features[n++] = Mix(133, called, Mix(kind, near), (uint)m.Definiteness);
        features[n++] = Mix(134, m.Lemma, last.Lemma);
        features[n++] = Mix(135, m.Lemma, type, called);
        features[n++] = Mix(136, m.Lemma, called, (uint)m.Definiteness);
        features[n++] = Mix(137, detail, (uint)last.Noun, called);
        features[n++] = Mix(138, detail, distance, called);
        features[n++] = Mix(139, called, m.Tokens.Count == last.Tokens.Count ? 1u : 0, (uint)m.Definiteness);
        features[n++] = Mix(140, Mix((uint)m.Definiteness, (uint)last.Definiteness), called, kind);
        features[n++] = Mix(141, Mix((uint)Math.Min(m.Tokens.Count, 5), called), (uint)m.Definiteness, kind);
        if (e.Actor is { } actor) features[n++] = Mix(142, m.Lemma, (uint)actor.Kind);
        return n;
    }

    private static bool IsSubject(MentionDraft m) => m.Relation is Relation.Nsubj or Relation.NsubjPass;

    private static uint KindOf(MentionDraft m) => m.Kind switch
    {
        MentionKind.Pronoun => 16u + (uint)m.Pronoun * 2 + (m.Relation == Relation.NmodPoss ? 1u : 0),
        MentionKind.Name => 1,
        _ => m.IsPlural ? 3u : 2,
    };

    private static uint Distance(int sentences) => (uint)(sentences switch { <= 3 => sentences, <= 6 => 4, <= 12 => 5, _ => 6 });

    private static uint Rank(int entities) => (uint)(entities switch { <= 4 => entities, <= 7 => 5, <= 12 => 6, _ => 7 });
}
