using Rapporteur.Events;

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
public readonly record struct ActCodes(string Cameo, PloverEvent? Plover)
{
    /// <summary>The codes of <paramref name="act"/>.</summary>
    public static ActCodes Of(SpeechAct act) => act switch
    {
        SpeechAct.Promise => new("030", PloverEvent.Agree),
        SpeechAct.Demand => new("100", PloverEvent.Demand),
        SpeechAct.Threaten => new("130", PloverEvent.Threaten),
        SpeechAct.Warn => new("130", PloverEvent.Threaten),
        SpeechAct.Accuse => new("110", PloverEvent.Disapprove),
        SpeechAct.Deny => new("016", null),
        SpeechAct.Reject => new("120", PloverEvent.Reject),
        SpeechAct.Agree => new("030", PloverEvent.Agree),
        SpeechAct.Apologise => new("055", PloverEvent.Support),
        SpeechAct.Praise => new("051", PloverEvent.Support),
        SpeechAct.Ask => new("020", null),
        SpeechAct.Predict => new("010", null),
        _ => new("010", null),
    };
}
