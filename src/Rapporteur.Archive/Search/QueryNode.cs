using System.Collections.Immutable;

namespace Rapporteur.Archive.Search;

/// <summary>A part of a query that a statement fulfils or does not.</summary>
internal abstract record QueryNode;

/// <summary>Words that stand one after the other in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">The words, folded (<see cref="FoldedWords"/>); at least one.</param>
/// <param name="IsPrefix">Whether the last is the beginning of a word.</param>
internal sealed record PhraseNode(QueryField Field, ImmutableArray<string> Words, bool IsPrefix) : QueryNode;

/// <summary>All parts must be fulfilled.</summary>
internal sealed record AllNode(ImmutableArray<QueryNode> Parts) : QueryNode;

/// <summary>One part must be fulfilled.</summary>
internal sealed record AnyNode(ImmutableArray<QueryNode> Parts) : QueryNode;

/// <summary>The part must not be fulfilled.</summary>
internal sealed record NotNode(QueryNode Part) : QueryNode;
