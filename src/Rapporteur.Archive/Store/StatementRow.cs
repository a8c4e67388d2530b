using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Archive.People;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>A statement as the store keeps it, and the words that it is found by beyond those.</summary>
/// <param name="Number">3 for s3.</param>
/// <param name="Day">The day it was made on, else of publication, in days since 0001-01-01; or null.</param>
/// <param name="Statement">The statement in its record.</param>
/// <param name="Content">Its words.</param>
/// <param name="Role">What the speaker is and of what body.</param>
/// <param name="Actor">The actor that the speaker is or speaks for, or null.</param>
/// <param name="ActorNames">The words that this actor is found by.</param>
/// <param name="AddresseeNames">The words that the addressee is found by.</param>
/// <param name="Acts">The kinds of its acts.</param>
/// <param name="Relay">Who passed it on, or null.</param>
internal sealed record StatementRow(
    int Number, int? Day, RecordStatement Statement, string Content, string? Role, string? Actor, string? ActorNames, string? AddresseeNames,
    string Acts, string? Relay)
{
    /// <summary>What its quoted words are found by in other articles (<see cref="Comparison.Fingerprints"/>); empty where it has none.</summary>
    public ImmutableArray<uint> Fingerprints { get; init; } = [];

    /// <summary>The speaker, where named and not only described; else null.</summary>
    public string? Named => Voice is null ? null : Statement.Speaker!.Name;

    /// <summary>What tells the speaker from others, where named; else null.</summary>
    public VoiceKey? Voice { get; } = VoiceKey.IsNamed(Statement.Speaker) ? VoiceKey.Speaker(Statement.Speaker!.Name) : null;

    /// <summary>Whether the outlet altered something inside its quotations.</summary>
    public bool Altered => Statement.Alterations.Any(alteration => alteration.Kind != Wording.AlterationKind.Own);

    /// <summary>The rows of a record's statements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A range lies outside the text.</exception>
    /// <exception cref="FormatException">A statement's id is not one.</exception>
    public static ImmutableArray<StatementRow> Of(Record record)
    {
        var text = new RecordText(record.Document.Text);
        var published = PublicationDate.TryParse(record.Document.Published, out var date) ? date.Day : (DateOnly?)null;
        var entities = new Dictionary<string, RecordEntity>(StringComparer.Ordinal);
        foreach (var entity in record.Entities) entities.TryAdd(entity.Id, entity);
        var fingerprints = Comparison.Fingerprints.Of(record);
        return [.. record.Statements.Select(Row)];

        StatementRow Row(RecordStatement s)
        {
            var actors = ActorsOf(s.Speaker?.Entity);
            return new StatementRow(
                StatementName.NumberOf(s.Id), (SaidOn(s) ?? published)?.DayNumber, s, text[s.Content],
                Joined(", ", [s.Speaker?.Role?.Text, s.Speaker?.Affiliation?.Text]),
                actors.FirstOrDefault()?.Code, Joined(" ", actors.SelectMany(Names)),
                Joined(" ", [s.Addressee?.Name, EntityOf(s.Addressee?.Entity)?.Name, .. ActorsOf(s.Addressee?.Entity).SelectMany(Names)]),
                string.Join(' ', s.Acts.Select(act => JsonNamingPolicy.CamelCase.ConvertName(act.Kind.ToString()))),
                Joined("; ", s.Relays.Select(relay => relay.Name)))
            {
                Fingerprints = fingerprints.TryGetValue(s.Id, out var found) ? [.. found] : [],
            };
        }

        RecordEntity? EntityOf(string? id) => id is null ? null : entities.GetValueOrDefault(id);

        List<RecordActor> ActorsOf(string? id) =>
            EntityOf(id) is { } entity ? [.. new[] { entity.Actor, entity.Affiliation?.Actor }.OfType<RecordActor>().Distinct()] : [];
    }

    private static IEnumerable<string> Names(RecordActor actor) => [actor.Code, actor.Name];

    private static DateOnly? SaidOn(RecordStatement statement) =>
        DateOnly.TryParseExact(statement.SaidOn?.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Joined(string separator, IEnumerable<string?> parts)
    {
        var joined = string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
        return joined.Length > 0 ? joined : null;
    }
}
