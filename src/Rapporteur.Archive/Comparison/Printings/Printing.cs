using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Statements;

namespace Rapporteur.Archive.Comparison;

/// <summary>Words of somebody as one article prints them.</summary>
/// <param name="Article">The article's id: of a file its name, in an archive its number.</param>
/// <param name="Statement">The statement: <c>17#s3</c> is the third of article 17.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Its address.</param>
/// <param name="Published">When, ISO 8601.</param>
/// <param name="SaidOn">The day it was said on, as the article has it, ISO 8601; null where it does not say.</param>
/// <param name="Speaker">To whom the article gives the words; null where it does not say.</param>
/// <param name="Kind">direct or mixed.</param>
/// <param name="Words">The quoted words as printed, dots between what stands in quotation marks apart from each other.</param>
public sealed record Printing(
    string Article, string Statement, string? Title, string? Outlet, string? Url, string? Published, string? SaidOn, string? Speaker, StatementKind Kind, string Words);

/// <summary>How another article's words are those of a statement.</summary>
public enum VariantKind
{
    /// <summary>All the words and no others; letter case, punctuation and spelling do not count.</summary>
    Exact,

    /// <summary>The same words, of which one or the other prints fewer at the beginning or the end.</summary>
    Cut,

    /// <summary>The same words but for what one of the two marked, by brackets or dots.</summary>
    Altered,

    /// <summary>The same words with some of them dropped, added or changed without a mark.</summary>
    Changed,

    /// <summary>Likely the same thing said, in words that differ in much: a lead, not a finding.</summary>
    Paraphrase,
}

/// <summary>What became of words between two printings.</summary>
public enum WordingKind
{
    /// <summary>The same words in both.</summary>
    Same,

    /// <summary>Other words in their place.</summary>
    Changed,

    /// <summary>Words that only the other printing has.</summary>
    Added,

    /// <summary>Words that the other printing lacks.</summary>
    Dropped,

    /// <summary>Words before its first or after its last that the other printing leaves out.</summary>
    Cut,
}

/// <summary>Words of two printings that stand for each other.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Marked">Whether brackets or dots say so.</param>
/// <param name="Original">The words of the printing compared with; empty where it has none.</param>
/// <param name="Printed">The words of the other printing.</param>
public sealed record WordingStep(WordingKind Kind, bool Marked, string Original, string Printed);

/// <summary>Another printing of a statement's words.</summary>
/// <param name="Printing">Where, by whom, when.</param>
/// <param name="Kind">How its words are the same.</param>
/// <param name="Agreement">Whether it gives them to the same speaker.</param>
/// <param name="Steps">Both laid side by side, in order.</param>
public sealed record Variant(Printing Printing, VariantKind Kind, SpeakerAgreement Agreement, ImmutableArray<WordingStep> Steps);

/// <summary>A statement with its other printings.</summary>
/// <param name="Original">The printing that the others are compared with.</param>
/// <param name="Variants">The others, by the day of publication.</param>
public sealed record StatementComparison(Printing Original, ImmutableArray<Variant> Variants)
{
    /// <summary>The comparison as JSON: one line, keys in a fixed order.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ComparisonJson.Compact.StatementComparison);

    /// <summary>The comparison as indented JSON, for people to read.</summary>
    public byte[] ToIndentedJson() => JsonSerializer.SerializeToUtf8Bytes(this, ComparisonJson.Indented.StatementComparison);
}
