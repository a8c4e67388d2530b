using Rapporteur.Syntax;

namespace Rapporteur.Entities;

/// <summary>Chooses the entity that a mention refers to among candidates.</summary>
internal interface IAntecedentChooser
{
    /// <summary>The place of the chosen entity among the candidates; -1 where the mention refers to none of them.</summary>
    int Choose(MentionDraft mention, ReadOnlySpan<RankedEntity> candidates);
}

/// <summary>An entity that a mention may refer to.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Rank">How many entities were mentioned after its last mention.</param>
internal readonly record struct RankedEntity(EntityDraft Entity, int Rank);

/// <summary>
/// Reads which mentions refer to which entities, from the first to the last: names by <see cref="NameLinker"/>, what stands
/// beside a mention with it, and the rest by ranking the entities met before. What grammar and meaning forbid is no candidate.
/// </summary>
internal sealed class CoreferenceReader
{
    // So many entities back a mention may refer; a description that repeats a noun, further.
    private const int Window = 30;
    private const int PronounSentences = 5;
    private const int DescriptionSentences = 12;
    private const int MostRepeated = 4;

    private readonly List<EntityDraft> _recent = [];
    private readonly Dictionary<uint, List<EntityDraft>> _byNoun = [];
    private MentionDraft?[] _speakers = [];
    private readonly RankedEntity[] _candidates = new RankedEntity[Window + MostRepeated];

    /// <summary>Gives each mention its entity; returns all entities, the known ones first.</summary>
    /// <param name="mentions">The mentions, in the order of the text.</param>
    /// <param name="known">The entities that names made.</param>
    /// <param name="speakers">For each quotation the mention of who speaks in it, or null.</param>
    /// <param name="chooser">Chooses among the candidates.</param>
    public List<EntityDraft> Read(List<MentionDraft> mentions, List<EntityDraft> known, MentionDraft?[] speakers, IAntecedentChooser chooser)
    {
        _speakers = speakers;
        _recent.Clear();
        _byNoun.Clear();
        var entities = new List<EntityDraft>(known);
        foreach (var mention in mentions)
        {
            if (IsSpeaker(mention)) continue;
            var entity = mention.Known ?? BesideEntity(mention);
            if (entity is null)
            {
                var count = Candidates(mention);
                var chosen = count == 0 ? -1 : Reporter(mention, count) is >= 0 and var reporter ? reporter : chooser.Choose(mention, _candidates.AsSpan(0, count));
                entity = chosen >= 0 ? _candidates[chosen].Entity : null;
            }

            if (entity is null) entities.Add(entity = new EntityDraft(TypeOf(mention), default));
            Take(entity, mention);
        }

        // "I" in a quotation is its speaker, who may be named after it.
        foreach (var mention in mentions)
            if (mention.Entity is null && IsSpeaker(mention)) SpeakerOf(mention)?.Add(mention);
        return entities;
    }

    // "Roe said she had seen worse": she is Roe.
    private int Reporter(MentionDraft mention, int count)
    {
        if (mention.Pronoun is not (PronounClass.Male or PronounClass.Female) || mention.Reports < 0) return -1;
        for (var k = 0; k < count; k++)
            if (_candidates[k].Entity.Last is { Relation: Relation.Nsubj } last && last.Governor == mention.Reports) return k;
        return -1;
    }

    private bool IsSpeaker(MentionDraft mention) =>
        mention.Pronoun == PronounClass.First && mention.Quotation >= 0 && _speakers[mention.Quotation] is not null;

    private EntityDraft? SpeakerOf(MentionDraft mention) =>
        mention.Quotation >= 0 && _speakers[mention.Quotation] is { } speaker ? speaker.Entity ?? speaker.Known : null;

    // A title or apposition takes the entity of what it stands beside, though that comes later in the text.
    private static EntityDraft? BesideEntity(MentionDraft mention) => mention.Beside is { } other ? other.Entity ?? other.Known : null;

    private void Take(EntityDraft entity, MentionDraft mention)
    {
        entity.Add(mention);
        for (var k = _recent.Count - 1; k >= Math.Max(0, _recent.Count - Window); k--)
            if (_recent[k] == entity) { _recent.RemoveAt(k); break; }
        _recent.Add(entity);
        if (_recent.Count > 4 * Window) _recent.RemoveRange(0, 2 * Window);
        if (mention.Kind == MentionKind.Pronoun) return;
        Index(entity, mention.Lemma);
        if (mention.TitleLemma == 0) return;
        entity.Call(mention.TitleLemma);
        Index(entity, mention.TitleLemma);
    }

    private void Index(EntityDraft entity, uint lemma)
    {
        if (!_byNoun.TryGetValue(lemma, out var called)) _byNoun[lemma] = called = [];
        if (called.Count > 0 && called[^1] == entity) return;
        called.Remove(entity);
        called.Add(entity);
        if (called.Count > MostRepeated) called.RemoveAt(0);
    }

    private int Candidates(MentionDraft mention)
    {
        var n = 0;
        var speaker = SpeakerOf(mention);
        var sentences = mention.Kind == MentionKind.Pronoun ? PronounSentences : DescriptionSentences;
        var first = Math.Max(0, _recent.Count - Window);
        for (var k = _recent.Count - 1; k >= first; k--)
        {
            var entity = _recent[k];
            if (mention.Sentence - entity.Last!.Sentence > sentences) break;
            if (May(mention, entity, speaker)) _candidates[n++] = new RankedEntity(entity, _recent.Count - 1 - k);
        }

        if (mention.Kind != MentionKind.Description || !_byNoun.TryGetValue(mention.Lemma, out var called)) return n;
        foreach (var entity in called)
        {
            var listed = false;
            for (var k = 0; k < n && !listed; k++) listed = _candidates[k].Entity == entity;
            if (!listed && May(mention, entity, speaker)) _candidates[n++] = new RankedEntity(entity, Window);
        }

        return n;
    }

    // What grammar and meaning forbid, whatever was learned.
    private static bool May(MentionDraft mention, EntityDraft entity, EntityDraft? speaker)
    {
        var last = entity.Last!;
        // Nothing refers to what it is a part of ("the head of the agency"), nor to what it holds.
        if (mention.Head >= last.Tokens.First && mention.Head < last.Tokens.End && mention.Pronoun == PronounClass.None) return false;
        if (mention.Kind == MentionKind.Description)
        {
            if (mention.Gender is { } g && entity.Gender is { } h && g != h) return false;
            if (mention.Definiteness == Definiteness.Indefinite && entity.IsNamed) return false;
            return !(mention.IsPlural && entity.IsNamed && entity.Type is EntityType.Person);
        }

        if (AreArgumentsOfOne(mention, last)) return false;
        switch (mention.Pronoun)
        {
            case PronounClass.Male or PronounClass.Female:
                if (entity == speaker) return false;
                if (entity.IsPlural || entity.Gender is { } told && told != mention.Gender) return false;
                if (last.Pronoun is PronounClass.Neuter or PronounClass.Plural or PronounClass.FirstPlural) return false;
                return entity.Type == EntityType.Person || !entity.IsNamed && entity.Type is (EntityType.Other or EntityType.Group);
            case PronounClass.Neuter:
                if (entity.IsPlural || entity.Gender is not null) return false;
                return !(entity.Type == EntityType.Person && (entity.IsNamed || last.Noun == NounClass.Person))
                    && last.Pronoun is PronounClass.None or PronounClass.Neuter;
            case PronounClass.Plural:
                return last.Pronoun is PronounClass.None or PronounClass.Plural
                    && !(entity.IsNamed && entity.Type == EntityType.Person && entity.Gender is not null);
            case PronounClass.First or PronounClass.FirstPlural or PronounClass.Second:
                return last.Pronoun == mention.Pronoun || last.Pronoun is PronounClass.None
                    && entity.Type is EntityType.Person or EntityType.Group or EntityType.Organization or EntityType.Other;
            default:
                return false;
        }
    }

    // Two arguments of one verb are two, unless one is reflexive; a possessor is free.
    private static bool AreArgumentsOfOne(MentionDraft mention, MentionDraft last) =>
        mention.Governor >= 0 && mention.Governor == last.Governor && mention.Relation != last.Relation && !mention.IsReflexive
        && mention.Relation is not (Relation.NmodPoss or Relation.Conj) && last.Relation is not (Relation.NmodPoss or Relation.Conj);

    private static EntityType TypeOf(MentionDraft mention) => mention.Noun switch
    {
        _ when mention.Gender is not null || mention.Pronoun is PronounClass.First or PronounClass.Second => EntityType.Person,
        NounClass.Person => EntityType.Person,
        NounClass.State or NounClass.Organization => EntityType.Organization,
        NounClass.Group => EntityType.Group,
        NounClass.Document => EntityType.Document,
        NounClass.Place => EntityType.Place,
        _ => EntityType.Other,
    };
}
