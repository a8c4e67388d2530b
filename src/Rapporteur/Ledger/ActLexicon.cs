using Rapporteur.Languages;
using Rapporteur.Syntax;

namespace Rapporteur.Ledger;

/// <summary>What a word inside a content tells of the act; the pack's list of contents says what each class means.</summary>
[Flags]
internal enum ContentWords
{
    None = 0,
    Help = 1,
    Harm = 1 << 1,
    Plan = 1 << 2,
    Bad = 1 << 3,
    Blame = 1 << 4,
    Fine = 1 << 5,
    Sorry = 1 << 6,
    Refuse = 1 << 7,
    Accept = 1 << 8,
    Untrue = 1 << 9,
    Need = 1 << 10,
    Hedge = 1 << 11,
    Stative = 1 << 12,
    Hypothesis = 1 << 13,
    Vow = 1 << 14,
    Fate = 1 << 15,
    Ahead = 1 << 16,
    Peril = 1 << 17,
    Menace = 1 << 18,
}

/// <summary>
/// What a cue tells: an act; that the content decides between asking and demanding; that the act is not done, or declined; or only
/// that there was talk.
/// </summary>
internal enum CueWords
{
    Act,
    Asks,
    Refuses,
    Declines,
    Tells,
    Nothing,
}

/// <summary>An entry of the list of cues.</summary>
internal readonly record struct CueMeaning(CueWords Words, SpeechAct Act);

/// <summary>How a condition works on what hangs on it.</summary>
internal enum ConditionWords
{
    /// <summary>"if": compliance or defiance, as its words show.</summary>
    If,

    /// <summary>"provided", "once", "in return for": compliance is rewarded.</summary>
    Given,

    /// <summary>"unless", "failing", "without": defiance is answered.</summary>
    Unless,

    /// <summary>"before": a condition only of what must or cannot be.</summary>
    Before,

    /// <summary>"any", "one more": a noun that stands for "if there is any".</summary>
    Any,

    /// <summary>Words of doing as one is told.</summary>
    Comply,

    /// <summary>Words of doing the contrary.</summary>
    Defy,

    /// <summary>Words before "if" that make it "whether", or a phrase with "if" that is no condition.</summary>
    Whether,
}

/// <summary>The pack's lists of what cues, contents and conditions mean.</summary>
internal sealed class ActLexicon(LanguagePack language)
{
    public PhraseTable<CueMeaning> Cues { get; } = new(PhraseTable<CueMeaning>.WithForms(
        PhraseTable<CueMeaning>.Classed(language.List("speech-act-cues")).Select(p => (p.Phrase, MeaningNamed(p.Class)))));

    public PhraseTable<ContentWords> Contents { get; } = Merged(language.List("speech-act-contents"));

    public PhraseTable<ConditionWords> Conditions { get; } =
        PhraseTable<ConditionWords>.Read(language.List("conditions"), name => Enum.Parse<ConditionWords>(name, ignoreCase: true));

    public PhraseTable<DeadlineWords> Deadlines { get; } =
        PhraseTable<DeadlineWords>.Read(language.List("deadlines"), name => Enum.Parse<DeadlineWords>(name, ignoreCase: true));

    private static CueMeaning MeaningNamed(string name) => name switch
    {
        "asks" => new(CueWords.Asks, default),
        "refuse" => new(CueWords.Refuses, default),
        "tells" => new(CueWords.Tells, default),
        "decline" => new(CueWords.Declines, default),
        "none" => new(CueWords.Nothing, default),
        _ => new(CueWords.Act, Enum.Parse<SpeechAct>(name, ignoreCase: true)),
    };

    // A phrase may stand in several lines: "kill" is both a threat's verb and what one is warned of.
    private static PhraseTable<ContentWords> Merged(string[] lines) => new(PhraseTable<ContentWords>.WithForms(
        from pair in PhraseTable<ContentWords>.Classed(lines)
        group Enum.Parse<ContentWords>(pair.Class, ignoreCase: true) by pair.Phrase into same
        select (same.Key, same.Aggregate(ContentWords.None, (all, one) => all | one))));
}

/// <summary>Words of deadlines.</summary>
internal enum DeadlineWords
{
    /// <summary>"by", "within", "no later than".</summary>
    Until,

    /// <summary>"hours", "Friday", "the end of the month".</summary>
    Time,

    /// <summary>"without delay": a deadline by itself.</summary>
    AtOnce,
}
