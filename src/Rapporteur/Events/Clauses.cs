using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>How a verb is said to be.</summary>
/// <param name="Modal">What its modal verb says: future, conditional, possible, unreal or obligation; none where it has none.</param>
/// <param name="Negated">It is not.</param>
internal readonly record struct ClauseMood(EventFrame Modal, bool Negated)
{
    public bool Is(EventFrame modal) => (Modal & modal) != 0;
}

/// <summary>The clauses of a document: of a verb its subject, what hangs on it, how it is said to be.</summary>
internal sealed class Clauses(Document document, DocumentSyntax syntax, EventLexicon lexicon)
{
    // A clause beyond this is a sentence that the parser could not take apart.
    private const int LongestClause = 80;
    private const int Height = 6;

    public Document Document => document;

    public DocumentSyntax Syntax => syntax;

    /// <summary>Whether a verb is only supposed: "if they attack".</summary>
    public bool IsHypothetical(int verb) => syntax.Child(verb, Relation.Mark) is >= 0 and var mark && (Frame(mark) & EventFrame.Hypothesis) != 0;

    /// <summary>What the word does to events, by its lemma or as it stands.</summary>
    public EventFrame Frame(int token)
    {
        Span<char> buffer = stackalloc char[64];
        var text = document.Tokens[token].In(document.Text);
        return lexicon.Frame(Lemma(token, buffer)) | (text.Length <= 8 ? lexicon.Frame(text) : EventFrame.None);
    }

    /// <summary>The lemma of a token; of a verb that is listed, by its form where the lemma is not listed.</summary>
    public ReadOnlySpan<char> Lemma(int token, Span<char> buffer)
    {
        var lemma = syntax.Lemma(token, buffer);
        if (!IsVerb(token) || lexicon.Rules(lemma).Length > 0 || lexicon.Frame(lemma) != EventFrame.None) return lemma;
        return lexicon.BaseOf(document.Tokens[token].In(document.Text)) is { } verb ? verb : lemma;
    }

    /// <summary>Whether the word is or may be a predicate.</summary>
    public bool IsVerb(int token) => syntax.UniversalTags[token] == UniversalTag.Verb;

    /// <summary>How the verb is said to be, by its auxiliaries and adverbs.</summary>
    public ClauseMood Mood(int verb)
    {
        const EventFrame Modals = EventFrame.Future | EventFrame.Conditional | EventFrame.Possible | EventFrame.Unreal | EventFrame.Obligation;
        var modal = EventFrame.None;
        var negated = false;
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Relations[child] is not (Relation.Aux or Relation.AuxPass or Relation.Advmod or Relation.Cop or Relation.Det)) continue;
            var frame = Frame(child);
            if (syntax.Relations[child] == Relation.Aux) modal |= frame & Modals;
            negated |= (frame & EventFrame.Negation) != 0;
        }

        return new ClauseMood(modal, negated);
    }

    /// <summary>The subject of a verb, its own or the one that it shares; -1 where there is none.</summary>
    public int Subject(int verb)
    {
        for (var step = 0; step < Height && verb >= 0; step++)
        {
            foreach (var child in syntax.Children(verb))
                if (syntax.Relations[child] is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter) return child;
            var head = syntax.Heads[verb];
            switch (syntax.Relations[verb])
            {
                case Relation.Conj or Relation.Advcl or Relation.Parataxis: verb = head; break;

                // "urged Oslo to leave": the object leaves. "agreed to leave": the subject does.
                case Relation.Xcomp when head >= 0:
                    var controller = syntax.Child(head, Relation.Iobj) is >= 0 and var indirect ? indirect : syntax.Child(head, Relation.Obj);
                    if (controller >= 0 && (Frame(head) & EventFrame.Demand) != 0) return controller;
                    verb = head;
                    break;
                case Relation.Acl when head >= 0: return head;
                default: return -1;
            }
        }

        return -1;
    }

    /// <summary>The clause that a verb takes as its content; -1 where it takes none.</summary>
    public int Content(int verb)
    {
        foreach (var child in syntax.Children(verb))
            if (syntax.Relations[child] is Relation.Ccomp or Relation.Xcomp && syntax.UniversalTags[child] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Noun) return child;
        foreach (var child in syntax.Children(verb))
            if (syntax.Relations[child] == Relation.Parataxis && IsVerb(child)) return child;

        // "said on Tuesday that ...": the parser may hang the clause on the day.
        if ((Frame(verb) & EventFrame.Report) == 0) return -1;
        var end = syntax.Subtree(verb).End;
        for (var i = verb + 1; i < Math.Min(end, verb + LongestClause); i++)
            if (IsVerb(i) && syntax.Relations[i] is Relation.Acl or Relation.AclRelcl && HasSubject(i)) return i;
        return -1;
    }

    private bool HasSubject(int verb) => syntax.Child(verb, Relation.Nsubj) is >= 0 and var subject && syntax.PennTags[subject] is not (PennTag.Wdt or PennTag.Wp);

    /// <summary>Whether the verb is passive.</summary>
    public bool IsPassive(int verb) => syntax.Child(verb, Relation.NsubjPass) >= 0 || syntax.Child(verb, Relation.AuxPass) >= 0;

    /// <summary>The tokens below a verb that are neither its subject nor a clause beside it; cut off where there are too many.</summary>
    public IEnumerable<int> Below(int verb)
    {
        var range = syntax.Subtree(verb);
        var end = Math.Min(range.End, verb + LongestClause);
        for (var i = Math.Max(range.First, verb - LongestClause); i < end; i++)
        {
            if (i == verb || syntax.Heads[i] < 0) continue;
            if (syntax.Heads[i] == verb && IsBeside(syntax.Relations[i]))
            {
                // Past the whole branch, where it lies to the right.
                if (syntax.Subtree(i).First >= i || syntax.Relations[i] != Relation.Conj) i = Math.Max(i, syntax.Subtree(i).End - 1);
                continue;
            }

            if (!IsUnderSubject(i, verb)) yield return i;
        }
    }

    private static bool IsBeside(Relation relation) =>
        relation is Relation.Conj or Relation.Parataxis or Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Punct;

    private bool IsUnderSubject(int token, int verb)
    {
        for (var step = 0; step < 12 && token >= 0 && token != verb; step++)
        {
            var head = syntax.Heads[token];
            if (head == verb) return IsBeside(syntax.Relations[token]);
            token = head;
        }

        return false;
    }
}
