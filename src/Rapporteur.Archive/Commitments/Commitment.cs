using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Commitments;

/// <summary>A statement that binds, asks or denies, with all the articles that print it.</summary>
/// <param name="Statement">The statement, as the first article prints it.</param>
/// <param name="Article">That article.</param>
/// <param name="Condition">What must happen first, in the article's words; or null.</param>
/// <param name="Deadlines">By when, in the article's words.</param>
/// <param name="Evidence">The content, condition and deadlines in the record's text, in code points.</param>
/// <param name="AlsoPrinted">The same words of the same days in other articles.</param>
/// <param name="Links">What the same speaker said before that it restates or contradicts: leads to look at, not verdicts.</param>
public sealed record Commitment(
    StoredStatement Statement, StoredArticle Article, PhraseEvidence? Condition, ImmutableArray<PhraseEvidence> Deadlines,
    ImmutableArray<CodePointRange> Evidence, ImmutableArray<StatementName> AlsoPrinted, ImmutableArray<CommitmentLink> Links);

/// <summary>Words of a record's text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Evidence">Where they stand, in code points.</param>
public sealed record PhraseEvidence(string Text, ImmutableArray<CodePointRange> Evidence);

/// <summary>How a commitment stands to an earlier one of the same speaker.</summary>
public enum CommitmentRelation
{
    /// <summary>It says the same again.</summary>
    Restates,

    /// <summary>It says the same of opposite polarity.</summary>
    Contradicts,
}

/// <summary>That a commitment may restate or contradict an earlier one.</summary>
/// <param name="Relation">Which of these.</param>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Overlap">How much of their words they share, 0 to 1.</param>
/// <param name="Shared">The words of the later one that both have, in UTF-16 units of its content.</param>
/// <param name="Negations">The words of the later one that deny, in UTF-16 units of its content.</param>
public sealed record CommitmentLink(
    CommitmentRelation Relation, StatementName Earlier, double Overlap, ImmutableArray<Span> Shared, ImmutableArray<Span> Negations);
