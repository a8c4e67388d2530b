using System.Text.Json.Serialization;

namespace Rapporteur.Archive.Reviews;

/// <summary>What one person said of one statement at one time. It is never changed; a later one may take it back.</summary>
/// <param name="Id">Its number in the archive: later ones have higher numbers.</param>
/// <param name="Key">What it is known by in every archive that it is brought to.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Version">The number of the version whose text its ranges count in.</param>
/// <param name="Thread">The number of the first review of the same statement; its own where it is the first.</param>
/// <param name="Kind">What is said.</param>
/// <param name="TakesBack">The number of the review that it takes back, or null.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Body">What exactly.</param>
public sealed record Review(
    long Id, Guid Key, long Article, int Version, long Thread, ReviewKind Kind, long? TakesBack, string Reviewer, DateTimeOffset At, ReviewBody Body);

/// <summary>What a review says, beyond what it is found by.</summary>
/// <param name="Anchor">Where its statement stands.</param>
/// <param name="Found">The statement as the reader had found it; null where it had not.</param>
/// <param name="Reader">The reader whose finding it was; null where there was none.</param>
/// <param name="Given">The statement as the reviewer marks it; null where the kind says all.</param>
/// <param name="Comment">Why, in the reviewer's words, or null.</param>
public sealed record ReviewBody(Anchor Anchor, Annotation? Found, ReaderIdentity? Reader, Annotation? Given, string? Comment)
{
    /// <summary>The statement that is spoken of, as the reviewer marks it or else as it was found; null of a review that only takes back another.</summary>
    [JsonIgnore]
    public Annotation? Subject => Given ?? Found;
}
