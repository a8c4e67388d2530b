using Rapporteur.Statements;
using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>Whether two names, as different hands write them, are of one speaker.</summary>
internal static class SpeakerNames
{
    /// <summary>Compares an article's speaker with the label of a transcript's turn ("MR. SMITH", "CLINTON").</summary>
    public static SpeakerAgreement Compare(RecordSpeaker? speaker, string? label)
    {
        if (label is null || speaker is not { Kind: SpeakerKind.Person, Anonymous: null }) return SpeakerAgreement.Unknown;
        var ours = WordSequence.Of(speaker.Name);
        var theirs = WordSequence.Of(label);
        if (ours.Count == 0 || theirs.Count == 0) return SpeakerAgreement.Unknown;
        if (ours.Forms.Contains(theirs.Forms[^1]) || theirs.Forms.Contains(ours.Forms[^1])) return SpeakerAgreement.Agrees;
        return speaker.Name.Any(char.IsUpper) ? SpeakerAgreement.Differs : SpeakerAgreement.Unknown;
    }

    /// <summary>Compares the names that two articles give a speaker.</summary>
    public static SpeakerAgreement Compare(string? first, string? second)
    {
        // Without a capital it is a description, which may be of anybody.
        if (first is null || second is null || !first.Any(char.IsUpper) || !second.Any(char.IsUpper)) return SpeakerAgreement.Unknown;
        var (ours, theirs) = (WordSequence.Of(first), WordSequence.Of(second));
        if (ours.Count == 0 || theirs.Count == 0) return SpeakerAgreement.Unknown;
        return ours.Forms.Contains(theirs.Forms[^1]) || theirs.Forms.Contains(ours.Forms[^1]) ? SpeakerAgreement.Agrees : SpeakerAgreement.Differs;
    }

    /// <summary>Whether the name or title of a transcript without labels names the speaker: "2021-04-30-marsh-speech".</summary>
    public static bool IsNamedIn(RecordSpeaker? speaker, Transcript transcript)
    {
        if (speaker is not { Kind: SpeakerKind.Person, Anonymous: null } || WordSequence.Of(speaker.Name) is not { Count: > 0 } name) return false;
        return WordSequence.Of($"{transcript.Id.Replace('_', ' ')} {transcript.Title}").Forms.Contains(name.Forms[^1]);
    }
}
