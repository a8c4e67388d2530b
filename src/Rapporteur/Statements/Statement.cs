using System.Collections.Immutable;
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
    double Score);

/// <summary>Who made a statement, as the article names them.</summary>
/// <param name="Name">The fullest name the article gives, or the description where it gives no name.</param>
/// <param name="Evidence">Where that name, and the words that lead to it, stand.</param>
public sealed record Speaker(string Name, ImmutableArray<Span> Evidence);
