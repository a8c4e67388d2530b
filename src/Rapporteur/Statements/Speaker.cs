using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>What kind of source a speaker is.</summary>
public enum SpeakerKind
{
    /// <summary>One human being.</summary>
    Person,

    /// <summary>A body: a ministry, a company, a court, a newspaper.</summary>
    Organization,

    /// <summary>A text that speaks: a report, a statement, a law.</summary>
    Document,

    /// <summary>Several people who are not named: officials, critics, residents.</summary>
    Group,
}

/// <summary>Who made a statement, as the article names them.</summary>
/// <param name="Name">The fullest name the article gives, or the description where it gives no name.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Evidence">Where that name, and the words that lead to it, stand; the fullest name first.</param>
public sealed record Speaker(string Name, SpeakerKind Kind, ImmutableArray<Span> Evidence)
{
    /// <summary>What the speaker is, in the article's words: "foreign minister", "a retired nurse".</summary>
    public Phrase? Role { get; init; }

    /// <summary>The body that the role belongs to, in the article's words.</summary>
    public Phrase? Affiliation { get; init; }

    /// <summary>Not null where the speaker is described and not named.</summary>
    public Anonymity? Anonymous { get; init; }

    /// <summary>The entity of the reading that this is; null where there is none.</summary>
    public string? Entity { get; init; }
}

/// <summary>Words of the article with the place where they stand, in UTF-16 units.</summary>
public sealed record Phrase(string Text, Span Evidence);

/// <summary>That a speaker is not named, and why, where the article tells.</summary>
/// <param name="Reason">The words that say on what terms or for what reason no name is given.</param>
public sealed record Anonymity(Phrase? Reason);

/// <summary>Someone who passed a statement on: an agency, a paper, a broadcaster.</summary>
/// <param name="Name">The name as the article gives it.</param>
/// <param name="Evidence">Where it stands, in UTF-16 units.</param>
public sealed record Relay(string Name, ImmutableArray<Span> Evidence)
{
    /// <summary>The entity of the reading that this is; null where there is none.</summary>
    public string? Entity { get; init; }
}

/// <summary>What a statement was made in.</summary>
/// <param name="Name">One of the language pack's names of media: "statement", "interview", "press conference", "post", ...</param>
/// <param name="Evidence">The words that say so.</param>
public sealed record Medium(string Name, ImmutableArray<Span> Evidence);

/// <summary>The day on which a statement was made.</summary>
/// <param name="Date">The day.</param>
/// <param name="Evidence">The words that say so.</param>
public sealed record SaidOn(DateOnly Date, ImmutableArray<Span> Evidence);
