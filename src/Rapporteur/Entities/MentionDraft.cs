using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>How a noun phrase shows whether it speaks of something known.</summary>
internal enum Definiteness : byte
{
    Bare,
    Definite,
    Demonstrative,
    Indefinite,
    Possessed,
    Named,
}

/// <summary>A mention while coreference is being read, with what its words tell.</summary>
internal sealed class MentionDraft
{
    public required TokenRange Tokens { get; init; }

    public required int Head { get; init; }

    public required MentionKind Kind { get; init; }

    public PronounClass Pronoun { get; init; }

    public bool IsReflexive { get; init; }

    public NounClass Noun { get; init; }

    public Gender? Gender { get; init; }

    public bool IsPlural { get; init; }

    public Definiteness Definiteness { get; init; }

    /// <summary>Hash of the head's lemma.</summary>
    public uint Lemma { get; init; }

    /// <summary>The title before a name ("Foreign Ministry spokesman"); empty for none.</summary>
    public TokenRange Title { get; init; }

    /// <summary>Hash of the lemma of the title's last word; 0 for none.</summary>
    public uint TitleLemma { get; init; }

    public Relation Relation { get; init; }

    /// <summary>The token that the head hangs on; negative for none.</summary>
    public int Governor { get; init; }

    /// <summary>The verb of saying whose content it is the subject of; negative for none.</summary>
    public int Reports { get; init; } = -1;

    /// <summary>Hash of the lemma of what it hangs on.</summary>
    public uint GovernorLemma { get; init; }

    public int Sentence { get; init; }

    public int Paragraph { get; init; }

    /// <summary>The number of the quotation around it; -1 outside.</summary>
    public int Quotation { get; init; }

    /// <summary>The entity that it is known to be of before coreference is read: of a name, its name's.</summary>
    public EntityDraft? Known { get; set; }

    /// <summary>The mention that it stands beside as another word for the same: an apposition, a title, a predicate.</summary>
    public MentionDraft? Beside { get; set; }

    /// <summary>The entity that it was found to refer to.</summary>
    public EntityDraft? Entity { get; set; }
}
