using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>What is done in an event, as PLOVER has it (openeventdata/PLOVER, the names of its gold standard records).</summary>
public enum PloverEvent
{
    /// <summary>Agrees, offers or promises to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, telephones, negotiates, mediates.</summary>
    Consult,

    /// <summary>Praises, backs, recognises, signs an agreement.</summary>
    Support,

    /// <summary>Cooperates in deed: exchanges, trades, holds joint exercises.</summary>
    Cooperate,

    /// <summary>Gives material help.</summary>
    Aid,

    /// <summary>Yields at home: eases restrictions, meets demands.</summary>
    Concede,

    /// <summary>Yields abroad: releases, returns, withdraws, lets observers in.</summary>
    Retreat,

    /// <summary>Looks into something.</summary>
    Investigate,

    /// <summary>Demands or asks for something.</summary>
    Demand,

    /// <summary>Criticises, accuses, sues.</summary>
    Disapprove,

    /// <summary>Refuses, vetoes, defies.</summary>
    Reject,

    /// <summary>Threatens.</summary>
    Threaten,

    /// <summary>Demonstrates, strikes, riots.</summary>
    Protest,

    /// <summary>Readies or moves police or armed forces.</summary>
    Mobilize,

    /// <summary>Reduces relations: sanctions, cancels, expels, cuts aid.</summary>
    Sanction,

    /// <summary>Uses power short of violence against persons: arrests, seizes, restricts.</summary>
    Coerce,

    /// <summary>Uses violence, not as an army in the field: attacks, bombs, abducts.</summary>
    Assault,

    /// <summary>Uses armed force.</summary>
    Fight,
}

/// <summary>Who acts in an event or is acted on.</summary>
/// <param name="Code">The ISO 3166 alpha-3 code of the country, or the CAMEO code of an organisation: see the actor table.</param>
/// <param name="Entity">The id of the entity in the reading; null where the words are no mention of one.</param>
/// <param name="Evidence">The words that it was read from.</param>
public sealed record EventActor(string Code, string? Entity, Span Evidence);

/// <summary>Who did what to whom. Spans count in UTF-16 units.</summary>
/// <param name="Type">What was done.</param>
/// <param name="Mode">How, where PLOVER tells modes apart and the words do; null else.</param>
/// <param name="Contexts">What it is about, by the words around it.</param>
/// <param name="Source">Who did it; empty where the sentence does not tell.</param>
/// <param name="Target">To whom; empty where the sentence does not tell.</param>
/// <param name="Date">When, as the time expression in the clause has it (<see cref="Times.TimeExpression.Value"/>); null where there is none.</param>
/// <param name="Evidence">The verb, and the words that make it this event.</param>
public sealed record PoliticalEvent(
    PloverEvent Type, string? Mode, ImmutableArray<string> Contexts, ImmutableArray<EventActor> Source, ImmutableArray<EventActor> Target,
    string? Date, ImmutableArray<Span> Evidence);
