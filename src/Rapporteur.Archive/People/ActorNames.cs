using System.Collections.Frozen;
using Rapporteur.Entities;
using Rapporteur.Languages;

namespace Rapporteur.Archive.People;

/// <summary>The names of actors by their codes, as the actor table has them.</summary>
internal static class ActorNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() =>
        new ActorTable(LanguagePack.English).All.Select(name => name.Value.Actor)
            .GroupBy(actor => actor.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(actor => actor.Kind).ThenBy(actor => actor.Name, StringComparer.Ordinal).First().Name, StringComparer.Ordinal));

    /// <summary>The name of an actor; the code where the table does not know it.</summary>
    public static string Of(string code) => Names.Value.GetValueOrDefault(code, code);

    /// <summary>The name that a voice is shown under.</summary>
    public static string Of(VoiceKey voice, string name) => voice.Kind == VoiceKind.Actor ? Of(voice.Key) : name;
}
