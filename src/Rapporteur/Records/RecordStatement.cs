using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Statements;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Records;

/// <summary>A statement in a record: see <see cref="Statement"/>.</summary>
/// <param name="Id">Its name within the record.</param>
/// <param name="Kind">direct, mixed or indirect.</param>
/// <param name="Source">The words that name who said it.</param>
/// <param name="Cue">The words that say it was said.</param>
/// <param name="Content">The words that are said to have been said.</param>
/// <param name="Speaker">Who said it, or null.</param>
/// <param name="Score">How sure the reader is, from 0 to 1.</param>
/// <param name="Relays">Who passed it on, the one nearest to the speaker first.</param>
/// <param name="Medium">What it was made in, or null.</param>
/// <param name="SaidOn">The day it was made on, or null.</param>
/// <param name="Place">Where it was made, or null.</param>
/// <param name="Within">The id of the statement whose content holds it, or null.</param>
/// <param name="Acts">What it does, the surest first.</param>
/// <param name="Qualifiers">What takes force from it.</param>
/// <param name="Addressee">Whom it is said to or who is to act, or null.</param>
/// <param name="Target">Whom or what it is about, or null.</param>
/// <param name="Condition">What must happen first, or null.</param>
/// <param name="Consequence">What then follows, or null.</param>
/// <param name="Deadlines">By when it is to be done.</param>
/// <param name="Alterations">What the outlet did inside its quotations.</param>
/// <param name="AsPrinted">Its content as printed, where the outlet altered something; else null.</param>
/// <param name="AsSpoken">The same without the alterations, or null.</param>
public sealed record RecordStatement(
    string Id, StatementKind Kind, ImmutableArray<CodePointRange> Source, ImmutableArray<CodePointRange> Cue,
    ImmutableArray<CodePointRange> Content, RecordSpeaker? Speaker, double Score, ImmutableArray<RecordRelay> Relays,
    RecordMedium? Medium, RecordDay? SaidOn, RecordPhrase? Place, string? Within,
    ImmutableArray<RecordAct> Acts, ImmutableArray<RecordQualifier> Qualifiers, RecordCounterpart? Addressee, RecordCounterpart? Target,
    RecordClause? Condition, RecordClause? Consequence, ImmutableArray<CodePointRange> Deadlines,
    ImmutableArray<RecordAlteration> Alterations, string? AsPrinted, string? AsSpoken)
{
    internal static RecordStatement From(Statement statement, StatementWording? wording, CodePoints points) => new(
        statement.Id, statement.Kind, Record.Ranges(statement.Source, points), Record.Ranges(statement.Cue, points),
        Record.Ranges(statement.Content, points),
        statement.Speaker is { } speaker ? RecordSpeaker.From(speaker, points) : null, statement.Score,
        [.. statement.Relays.Select(relay => new RecordRelay(relay.Entity, WellFormed.Of(relay.Name), Record.Ranges(relay.Evidence, points)))],
        statement.Medium is { } medium ? new RecordMedium(medium.Name, Record.Ranges(medium.Evidence, points)) : null,
        statement.SaidOn is { } day ? RecordDay.From(day, points) : null,
        RecordPhrase.From(statement.Place, points), statement.Within,
        [.. statement.Ledger.Acts.Select(act => RecordAct.From(act, points))],
        [.. statement.Ledger.Qualifiers.Select(q => new RecordQualifier(q.Kind, Record.Ranges([q.Evidence], points)))],
        RecordCounterpart.From(statement.Ledger.Addressee, points), RecordCounterpart.From(statement.Ledger.Target, points),
        RecordClause.From(statement.Ledger.Condition, points), RecordClause.From(statement.Ledger.Consequence, points),
        Record.Ranges(statement.Ledger.Deadlines, points),
        wording is null ? [] : [.. wording.Alterations.Select(a => RecordAlteration.From(a, points))],
        WellFormed.OrNull(wording?.AsPrinted), WellFormed.OrNull(wording?.AsSpoken));
}

/// <summary>A speaker in a record: see <see cref="Statements.Speaker"/>.</summary>
/// <param name="Entity">The id of the entity that it is, or null.</param>
/// <param name="Name">The fullest name or description that the article gives.</param>
/// <param name="Kind">person, organization, document or group.</param>
/// <param name="Role">What the speaker is, or null.</param>
/// <param name="Affiliation">The body that the role belongs to, or null.</param>
/// <param name="Anonymous">Not null where the speaker is described and not named.</param>
/// <param name="Evidence">Where the name, and the words that lead to it, stand.</param>
public sealed record RecordSpeaker(
    string? Entity, string Name, SpeakerKind Kind, RecordPhrase? Role, RecordPhrase? Affiliation, RecordAnonymity? Anonymous,
    ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordSpeaker From(Speaker speaker, CodePoints points) => new(
        speaker.Entity, WellFormed.Of(speaker.Name), speaker.Kind, RecordPhrase.From(speaker.Role, points),
        RecordPhrase.From(speaker.Affiliation, points),
        speaker.Anonymous is { } anonymous ? new RecordAnonymity(RecordPhrase.From(anonymous.Reason, points)) : null,
        Record.Ranges(speaker.Evidence, points));
}

/// <summary>That a speaker is not named.</summary>
/// <param name="Reason">Why, or on what terms, where the article says so.</param>
public sealed record RecordAnonymity(RecordPhrase? Reason);

/// <summary>One who passed a statement on.</summary>
/// <param name="Entity">The id of the entity that it is, or null.</param>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record RecordRelay(string? Entity, string Name, ImmutableArray<CodePointRange> Evidence);

/// <summary>What a statement was made in.</summary>
/// <param name="Name">statement, interview, press conference, post, letter, report, ...</param>
/// <param name="Evidence">The words that say so.</param>
public sealed record RecordMedium(string Name, ImmutableArray<CodePointRange> Evidence);

/// <summary>The day a statement was made on.</summary>
/// <param name="Date">The day, ISO 8601.</param>
/// <param name="Evidence">The words that say so.</param>
public sealed record RecordDay(string Date, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordDay From(SaidOn day, CodePoints points) =>
        new(day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Record.Ranges(day.Evidence, points));
}

/// <summary>Words of the article, with where they stand.</summary>
/// <param name="Text">The words.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record RecordPhrase(string Text, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordPhrase? From(Phrase? phrase, CodePoints points) =>
        phrase is null ? null : new RecordPhrase(WellFormed.Of(phrase.Text), Record.Ranges([phrase.Evidence], points));
}
