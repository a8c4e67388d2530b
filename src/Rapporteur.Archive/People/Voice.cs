using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.People;

/// <summary>What a voice is.</summary>
public enum VoiceKind
{
    /// <summary>Somebody who is named as having said something. Names that differ in case and accents alone are one.</summary>
    Speaker,

    /// <summary>A country or organisation that speakers are or speak for, by its code.</summary>
    Actor,

    /// <summary>Who published what was said.</summary>
    Outlet,
}

/// <summary>Somebody who is heard in the archive, and how much; of the newest versions of all articles.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">What tells it from others of its kind: a speaker's folded name, an actor's code, an outlet's name.</param>
/// <param name="Name">Its name, as most statements give it; of an actor that the tables know the name there.</param>
/// <param name="Role">What most statements say a speaker is; null where none says.</param>
/// <param name="Actor">The code of the actor that a speaker most often is or speaks for; null where none is known.</param>
/// <param name="Statements">How many statements it makes; of an outlet, publishes.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="First">The day of its first statement; null where no day is known, and for outlets.</param>
/// <param name="Last">The day of its last.</param>
public sealed record Voice(
    VoiceKind Kind, string Key, string Name, string? Role, string? Actor, int Statements, int Articles, DateOnly? First, DateOnly? Last);

/// <summary>What comes first in a list of voices.</summary>
public enum VoiceOrder
{
    /// <summary>Who makes most statements.</summary>
    Statements,

    /// <summary>Who spoke last.</summary>
    Last,

    /// <summary>By name.</summary>
    Name,
}

/// <summary>A page of a list of voices.</summary>
/// <param name="Voices">The voices.</param>
/// <param name="Next">What the next page is asked for with; null where this is the last.</param>
public sealed record VoicePage(ImmutableArray<Voice> Voices, string? Next);

/// <summary>A value and how many statements have it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Statements">How many statements.</param>
public sealed record Tally(string Value, int Statements);

/// <summary>How the statements of a voice spread, each list by number, the greatest first.</summary>
/// <param name="Names">How the name is written.</param>
/// <param name="Roles">What articles say a speaker is.</param>
/// <param name="Actors">The codes of the actors that a speaker is or speaks for.</param>
/// <param name="Outlets">Who published them.</param>
/// <param name="Acts">What they do, as records name acts.</param>
/// <param name="Speakers">Who speaks for an actor.</param>
public sealed record VoiceProfile(
    ImmutableArray<Tally> Names, ImmutableArray<Tally> Roles, ImmutableArray<Tally> Actors, ImmutableArray<Tally> Outlets, ImmutableArray<Tally> Acts,
    ImmutableArray<Tally> Speakers);

/// <summary>How many statements were made on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Statements">How many.</param>
public readonly record struct DayCount(DateOnly Day, int Statements);

/// <summary>A page of the statements of a voice, the latest first.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="Next">What the next page is asked for with; null where this is the last.</param>
public sealed record VoiceStatements(ImmutableArray<StoredStatement> Statements, string? Next);
