using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>What sort of thing an entity is.</summary>
public enum EntityType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation: a government, ministry, party, company, outlet, alliance, or a place that acts for one.</summary>
    Organization,

    /// <summary>A place: a country, city, region, building.</summary>
    Place,

    /// <summary>Several people together: officials, critics, residents.</summary>
    Group,

    /// <summary>Something written or recorded: a statement, letter, law, report.</summary>
    Document,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>The gender that a text shows of a person, by pronouns, titles, nouns or a first name.</summary>
public enum Gender
{
    /// <summary>She.</summary>
    Female,

    /// <summary>He.</summary>
    Male,
}

/// <summary>How a mention refers.</summary>
public enum MentionKind
{
    /// <summary>By name: "Jane Roe", "Roe", "the United Nations".</summary>
    Name,

    /// <summary>By a pronoun or possessive: "she", "its", "who".</summary>
    Pronoun,

    /// <summary>By a description: "the ministry", "the Kremlin spokesman".</summary>
    Description,
}

/// <summary>A stretch of text that refers to an entity.</summary>
/// <param name="Tokens">Its tokens: of a name the name alone, without title and article; of a description the noun phrase.</param>
/// <param name="Span">The same as a span of the text, UTF-16 units.</param>
/// <param name="Head">The number of the token that it hangs on.</param>
/// <param name="Kind">How it refers.</param>
public sealed record Mention(TokenRange Tokens, Span Span, int Head, MentionKind Kind);

/// <summary>An organisation or country that someone belongs to.</summary>
/// <param name="Name">As the article writes it.</param>
/// <param name="Actor">The actor, where the table knows it.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record Affiliation(string Name, Actor? Actor, ImmutableArray<Span> Evidence);

/// <summary>What someone is: an office, a profession, a relation.</summary>
/// <param name="Title">As the article writes it, without article: "Foreign Ministry spokesman", "mayor of Springfield".</param>
/// <param name="Affiliation">Whose; null where the article does not tell.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record Role(string Title, Affiliation? Affiliation, ImmutableArray<Span> Evidence);

/// <summary>Someone or something that an article speaks of, with all places where it does.</summary>
/// <param name="Id">Its name within the reading: <c>e1</c>, <c>e2</c>, ... by the first mention.</param>
/// <param name="Name">The fullest name that the article gives; where it gives none, the fullest description.</param>
/// <param name="Type">What sort of thing it is.</param>
/// <param name="Gender">Of a person, the gender that the text shows; null where it shows none.</param>
/// <param name="Roles">What the article says it is, in the order of the text.</param>
/// <param name="Affiliation">The organisation or country that it belongs to, by the first role that names one.</param>
/// <param name="Actor">The actor that it is or stands for; null where the table knows none.</param>
/// <param name="Mentions">Where it is mentioned, in the order of the text; never empty.</param>
public sealed record Entity(
    string Id, string Name, EntityType Type, Gender? Gender, ImmutableArray<Role> Roles, Affiliation? Affiliation,
    Actor? Actor, ImmutableArray<Mention> Mentions)
{
    /// <summary>Whether the article gives it a name.</summary>
    public bool IsNamed => Mentions.Any(m => m.Kind == MentionKind.Name);
}
