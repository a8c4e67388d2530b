using System.Collections.Immutable;
using Rapporteur.Ledger;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>How much of a statement's content stands in quotation marks: all of it, some, or nothing.</summary>
public enum StatementKind
{
    /// <summary>All words of the content are quoted.</summary>
    Direct,

    /// <summary>Some words of the content are quoted.</summary>
    Mixed,

    /// <summary>The content is reported in the outlet's words.</summary>
    Indirect,
}

/// <summary>One statement: which words are said to have been said, by whom, and the words that say so. Spans are UTF-16.</summary>
/// <param name="Id">Its name within the reading: <c>s1</c>, <c>s2</c>, ... in the order of the text.</param>
/// <param name="Kind">How much of it is quoted.</param>
/// <param name="Source">The words that name who said it; empty where nothing nearby does.</param>
/// <param name="Cue">The words that say it was said ("said", "according to"); empty for a quotation that stands alone.</param>
/// <param name="Content">The words that are said to have been said; never empty, several spans where interrupted.</param>
/// <param name="Speaker">Who said it; null where the text does not tell.</param>
/// <param name="Score">How sure the reader is, from 0 to 1.</param>
public sealed record Statement(
    string Id,
    StatementKind Kind,
    ImmutableArray<Span> Source,
    ImmutableArray<Span> Cue,
    ImmutableArray<Span> Content,
    Speaker? Speaker,
    double Score)
{
    /// <summary>Who passed it on to the article, the one nearest to the speaker first; empty where nobody did.</summary>
    public ImmutableArray<Relay> Relays { get; init; } = [];

    /// <summary>What it was made in; null where the article does not say.</summary>
    public Medium? Medium { get; init; }

    /// <summary>The day it was made on; null where the article does not say, or its own day is not known.</summary>
    public SaidOn? SaidOn { get; init; }

    /// <summary>Where it was made; null where the article does not say.</summary>
    public Phrase? Place { get; init; }

    /// <summary>The id of the statement whose content holds this one; null for one that stands in no other.</summary>
    public string? Within { get; init; }

    /// <summary>What it does: its speech acts, to whom, on what condition.</summary>
    public LedgerEntry Ledger { get; init; } = LedgerEntry.Empty;
}
