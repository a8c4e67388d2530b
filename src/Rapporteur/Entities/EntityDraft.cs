using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>An entity while it is being put together.</summary>
internal sealed class EntityDraft(EntityType type, TokenRange name)
{
    // What a long chain was called early on tells little of what it will be called next.
    private const int MostLemmas = 8;

    private readonly uint[] _lemmas = new uint[MostLemmas];
    private int _lemmaCount;

    public EntityType Type { get; set; } = type;

    /// <summary>The tokens of its fullest name; empty where it has none.</summary>
    public TokenRange Name { get; set; } = name;

    public Gender? Gender { get; set; }

    public bool IsPlural { get; set; }

    public Actor? Actor { get; set; }

    public List<Mention> Mentions { get; } = [];

    public Affiliation? Affiliation { get; set; }

    public List<Role> Roles { get; } = [];

    /// <summary>Set where all mentions went to another entity.</summary>
    public EntityDraft? MergedInto { get; set; }

    /// <summary>The last mention so far, while coreference is being read.</summary>
    public MentionDraft? Last { get; private set; }

    /// <summary>How many mentions it has so far.</summary>
    public int Size { get; private set; }

    /// <summary>The sentence of its first mention.</summary>
    public int FirstSentence { get; private set; }

    public bool IsNamed => Name.Count > 0;

    /// <summary>Whether it was already called by a noun.</summary>
    public bool WasCalled(uint lemma) => _lemmas.AsSpan(0, _lemmaCount).Contains(lemma);

    /// <summary>Takes in a mention: what it tells of gender and number holds for the entity where nothing told so before.</summary>
    public void Add(MentionDraft mention)
    {
        if (Size++ == 0) FirstSentence = mention.Sentence;
        Last = mention;
        mention.Entity = this;
        Gender ??= mention.Gender;
        if (mention.Kind == MentionKind.Description || Size == 1) IsPlural |= mention.IsPlural;
        if (mention.Kind != MentionKind.Pronoun) Call(mention.Lemma);
    }

    /// <summary>Remembers a noun that it is called by.</summary>
    public void Call(uint lemma)
    {
        if (!WasCalled(lemma) && _lemmaCount < MostLemmas) _lemmas[_lemmaCount++] = lemma;
    }
}
