using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Sourcing;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>
/// The table that newsroom auditors make of an article by hand: each sourced statement with who is heard, as what, and why
/// (Vincent et al., arXiv 2501.00164).
/// </summary>
/// <param name="Id">The article's id.</param>
/// <param name="Sources">The statements, in the order of the text.</param>
public sealed record SourcingTable(string? Id, ImmutableArray<SourcedStatement> Sources)
{
    /// <summary>Makes the table of a reading.</summary>
    public static SourcingTable From(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new SourcingTable(reading.Article.Id, SourcingReader.Read(reading));
    }

    /// <summary>The table as JSON: one line, the same bytes for the same table.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Compact.SourcingTable);
}

/// <summary>A sourced statement. Texts are empty where the article says nothing.</summary>
/// <param name="Statement">The full sentence, or the sentences of one source that follow each other in one paragraph.</param>
/// <param name="Type">What kind of source it is.</param>
/// <param name="Name">The source's full name; for one that is not named, the description.</param>
/// <param name="Title">Role and affiliation, from wherever in the article.</param>
/// <param name="Justification">What else the article says of the source that shows why it is heard.</param>
public sealed record SourcedStatement(string Statement, SourceType Type, string Name, string Title, string Justification);

/// <summary>The types of sources that auditors tell apart.</summary>
public enum SourceType
{
    /// <summary>A person who is named.</summary>
    Person,

    /// <summary>A body that is named.</summary>
    Organization,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A person who is not named.</summary>
    Anonymous,

    /// <summary>Several people who are not named.</summary>
    Group,
}
