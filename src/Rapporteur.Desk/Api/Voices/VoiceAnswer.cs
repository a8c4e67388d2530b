using System.Collections.Immutable;
using Rapporteur.Archive.People;

namespace Rapporteur.Desk.Api.Voices;

/// <summary>Somebody who is heard in the archive, and how much.</summary>
/// <param name="Key">What tells it from others: a speaker's folded name, an actor's code.</param>
/// <param name="Name">Its name, as most statements give it.</param>
/// <param name="Role">What most statements say a speaker is; null where none says.</param>
/// <param name="Actor">The code of the actor that a speaker most often is or speaks for; null where none is known.</param>
/// <param name="Statements">How many statements it makes.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="First">The day of its first statement; null where no day is known.</param>
/// <param name="Last">The day of its last.</param>
internal sealed record HeardVoice(string Key, string Name, string? Role, string? Actor, int Statements, int Articles, DateOnly? First, DateOnly? Last)
{
    public static HeardVoice Of(Voice voice) =>
        new(voice.Key, voice.Name, voice.Role, voice.Actor, voice.Statements, voice.Articles, voice.First, voice.Last);
}

/// <summary>Somebody who is heard, and how.</summary>
/// <param name="Voice">Who it is.</param>
/// <param name="Profile">How the statements spread.</param>
/// <param name="Days">On which days how many were made, the first first.</param>
internal sealed record VoiceAnswer(HeardVoice Voice, VoiceProfile Profile, ImmutableArray<DayCount> Days);
