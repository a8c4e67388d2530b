using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Sourcing;

/// <summary>Describes the sources of rows: type, name, title and justification, from wherever in the article.</summary>
internal sealed class SourceDescriptions(Reading reading)
{
    private readonly Dictionary<string, string> _titles = Titles(reading);

    /// <summary>The row of a source.</summary>
    public SourcedStatement Describe(Speaker speaker, string statement) => new(
        statement, TypeOf(speaker), speaker.Name, _titles.GetValueOrDefault(speaker.Name, ""), "");

    private static SourceType TypeOf(Speaker speaker) => speaker.Kind switch
    {
        SpeakerKind.Person => speaker.Anonymous is null ? SourceType.Person : SourceType.Anonymous,
        SpeakerKind.Organization => SourceType.Organization,
        SpeakerKind.Document => SourceType.Document,
        _ => SourceType.Group,
    };

    // Role and affiliation may stand with any of a speaker's statements.
    private static Dictionary<string, string> Titles(Reading reading)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var statement in reading.Statements)
            if (statement.Speaker is { Role: { } role } speaker)
                titles.TryAdd(speaker.Name, speaker.Affiliation is { } affiliation ? $"{role.Text}, {affiliation.Text}" : role.Text);
        return titles;
    }
}
