using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.People;

/// <summary>What tells voices apart.</summary>
/// <param name="Kind">What kind of voice.</param>
/// <param name="Key">Its key among these.</param>
internal readonly record struct VoiceKey(VoiceKind Kind, string Key) : IComparable<VoiceKey>
{
    // Indexes do not take texts of any length; what goes on alike so far is one.
    private const int Longest = 200;

    /// <summary>The key of a speaker; null where the name has no word.</summary>
    public static VoiceKey? Speaker(string name) => Cut(string.Join(' ', FoldedWords.Of(name))) is { Length: > 0 } key ? new VoiceKey(VoiceKind.Speaker, key) : null;

    /// <summary>The key of an actor, by its code.</summary>
    public static VoiceKey Actor(string code) => new(VoiceKind.Actor, Cut(code));

    /// <summary>The key of an outlet, by its name.</summary>
    public static VoiceKey Outlet(string name) => new(VoiceKind.Outlet, Cut(name));

    /// <summary>Whether a speaker is named, and not only described: whoever is "an official" is nobody in particular.</summary>
    public static bool IsNamed(RecordSpeaker? speaker) => speaker is { Anonymous: null } && IsName(speaker.Name);

    /// <summary>As above, as far as the name alone shows.</summary>
    public static bool IsName(string? name) => name is not null && SpeakerNames.IsName(name) && Speaker(name) is not null;

    /// <summary>A text no longer than the tables take, as they keep it.</summary>
    public static string Cut(string text)
    {
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        return (string)StorableValue.Of((object)text)!;
    }

    /// <inheritdoc/>
    public int CompareTo(VoiceKey other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Key, other.Key);
}
