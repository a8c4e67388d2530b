using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>How a quotation agrees with what was really said.</summary>
public enum Verdict
{
    /// <summary>Word for word; letter case, punctuation and spelling ("we'll", "we will") do not count.</summary>
    Verbatim,

    /// <summary>Word for word but for what the outlet marked itself, by brackets or dots.</summary>
    Marked,

    /// <summary>The same passage, with words dropped, added or changed, or places joined, that nothing marks.</summary>
    Altered,

    /// <summary>
    /// Words of it stand in a transcript, but they do not show that it is the passage quoted: too few of them, or spoken only after the
    /// article appeared, or long before it and in other words.
    /// </summary>
    InPart,

    /// <summary>It stands in none of the transcripts.</summary>
    NotFound,
}

/// <summary>Whether the transcript gives the words to whom the article does.</summary>
public enum SpeakerAgreement
{
    /// <summary>One of the two does not say who speaks.</summary>
    Unknown,

    /// <summary>The same speaker.</summary>
    Agrees,

    /// <summary>Somebody else.</summary>
    Differs,
}

/// <summary>In what way a quotation departs from what was said.</summary>
public enum DifferenceKind
{
    /// <summary>Words that were said are missing.</summary>
    Dropped,

    /// <summary>Words stand there that were not said.</summary>
    Added,

    /// <summary>Other words stand in the place of those that were said.</summary>
    Changed,

    /// <summary>Two places that lie apart are made into one.</summary>
    Joined,

    /// <summary>Words of another speaker are among them.</summary>
    OtherSpeaker,
}

/// <summary>One departure from what was said.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Marked">Whether the outlet marked it, by brackets or dots.</param>
/// <param name="Printed">The words in the article, in code points of its text; empty at the place where words are missing.</param>
/// <param name="PrintedText">These words.</param>
/// <param name="SpokenText">The words of the transcript in their place; of what was joined, the words between, shortened; empty where there are none.</param>
public sealed record Difference(DifferenceKind Kind, bool Marked, CodePointRange Printed, string PrintedText, string SpokenText);

/// <summary>Where a quotation, or a part of it, stands in a transcript.</summary>
/// <param name="Transcript">The transcript's id.</param>
/// <param name="Date">The day it was spoken, ISO 8601; null where that is not known.</param>
/// <param name="Speaker">Who speaks there, as the transcript labels the turn; null where it does not.</param>
/// <param name="Range">The words, in code points of the transcript's text.</param>
/// <param name="Text">These words.</param>
/// <param name="CutBefore">The words of the same sentence that came before and are not quoted.</param>
/// <param name="CutAfter">The words of the same sentence that came after.</param>
public sealed record Place(string Transcript, string? Date, string? Speaker, CodePointRange Range, string Text, string CutBefore, string CutAfter);

/// <summary>A quotation held against transcripts.</summary>
/// <param name="Range">The words with their marks, in code points of the article's text.</param>
/// <param name="Text">These words.</param>
/// <param name="Statement">The id of the statement that it belongs to; null where there is none.</param>
/// <param name="Speaker">Who says it, as the article has it; null where it does not say.</param>
/// <param name="Verdict">How it agrees.</param>
/// <param name="Agreement">Whether the speaker does.</param>
/// <param name="Places">Where its words were said, in their order; empty where they were not found.</param>
/// <param name="Differences">How it departs from that, in order.</param>
public sealed record VerifiedQuotation(
    CodePointRange Range, string Text, string? Statement, string? Speaker, Verdict Verdict, SpeakerAgreement Agreement,
    ImmutableArray<Place> Places, ImmutableArray<Difference> Differences)
{
    /// <summary>Whether nothing speaks against it: word for word but for what is marked, and no other speaker's words.</summary>
    [JsonIgnore]
    public bool Holds => Verdict is Verdict.Verbatim or Verdict.Marked && Agreement != SpeakerAgreement.Differs;
}

/// <summary>The quotations of one article held against transcripts.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">When, ISO 8601.</param>
/// <param name="Quotations">Its quotations, in the order of the text; those shorter than was asked for are left out.</param>
public sealed record Verification(string? Article, string? Title, string? Outlet, string? Published, ImmutableArray<VerifiedQuotation> Quotations)
{
    /// <summary>The verification as JSON: one line, keys in a fixed order.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ComparisonJson.Compact.Verification);

    /// <summary>The verification as indented JSON, for people to read.</summary>
    public byte[] ToIndentedJson() => JsonSerializer.SerializeToUtf8Bytes(this, ComparisonJson.Indented.Verification);
}
