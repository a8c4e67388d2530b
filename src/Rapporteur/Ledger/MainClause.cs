using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>Who the subject of a clause is, seen from the speaker.</summary>
internal enum SubjectKind { None, Speaker, Hearer, Other }

/// <summary>A clause of a content that says something by itself: its predicate with subject, mood, tense and polarity.</summary>
/// <param name="Predicate">The token of the predicate: a verb, or the noun or adjective of a copula.</param>
/// <param name="Subject">The token of the subject; -1 for none.</param>
/// <param name="Kind">Who the subject is.</param>
/// <param name="Modal">The modal verb or "be to"; -1 for none.</param>
/// <param name="Time">What time it speaks of.</param>
/// <param name="Negated">Whether it says that it is not so.</param>
/// <param name="Passive">Whether the subject suffers what is done.</param>
internal readonly record struct MainClause(
    int Predicate, int Subject, SubjectKind Kind, int Modal, ClauseTime Time, bool Negated, bool Passive);

/// <summary>What time or mood a clause is in.</summary>
internal enum ClauseTime { Unknown, Present, Past, Future, Need, Possible, Bidding }
