using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>What was really said: a text with the turns of its speakers. Spans are UTF-16.</summary>
/// <param name="Id">Its name, commonly the file's.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Turns">Who speaks where, in the order of the text; one turn without a speaker where it names none.</param>
public sealed record Transcript(string Id, string Text, ImmutableArray<Turn> Turns)
{
    /// <summary>What it is of, where it says so.</summary>
    public string? Title { get; init; }

    /// <summary>The day on which it was spoken, where the text or its name says so.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who speaks where a turn has no label of its own; null where that is not known.</summary>
    public string? Speaker { get; init; }

    /// <summary>What stands in the text and was not spoken: applause, crosstalk, in brackets.</summary>
    public ImmutableArray<Span> Notes { get; init; } = [];
}

/// <summary>What one speaker says until the next one does.</summary>
/// <param name="Label">Who speaks, as the transcript labels the turn ("MR. SMITH", "Q"); null where it does not.</param>
/// <param name="IsNamed">Whether the label names somebody, as "Q" and "AUDIENCE MEMBER" do not.</param>
/// <param name="Spoken">The words, without the label.</param>
public sealed record Turn(string? Label, bool IsNamed, Span Spoken);
