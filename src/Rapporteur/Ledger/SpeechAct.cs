namespace Rapporteur.Ledger;

/// <summary>What a speaker does by saying something; docs/acts.md defines each and maps it to PLOVER and CAMEO.</summary>
public enum SpeechAct
{
    /// <summary>Says how things are, or takes a position.</summary>
    State,

    /// <summary>Relates something that happened.</summary>
    Report,

    /// <summary>Makes known a decision or plan of its own or of those it speaks for.</summary>
    Announce,

    /// <summary>Binds itself to something the hearer wants, or offers it.</summary>
    Promise,

    /// <summary>Wants somebody to do or to leave something: demands, requests, advice.</summary>
    Demand,

    /// <summary>Binds itself to something the hearer does not want.</summary>
    Threaten,

    /// <summary>Says that something bad may come, not by its own hand.</summary>
    Warn,

    /// <summary>Says that somebody does or did wrong: accusations, criticism, protest.</summary>
    Accuse,

    /// <summary>Says that something held against it, or held true, is not so.</summary>
    Deny,

    /// <summary>Turns down an offer, a demand, a plan.</summary>
    Reject,

    /// <summary>Accepts or approves an offer, a demand, a plan.</summary>
    Agree,

    /// <summary>Says sorry.</summary>
    Apologise,

    /// <summary>Praises, thanks, congratulates or backs somebody.</summary>
    Praise,

    /// <summary>Asks for information.</summary>
    Ask,

    /// <summary>Says what will come, good or neutral, and not of its own making.</summary>
    Predict,
}

/// <summary>The codes of event data that a speech act corresponds to.</summary>
/// <param name="Cameo">The CAMEO code (Gerner, Schrodt and Yilmaz 2009), as general as the act is.</param>
/// <param name="Plover">The PLOVER event type (Open Event Data Alliance); null where PLOVER codes no event.</param>
public readonly record struct ActCodes(string Cameo, string? Plover)
{
    /// <summary>The codes of <paramref name="act"/>.</summary>
    public static ActCodes Of(SpeechAct act) => act switch
    {
        SpeechAct.Promise => new("030", "AGREE"),
        SpeechAct.Demand => new("100", "REQUEST"),
        SpeechAct.Threaten => new("130", "THREATEN"),
        SpeechAct.Warn => new("130", "THREATEN"),
        SpeechAct.Accuse => new("110", "ACCUSE"),
        SpeechAct.Deny => new("016", null),
        SpeechAct.Reject => new("120", "REJECT"),
        SpeechAct.Agree => new("030", "AGREE"),
        SpeechAct.Apologise => new("055", "SUPPORT"),
        SpeechAct.Praise => new("051", "SUPPORT"),
        SpeechAct.Ask => new("020", "REQUEST"),
        SpeechAct.Predict => new("010", null),
        _ => new("010", null),
    };
}
