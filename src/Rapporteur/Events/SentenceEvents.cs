using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>An event as read from the verbs, before its actors are known.</summary>
/// <param name="Type">What is done.</param>
/// <param name="Mode">How.</param>
/// <param name="Verb">The verb whose objects are the other side.</param>
/// <param name="Source">The head of the phrase that does it; -1 where there is none.</param>
/// <param name="Shown">The words that make it this event.</param>
internal sealed record CodedEvent(PloverEvent Type, string? Mode, int Verb, int Source, ImmutableArray<int> Shown);

/// <summary>Reads the events of one sentence: the main verb's first, then those of the verbs joined to it.</summary>
internal sealed class SentenceEvents(Clauses clauses, EventParties parties, EventLexicon lexicon)
{
    // What a sentence mainly says; more would be what it says by the way.
    private const int MostEvents = 3;
    private const int Height = 6;
    private const EventFrame Ahead = EventFrame.Future | EventFrame.Conditional;

    private readonly List<PoliticalEvent> _found = [];

    /// <summary>The events of a sentence, the main one first. The list is used again for the next sentence.</summary>
    public IReadOnlyList<PoliticalEvent> Read(TokenRange sentence)
    {
        _found.Clear();
        for (var i = sentence.First; i < sentence.End && _found.Count < MostEvents; i++)
        {
            if (clauses.Syntax.Heads[i] >= 0) continue;
            AddWithJoined(i, 0, sentence);
        }

        if (_found.Count == 0 && !HasMainVerb(sentence)) AddFirst(sentence);
        return _found;
    }

    // Where the tree has lost the main verb: the first verb in the sentence that does anything and has an actor before it.
    private void AddFirst(TokenRange sentence)
    {
        for (var i = sentence.First; i < sentence.End && _found.Count == 0; i++)
        {
            if (!clauses.IsVerb(i) || clauses.Syntax.PennTags[i] is PennTag.Vbg || i > sentence.First && clauses.Syntax.PennTags[i - 1] is PennTag.Wdt or PennTag.Wp or PennTag.To) continue;
            if (Code(i, 0) is { } coded && parties.Of(coded, sentence) is { Source.IsEmpty: false } found) _found.Add(found);
        }
    }

    private bool HasMainVerb(TokenRange sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (clauses.Syntax.Heads[i] < 0 && clauses.IsVerb(i) && (clauses.Frame(i) & EventFrame.Report) == 0) return true;
        return false;
    }

    private void AddWithJoined(int verb, int depth, TokenRange sentence)
    {
        if (depth > Height) return;
        Add(Code(verb, 0), sentence);
        foreach (var child in clauses.Syntax.Children(verb))
            if (clauses.Syntax.Relations[child] is Relation.Conj or Relation.Parataxis && clauses.IsVerb(child)) AddWithJoined(child, depth + 1, sentence);
        if ((clauses.Frame(verb) & EventFrame.Report) != 0 && clauses.Content(verb) is >= 0 and var content && clauses.IsVerb(content))
            foreach (var child in clauses.Syntax.Children(content))
                if (clauses.Syntax.Relations[child] == Relation.Conj && clauses.IsVerb(child)) Add(Code(child, 0), sentence);
    }

    private void Add(CodedEvent? coded, TokenRange sentence)
    {
        if (coded is null || _found.Count == MostEvents || parties.Of(coded, sentence) is not { } found) return;
        if (!_found.Exists(known => known.Type == found.Type && known.Source.SequenceEqual(found.Source))) _found.Add(found);
    }

    private CodedEvent? Code(int verb, int depth, bool reported = false)
    {
        var mood = clauses.Mood(verb);
        if (depth > Height || clauses.IsHypothetical(verb) || IsUnreal(mood, reported)) return null;
        var frame = clauses.Frame(verb);
        var content = clauses.Content(verb);
        if ((frame & EventFrame.Report) != 0 && content >= 0) return Reported(verb, content, depth);
        if (ByRule(verb, special: true) is { } special) return InMood(special, mood, verb);
        if ((frame & EventFrame.Threat) != 0 && Threat(verb, frame, content, depth) is { } threat) return mood.Negated ? null : threat;
        if ((frame & EventFrame.Refuse) != 0 && !mood.Negated && (content >= 0 || clauses.Syntax.Child(verb, Relation.Obj) >= 0))
            return new CodedEvent(PloverEvent.Reject, null, verb, clauses.Subject(verb), [verb]);
        if ((frame & EventFrame.Demand) != 0 && IsDemand(verb, frame, content))
            return mood.Negated ? null : new CodedEvent(PloverEvent.Demand, null, verb, clauses.Subject(verb), [verb]);
        if ((frame & EventFrame.Promise) != 0 && (content >= 0 || HasComplement(verb)))
            return new CodedEvent(mood.Negated ? PloverEvent.Reject : PloverEvent.Agree, null, verb, clauses.Subject(verb), [verb]);
        if ((frame & EventFrame.Plan) != 0 && content >= 0)
            return !mood.Negated && Code(content, depth + 1, reported: true) is { } planned && InMood(planned, new ClauseMood(EventFrame.Future, false), content) is { } meant
                ? meant with { Source = clauses.Subject(verb), Shown = [verb, .. planned.Shown] } : null;
        if (ByRule(verb, special: false) is { } plain) return InMood(plain, mood, verb);
        if ((frame & EventFrame.Through) != 0 && content >= 0 && !mood.Negated && Code(content, depth + 1) is { } under)
            return under with { Source = clauses.Subject(verb), Shown = [verb, .. under.Shown] };
        return null;
    }

    // Who says that it will do something promises or threatens; who says that another must do something demands.
    private CodedEvent? Reported(int verb, int content, int depth)
    {
        var speaker = clauses.Subject(verb);
        var mood = clauses.Mood(content);
        var subject = clauses.Subject(content);
        var own = subject < 0 || subject == speaker || clauses.Syntax.UniversalTags[subject] == UniversalTag.Pron;
        if (mood.Is(EventFrame.Obligation) && !own) return new CodedEvent(PloverEvent.Demand, null, content, speaker, [verb, content]);
        if (Code(content, depth + 1, reported: true) is { } under)
            return under.Source < 0 || under.Source == subject && (own || IsOwn(subject)) ? under with { Source = speaker } : under;
        return own && mood.Negated && mood.Is(Ahead) ? new CodedEvent(PloverEvent.Reject, null, content, speaker, [verb, content]) : null;
    }

    // "their forces" are the speaker's.
    private bool IsOwn(int subject) =>
        clauses.Syntax.Child(subject, Relation.NmodPoss) is >= 0 and var owner && clauses.Syntax.PennTags[owner] == PennTag.PrpPossessive;

    private CodedEvent? Threat(int verb, EventFrame frame, int content, int depth)
    {
        var threat = new CodedEvent(PloverEvent.Threaten, null, verb, clauses.Subject(verb), [verb]);
        if ((frame & EventFrame.Promise) == 0 && (content < 0 || clauses.Syntax.Relations[content] == Relation.Xcomp))
            return threat;
        if (content < 0) return null;
        var under = Code(content, depth + 1, reported: true);
        var mood = clauses.Mood(content);
        return under is { Type: PloverEvent.Threaten } || under is not null && !lexicon.IsFriendly(under.Type) || mood.Negated && mood.Is(Ahead) ? threat : null;
    }

    private bool HasComplement(int verb) => clauses.Syntax.Child(verb, Relation.Obj) >= 0 || clauses.Syntax.Child(verb, Relation.Obl) >= 0 || clauses.IsPassive(verb);

    private bool IsDemand(int verb, EventFrame frame, int content)
    {
        if ((frame & EventFrame.BareDemand) != 0) return content >= 0 || clauses.Syntax.Child(verb, Relation.Obj) >= 0 || clauses.IsPassive(verb);
        // What is asked for follows; what stands before ("Who pays?" he asked) is a question.
        if (content > verb && clauses.IsVerb(content)) return true;
        foreach (var child in clauses.Syntax.Children(verb))
        {
            if ((clauses.Frame(child) & EventFrame.DemandWith) != 0 && clauses.Syntax.Relations[child] != Relation.Mark) return true;
            foreach (var below in clauses.Syntax.Children(child))
                if (clauses.Syntax.Relations[below] == Relation.Case && (clauses.Frame(below) & EventFrame.DemandWith) != 0) return true;
        }

        return false;
    }

    // What lies ahead is promised or threatened; what is not done is refused or nothing.
    private CodedEvent? InMood(CodedEvent coded, ClauseMood mood, int verb)
    {
        var friendly = lexicon.IsFriendly(coded.Type);
        if (mood.Negated) return friendly && mood.Is(Ahead) ? coded with { Type = PloverEvent.Reject, Mode = null } : null;
        if (!mood.Is(Ahead | EventFrame.Possible) || lexicon.IsSpoken(coded.Type)) return coded;
        if (mood.Is(EventFrame.Possible) && friendly) return null;
        return coded with { Type = friendly && !IsConditional(verb) ? PloverEvent.Agree : PloverEvent.Threaten, Mode = null };
    }

    // "could help", "should pay" are no events; "would pay" is one where someone said so.
    private static bool IsUnreal(ClauseMood mood, bool reported) =>
        mood.Is(EventFrame.Unreal | EventFrame.Obligation) || !reported && mood.Is(EventFrame.Conditional);

    // "if they refuse": nothing has been refused yet.
    private bool IsConditional(int verb)
    {
        foreach (var child in clauses.Syntax.Children(verb))
            if (clauses.Syntax.Relations[child] == Relation.Advcl && clauses.Syntax.Child(child, Relation.Mark) is >= 0 and var mark
                && (clauses.Frame(mark) & EventFrame.Condition) != 0) return true;
        return false;
    }

    private CodedEvent? ByRule(int verb, bool special)
    {
        // "ready" and "willing" frame what follows; what is done is done by verbs.
        var rules = clauses.IsVerb(verb) ? Rules(verb) : [];
        if (rules.Length == 0) return null;
        var subject = clauses.Subject(verb);

        // Of the words that hang on the verb the nearest says what it does: "opened an inquiry into the war" is an inquiry.
        EventRule? best = null;
        int word = verb, nearest = int.MaxValue;
        foreach (var rule in rules)
        {
            if (special && rule.With.Count == 0 && rule.Subjects.Count == 0) continue;
            if (rule.Subjects.Count > 0 && !HasAny(subject, rule)) continue;
            var shown = rule.With.Count == 0 ? verb : With(verb, rule);
            if (shown < 0 || Math.Abs(shown - verb) >= nearest) continue;
            (best, word, nearest) = (rule, shown, Math.Abs(shown - verb));
        }

        return best is null ? null : new CodedEvent(best.Type, best.Mode, verb, subject, word == verb ? [verb] : [verb, word]);
    }

    // Of a verb with its particle ("call off"), where that is listed; else of the verb.
    private EventRule[] Rules(int verb)
    {
        Span<char> buffer = stackalloc char[64];
        Span<char> phrase = stackalloc char[64];
        var lemma = clauses.Lemma(verb, buffer);
        foreach (var child in clauses.Syntax.Children(verb))
        {
            if (clauses.Syntax.Relations[child] is not (Relation.CompoundPrt or Relation.Advmod)) continue;
            var particle = clauses.Document.Tokens[child].In(clauses.Document.Text);
            if (particle.Length > 8 || lemma.Length > 40) continue;
            lemma.CopyTo(phrase);
            phrase[lemma.Length] = '_';
            particle.CopyTo(phrase[(lemma.Length + 1)..]);
            var found = lexicon.Rules(phrase[..(lemma.Length + 1 + particle.Length)]);
            if (found.Length > 0) return found;
        }

        return lexicon.Rules(lemma);
    }

    private int With(int verb, EventRule rule)
    {
        Span<char> buffer = stackalloc char[64];
        foreach (var token in clauses.Below(verb))
            if (rule.WithLookup.Contains(clauses.Syntax.Lemma(token, buffer))) return token;

        // A participle before its noun may be a verb before its object: "Britain mobilized reservists".
        if (clauses.Syntax.Relations[verb] != Relation.Amod) return -1;
        for (var token = verb + 1; token <= clauses.Syntax.Heads[verb]; token++)
            if (rule.WithLookup.Contains(clauses.Syntax.Lemma(token, buffer))) return token;
        return -1;
    }

    private bool HasAny(int subject, EventRule rule)
    {
        if (subject < 0) return false;
        Span<char> buffer = stackalloc char[64];
        var range = clauses.Syntax.Subtree(subject);
        for (var i = range.First; i < Math.Min(range.End, range.First + 30); i++)
            if (rule.SubjectLookup.Contains(clauses.Syntax.Lemma(i, buffer))) return true;
        return false;
    }
}
