using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Records;

/// <summary>The author's voice in a record: see <see cref="Voice"/>.</summary>
/// <param name="Sentences">Whose voice each sentence is in, and what the author adds to cited ones.</param>
/// <param name="Loaded">The loaded words.</param>
/// <param name="Cues">The cues that take a side.</param>
public sealed record RecordVoice(
    ImmutableArray<RecordVoicedSentence> Sentences, ImmutableArray<RecordLoadedWord> Loaded, ImmutableArray<RecordStanceCue> Cues)
{
    internal static RecordVoice From(Voice voice, CodePoints points) => new(
        [.. voice.Sentences.Select(s => new RecordVoicedSentence(Record.Range(s.Span, points), s.Kind, s.Score, Record.Ranges(s.Evidence, points)))],
        [.. voice.Loaded.Select(l => new RecordLoadedWord(Record.Range(l.Span, points), l.Kind, l.Neutral, l.Quoted, l.Statement,
            l.AppliedTo is { } bearer ? new RecordCounterpart(bearer.Entity, WellFormed.Of(bearer.Name), Record.Ranges([bearer.Evidence], points)) : null))],
        [.. voice.Cues.Select(c => new RecordStanceCue(Record.Range(c.Span, points), c.Stance, c.Statement))]);
}

/// <summary>A sentence, or a part of one, in a record.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Kind">cited, reported or asserted.</param>
/// <param name="Score">How sure the reader is; of a cited sentence, the share of its words that somebody is cited for.</param>
/// <param name="Evidence">The words that show an assertion.</param>
public sealed record RecordVoicedSentence(
    CodePointRange Range, [property: JsonConverter(typeof(VoiceKindConverter))] VoiceKind Kind, double Score, ImmutableArray<CodePointRange> Evidence);

/// <summary>A loaded word in a record.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Kind">label, slant or deed.</param>
/// <param name="Neutral">A plainer term, or null.</param>
/// <param name="Quoted">Whether the speaker says it; else the outlet does.</param>
/// <param name="Statement">The id of the statement in whose content it stands, or null.</param>
/// <param name="AppliedTo">Whom it is applied to, or null.</param>
public sealed record RecordLoadedWord(
    CodePointRange Range, [property: JsonConverter(typeof(LoadedKindConverter))] LoadedKind Kind, string? Neutral, bool Quoted, string? Statement,
    RecordCounterpart? AppliedTo);

/// <summary>A cue that takes a side, in a record.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Stance">doubt or fact.</param>
/// <param name="Statement">The id of the statement that it introduces or stands in, or null.</param>
public sealed record RecordStanceCue(
    CodePointRange Range, [property: JsonConverter(typeof(CueStanceConverter))] CueStance Stance, string? Statement);

/// <summary>How much of the article is whose, in words: see <see cref="VoiceAccount"/>.</summary>
/// <param name="Words">Words of the body.</param>
/// <param name="Quoted">Words quoted.</param>
/// <param name="Paraphrased">Words paraphrased, with those that cite.</param>
/// <param name="Reported">Words reported in the author's voice.</param>
/// <param name="Asserted">Words asserted or judged by the author.</param>
/// <param name="Speakers">Who speaks, the most words first.</param>
/// <param name="Labels">Which labels the outlet gives to whom.</param>
public sealed record RecordAccount(
    int Words, int Quoted, int Paraphrased, int Reported, int Asserted,
    ImmutableArray<RecordSpeakerShare> Speakers, ImmutableArray<RecordLabelShare> Labels)
{
    internal static RecordAccount From(VoiceAccount account) => new(
        account.Words, account.Quoted, account.Paraphrased, account.Reported, account.Asserted,
        [.. account.Speakers.Select(s => new RecordSpeakerShare(WellFormed.Of(s.Name), s.Statements, s.Quoted, s.Paraphrased))],
        [.. account.Labels.Select(l => new RecordLabelShare(WellFormed.Of(l.Name), [.. l.Words.Select(WellFormed.Of)]))]);
}

/// <summary>How much one speaker gets to say.</summary>
/// <param name="Name">The speaker.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Quoted">Words quoted.</param>
/// <param name="Paraphrased">Words paraphrased.</param>
public sealed record RecordSpeakerShare(string Name, int Statements, int Quoted, int Paraphrased);

/// <summary>The labels that the outlet gives to one name.</summary>
/// <param name="Name">Whom.</param>
/// <param name="Words">The labels as printed.</param>
public sealed record RecordLabelShare(string Name, ImmutableArray<string> Words);

internal sealed class VoiceKindConverter() : JsonStringEnumConverter<VoiceKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class LoadedKindConverter() : JsonStringEnumConverter<LoadedKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class CueStanceConverter() : JsonStringEnumConverter<CueStance>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
