using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Whose voice a stretch of an article is in.</summary>
public enum VoiceKind
{
    /// <summary>Somebody is cited for it.</summary>
    Cited,

    /// <summary>The author relates a happening or a plain fact.</summary>
    Reported,

    /// <summary>The author asserts or judges.</summary>
    Asserted,
}

/// <summary>A sentence, or what the author adds to one that cites somebody, and whose voice it is in.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">Whose voice.</param>
/// <param name="Score">How sure the reader is, from 0 to 1.</param>
/// <param name="Evidence">The words that show an assertion; empty for the other kinds.</param>
public sealed record VoicedSentence(Span Span, VoiceKind Kind, double Score, ImmutableArray<Span> Evidence);

/// <summary>What a loaded word is.</summary>
public enum LoadedKind
{
    /// <summary>It names somebody: "regime", "hardliners".</summary>
    Label,

    /// <summary>It describes: "brutal", "controversial".</summary>
    Slant,

    /// <summary>It names a deed or saying: "crackdown", "rant".</summary>
    Deed,
}

/// <summary>A word that judges while it names.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Neutral">A plainer term; null where the lists have none.</param>
/// <param name="Quoted">Whether it stands in a quotation: then the speaker says it, and else the outlet.</param>
/// <param name="Statement">The statement in whose content it stands; null where it stands in none.</param>
/// <param name="AppliedTo">Whom it is applied to; null where the grammar does not tell.</param>
public sealed record LoadedWord(Span Span, LoadedKind Kind, string? Neutral, bool Quoted, string? Statement, LabelBearer? AppliedTo);

/// <summary>Somebody a loaded word is applied to.</summary>
/// <param name="Name">The words that name it, or the entity's name.</param>
/// <param name="Entity">The id of the entity that it is; null where it is none.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record LabelBearer(string Name, string? Entity, Span Evidence);

/// <summary>Whether an outlet takes what was said for true, or keeps away from it.</summary>
public enum CueStance
{
    /// <summary>"claimed", "supposedly", "offered no evidence".</summary>
    Doubt,

    /// <summary>"admitted", "confirmed", "pointed out".</summary>
    Fact,
}

/// <summary>Words of citing that take a side.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Stance">Which side.</param>
/// <param name="Statement">The statement they introduce; null where they belong to none.</param>
public sealed record StanceCue(Span Span, CueStance Stance, string? Statement);

/// <summary>The author's own voice in an article.</summary>
/// <param name="Sentences">Every sentence of the body, and what is added to cited ones, in order.</param>
/// <param name="Loaded">The loaded words, in order.</param>
/// <param name="Cues">The cues that take a side, in order.</param>
/// <param name="Account">The same in figures.</param>
public sealed record Voice(
    ImmutableArray<VoicedSentence> Sentences, ImmutableArray<LoadedWord> Loaded, ImmutableArray<StanceCue> Cues, VoiceAccount Account);

/// <summary>How much of an article is whose, in words. The four shares add up to <paramref name="Words"/>.</summary>
/// <param name="Words">Words of the body.</param>
/// <param name="Quoted">Words between quotation marks that somebody is cited for.</param>
/// <param name="Paraphrased">Other words that somebody is cited for, with the words that cite.</param>
/// <param name="Reported">Words of happenings and facts in the author's voice.</param>
/// <param name="Asserted">Words of the author's assertions and judgements.</param>
/// <param name="Speakers">Who speaks, the most words first.</param>
/// <param name="Labels">Who is given which labels by the outlet, by name.</param>
public sealed record VoiceAccount(
    int Words, int Quoted, int Paraphrased, int Reported, int Asserted,
    ImmutableArray<SpeakerShare> Speakers, ImmutableArray<LabelShare> Labels);

/// <summary>How much one speaker gets to say.</summary>
/// <param name="Name">The speaker, as statements name it.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Quoted">How many of their words are quoted.</param>
/// <param name="Paraphrased">How many are not.</param>
public sealed record SpeakerShare(string Name, int Statements, int Quoted, int Paraphrased);

/// <summary>The labels that the outlet gives to one name.</summary>
/// <param name="Name">Whom they are applied to.</param>
/// <param name="Words">The labels as printed, in the order of the text.</param>
public sealed record LabelShare(string Name, ImmutableArray<string> Words);
