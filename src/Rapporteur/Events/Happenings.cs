using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Events;

/// <summary>A happening in a sentence.</summary>
/// <param name="Word">The verb or noun that is the happening.</param>
/// <param name="Verb">The verb whose subject takes part; the word itself, or the one that holds the noun; -1 where there is none.</param>
/// <param name="Form">Its form.</param>
internal sealed record Happening(int Word, int Verb, string Form);

/// <summary>Tells happenings from other verbs and nouns, and finds who takes part, and where.</summary>
internal sealed class Happenings(Clauses clauses, EntityIndex entities, AgendaLexicon lexicon)
{
    private DocumentSyntax Syntax => clauses.Syntax;

    /// <summary>The happening that a token is, or holds; null where it is none.</summary>
    /// <param name="token">The token.</param>
    /// <param name="time">The tokens of the date.</param>
    /// <param name="needsFuture">Whether the date alone does not show that it lies ahead.</param>
    public Happening? At(int token, TokenRange time, bool needsFuture)
    {
        if (token >= time.First && token < time.End) return null;
        Span<char> buffer = stackalloc char[64];
        var lemma = Syntax.Lemma(token, buffer);
        if (Syntax.UniversalTags[token] is UniversalTag.Noun or UniversalTag.Propn)
        {
            if (!lexicon.IsForm(lemma)) return null;
            var verb = Syntax.Heads[token] is >= 0 and var head && clauses.IsVerb(head) ? head : -1;
            return needsFuture && (verb < 0 || !PointsAhead(verb)) ? null : new Happening(token, verb, Form(token));
        }

        if (!clauses.IsVerb(token) || !PointsAhead(token) && (needsFuture || IsPast(token)) || clauses.Mood(token).Negated) return null;
        if (lexicon.Holds(lemma))
            foreach (var child in Syntax.Children(token))
                if (Syntax.Relations[child] is Relation.Obj or Relation.Nsubj or Relation.NsubjPass or Relation.Obl && (child < time.First || child >= time.End)
                    && lexicon.IsForm(Syntax.Lemma(child, buffer))) return new Happening(child, token, Form(child));

        // "the talks, which open on Monday"
        if (lexicon.Holds(Syntax.Lemma(token, buffer)) && clauses.Subject(token) is >= 0 and var subject && lexicon.IsForm(Syntax.Lemma(subject, buffer)))
            return new Happening(subject, token, Form(subject));
        lemma = Syntax.Lemma(token, buffer);
        return lexicon.Happening(lemma) is { } form && IsAmongPeople(token) ? new Happening(token, token, form) : null;
    }

    // "meet the minister" and not "meet demand"; what has no object may be a happening by itself.
    private bool IsAmongPeople(int verb) =>
        Syntax.Child(verb, Relation.Obj) is var thing && (thing < 0 || Syntax.UniversalTags[thing] != UniversalTag.Noun || entities.AtHead(thing) is not null
            || Syntax.Child(verb, Relation.Nsubj) >= 0 && lexicon.TakesThings(Syntax.Lemma(verb)));

    /// <summary>The agenda entry of a happening.</summary>
    public AgendaEntry Entry(Happening happening, TimeExpression time, TokenRange when)
    {
        var participants = new List<Participant>();
        if (happening.Verb >= 0 && clauses.Subject(happening.Verb) is >= 0 and var subject && subject != happening.Word) AddPeople(subject, participants);
        Phrase? place = null;
        AddCompany(happening.Word, happening.Word, when, participants, ref place);
        if (happening.Verb >= 0 && happening.Verb != happening.Word) AddCompany(happening.Verb, happening.Word, when, participants, ref place);
        var what = What(happening, when);
        return new AgendaEntry(what, happening.Form, [.. participants], time.Value, place, [what.Evidence, time.Span]);
    }

    // Future, or an infinitive, or the present tense of what is planned.
    private bool PointsAhead(int verb)
    {
        if (clauses.Mood(verb).Is(EventFrame.Future | EventFrame.Conditional | EventFrame.Obligation | EventFrame.Possible)) return true;
        foreach (var child in Syntax.Children(verb))
            if (Syntax.PennTags[child] == PennTag.To) return true;
        if (Syntax.PennTags[verb] is PennTag.Vbz or PennTag.Vbp) return true;
        foreach (var child in Syntax.Children(verb))
            if (Syntax.Relations[child] is Relation.Aux or Relation.AuxPass && Syntax.PennTags[child] is PennTag.Vbz or PennTag.Vbp) return Syntax.PennTags[verb] != PennTag.Vbn || Syntax.Relations[child] == Relation.AuxPass;
        return false;
    }

    private bool IsPast(int verb) => Syntax.PennTags[verb] is PennTag.Vbd;

    private void AddPeople(int head, List<Participant> found)
    {
        AddPerson(head, found);
        foreach (var child in Syntax.Children(head))
            if (Syntax.Relations[child] is Relation.Conj or Relation.Appos or Relation.Flat) AddPerson(child, found);
    }

    // Whom the head names; where it names nobody, whose it is ("the finance ministers of France and Spain").
    private void AddPerson(int head, List<Participant> found)
    {
        if (entities.AtHead(head) is { } entity)
        {
            Add(entity, entity.Mentions.First(m => m.Head == head), found);
            return;
        }

        foreach (var (mention, named) in entities.In(Syntax.Subtree(head)))
            if (mention.Kind == MentionKind.Name) Add(named, mention, found);
    }

    private static void Add(Entity entity, Mention mention, List<Participant> found)
    {
        var acts = entity.Type is EntityType.Person or EntityType.Organization or EntityType.Group || entity.Actor is not null;
        if (acts && !found.Exists(p => p.Entity == entity.Id)) found.Add(new Participant(entity.Id, entity.Name, mention.Span));
    }

    // "with President Putin", "between the two", "in Geneva", "to Oslo".
    private void AddCompany(int word, int happening, TokenRange when, List<Participant> found, ref Phrase? place)
    {
        foreach (var child in Syntax.Children(word))
        {
            if (child == happening || child >= when.First && child < when.End) continue;
            if (Syntax.Relations[child] is not (Relation.Obl or Relation.Nmod or Relation.Obj or Relation.NmodPoss)) continue;
            if (entities.AtHead(child) is not { } entity)
            {
                if (Leads(child, EventFrame.Toward) && !Leads(child, EventFrame.Place)) AddPeople(child, found);
                continue;
            }

            if (Leads(child, EventFrame.Place) || entity.Type == EntityType.Place && Leads(child, EventFrame.Destination))
            {
                var mention = entity.Mentions.First(m => m.Head == child);
                place ??= new Phrase(mention.Span.In(clauses.Document.Text).ToString(), mention.Span);
            }
            else if (Syntax.Relations[child] != Relation.Obj || clauses.IsVerb(word))
            {
                AddPeople(child, found);
            }
        }
    }

    private bool Leads(int token, EventFrame frame) =>
        Syntax.Child(token, Relation.Case) is >= 0 and var preposition && (clauses.Frame(preposition) & frame) != 0;

    // "virtual meeting": the noun with what says how.
    private string Form(int noun)
    {
        Span<char> buffer = stackalloc char[64];
        var form = Syntax.Lemma(noun);
        foreach (var child in Syntax.Children(noun))
            if (Syntax.Relations[child] is Relation.Amod or Relation.Compound && lexicon.IsManner(Syntax.Lemma(child, buffer)))
                form = $"{Syntax.Lemma(child)} {form}";
        return form;
    }

    // From the happening to the end of what hangs on it, cut at the date; of a noun also what stands before it.
    private Phrase What(Happening happening, TokenRange when)
    {
        var range = Syntax.Subtree(happening.Word);
        var first = happening.Word == happening.Verb ? happening.Word : Math.Max(range.First, happening.Word - 8);
        while (first < happening.Word && Syntax.UniversalTags[first] is UniversalTag.Det or UniversalTag.Punct or UniversalTag.Adp) first++;
        var end = Math.Min(range.End, happening.Word + 25);
        if (when.First > happening.Word && when.First < end) end = when.First;
        if (when.First <= first && when.End > first) first = Math.Min(happening.Word, when.End);
        while (end > happening.Word + 1 && Syntax.UniversalTags[end - 1] is UniversalTag.Adp or UniversalTag.Punct or UniversalTag.Det or UniversalTag.Cconj) end--;
        var span = Span.FromBounds(clauses.Document.Tokens.Starts[first], clauses.Document.Tokens[end - 1].End);
        return new Phrase(span.In(clauses.Document.Text).ToString(), span);
    }
}
