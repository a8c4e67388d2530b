using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Rapporteur.Ledger;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>What a statement is, as the reader or a person marks it. Ranges count code points of the article's text.</summary>
/// <param name="Source">The words that name who said it.</param>
/// <param name="Cue">The words that say it was said.</param>
/// <param name="Content">The words that are said to have been said.</param>
/// <param name="Speaker">Who said it, or null.</param>
/// <param name="Acts">What it does.</param>
public sealed record Annotation(
    ImmutableArray<CodePointRange> Source, ImmutableArray<CodePointRange> Cue, ImmutableArray<CodePointRange> Content, string? Speaker,
    ImmutableArray<SpeechAct> Acts)
{
    /// <summary>What a record says of a statement.</summary>
    public static Annotation Of(RecordStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new(
            Ordered(statement.Source), Ordered(statement.Cue), Ordered(statement.Content), statement.Speaker?.Name,
            [.. statement.Acts.Select(act => act.Kind)]);
    }

    /// <summary>From the first of its characters to the last.</summary>
    [JsonIgnore]
    public CodePointRange Extent => Ranges.Extent(Source, Cue, Content);

    /// <summary>The same in a text where its words stand further on (or back, below 0).</summary>
    public Annotation Moved(int by) =>
        by == 0 ? this : this with { Source = Moved(Source, by), Cue = Moved(Cue, by), Content = Moved(Content, by) };

    /// <summary>Whether both mark the same words, name the same speaker and the same acts, in whatever order.</summary>
    public bool Equals(Annotation? other) =>
        other is not null && Source.SequenceEqual(other.Source) && Cue.SequenceEqual(other.Cue) && Content.SequenceEqual(other.Content)
        && Speaker == other.Speaker && Acts.ToHashSet().SetEquals(other.Acts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Speaker, Content.Length, Content.FirstOrDefault());

    private static ImmutableArray<CodePointRange> Ordered(ImmutableArray<CodePointRange> ranges) => ranges.Length < 2 ? ranges : [.. ranges.OrderBy(range => range.Start)];

    private static ImmutableArray<CodePointRange> Moved(ImmutableArray<CodePointRange> ranges, int by) =>
        [.. ranges.Select(range => new CodePointRange(range.Start + by, range.End + by))];
}
