using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>One thing that a statement does. Spans are UTF-16.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Score">How sure the reader is, from 0 to 1.</param>
/// <param name="Evidence">The words of cue and content that show it.</param>
public sealed record Act(SpeechAct Kind, double Score, ImmutableArray<Span> Evidence);

/// <summary>What takes force from a statement.</summary>
public enum QualifierKind
{
    /// <summary>Softened: "may", "perhaps", "hinted".</summary>
    Hedged,

    /// <summary>The act itself is said not to be done: "did not ask", "stopped short of promising".</summary>
    Negated,

    /// <summary>It holds only if something else does.</summary>
    Conditional,

    /// <summary>It speaks of what is not so: "had we known", "if he were president".</summary>
    Hypothetical,
}

/// <summary>A qualifier of a statement with the words that show it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record Qualifier(QualifierKind Kind, Span Evidence);

/// <summary>Somebody a statement is addressed to or aimed at.</summary>
/// <param name="Name">The words that name it.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record Counterpart(string Name, Span Evidence)
{
    /// <summary>The id of the entity of the article that it is; null where it is none.</summary>
    public string? Entity { get; init; }
}

/// <summary>A condition or what follows from it: the words, and who must do it.</summary>
/// <param name="Evidence">The words of the clause; more than one span where the cue stands inside.</param>
/// <param name="By">The words that name who does or suffers it; null where none do.</param>
public sealed record Clause(ImmutableArray<Span> Evidence, Span? By);

/// <summary>What a statement does: the line of the ledger that it makes. What is not known is empty or null.</summary>
/// <param name="Acts">What it does, the surest first; empty where the words do not tell.</param>
/// <param name="Qualifiers">What takes force from it.</param>
/// <param name="Addressee">Whom it is said to, or who is to act.</param>
/// <param name="Target">Whom or what it is about: the accused, the praised, the offer turned down.</param>
/// <param name="Condition">What must happen first.</param>
/// <param name="Consequence">What then follows.</param>
/// <param name="Deadlines">By when it is to be done.</param>
public sealed record LedgerEntry(
    ImmutableArray<Act> Acts, ImmutableArray<Qualifier> Qualifiers, Counterpart? Addressee, Counterpart? Target,
    Clause? Condition, Clause? Consequence, ImmutableArray<Span> Deadlines)
{
    /// <summary>A statement of which nothing is known.</summary>
    public static LedgerEntry Empty { get; } = new([], [], null, null, null, null, []);
}
