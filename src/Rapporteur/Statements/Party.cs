using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>One who speaks in an article, as known so far.</summary>
internal sealed class Party
{
    public required string Name { get; init; }

    public required SpeakerKind Kind { get; init; }

    /// <summary>Where the fullest name or the description stands.</summary>
    public required TokenRange Named { get; init; }

    /// <summary>The noun that it is described with ("diplomat", "report"); null for one that is only named.</summary>
    public string? Noun { get; init; }

    /// <summary>The entity that it is, where it is one with a name.</summary>
    public Entity? Entity { get; init; }

    public Phrase? Role { get; set; }

    public Phrase? Affiliation { get; set; }

    /// <summary>Not null for one who is described and not named.</summary>
    public Anonymity? Anonymous { get; set; }

    /// <summary>The medium that this one last spoke in, where the article says so: "it" and "the document" are then this one.</summary>
    public Medium? Medium { get; set; }

    /// <summary>The last token at which it was heard of.</summary>
    public int LastAt { get; set; }

    public Speaker ToSpeaker(Words words, IEnumerable<Span> evidence) =>
        new(Name, Kind, [.. evidence.Prepend(words.Where(Named)).Distinct()])
        {
            Entity = Entity?.Id,
            Role = Role,
            Affiliation = Affiliation,
            Anonymous = Anonymous,
        };
}
