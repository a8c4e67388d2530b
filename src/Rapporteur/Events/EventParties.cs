using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>Finds who does an event and to whom: the actors of the subject, of the objects, and of the places.</summary>
internal sealed class EventParties(Clauses clauses, EventActors actors, EventLexicon lexicon)
{
    private const int Depth = 3;

    private readonly List<EventActor> _source = [];
    private readonly List<EventActor> _target = [];
    private readonly List<EventActor> _places = [];
    private bool _people;

    /// <summary>The event with its actors; null where it has none, for then it is nobody's politics.</summary>
    public PoliticalEvent? Of(CodedEvent coded, TokenRange sentence)
    {
        _source.Clear();
        _target.Clear();
        _places.Clear();
        _people = false;
        var passive = clauses.IsPassive(coded.Verb) && coded.Shown[0] == coded.Verb;
        if (passive)
        {
            if (coded.Source >= 0) actors.Add(coded.Source, clauses: false, _target);
            foreach (var child in clauses.Syntax.Children(coded.Verb))
                if (IsAgent(child)) actors.Add(child, clauses: false, _source);
        }
        else if (coded.Source >= 0)
        {
            actors.Add(coded.Source, clauses: false, _source);
        }

        AddObjects(coded.Verb, passive, 0);

        // "Oslo says that Rome must leave": Rome is spoken to.
        if (coded.Type == PloverEvent.Demand && !passive && clauses.Syntax.Child(coded.Verb, Relation.Nsubj) is >= 0 and var subject && subject != coded.Source)
            AddTarget(subject);

        // What the tree does not show, the order of the words does: who acts stands before the verb, the other side after it.
        if (_source.Count == 0 && !passive && !IsNominal(coded.Source)) AddBefore(coded.Shown[0], sentence);
        if (_target.Count == 0 && _places.Count == 0 && !(lexicon.IsDomestic(coded.Type) && clauses.Syntax.Child(coded.Verb, Relation.Obj) >= 0)) AddAfter(coded.Shown[0], sentence);

        // Who is described without a country ("rebels", "the police") is of the country where it happens.
        if (_source.Count == 0) _source.AddRange(_places);
        _target.RemoveAll(target => _source.Exists(source => source.Code == target.Code));
        if (_target.Count == 0) _target.AddRange(_places.Where(place => !_source.Exists(source => source.Code == place.Code)));

        // "fought to keep the tax": with nobody.
        if (coded.Type == PloverEvent.Fight && _target.Count == 0 && clauses.Syntax.Child(coded.Verb, Relation.Obj) < 0) return null;

        // Where no other country is named, what is done to people of one's own country, or is always done at home, is done there.
        if (_target.Count == 0 && (_people || lexicon.IsDomestic(coded.Type))) _target.AddRange(_source);
        // It takes two to consult: "met the deadline", "talked about it".
        if (coded.Type == PloverEvent.Consult && _source.Count + _target.Count < 2) return null;
        if (_source.Count == 0 && (_target.Count == 0 || coded.Source < 0 || IsUnknown(coded.Source))) return null;
        return new PoliticalEvent(coded.Type, coded.Mode, Contexts(coded.Verb), [.. _source], [.. _target], null,
            [.. coded.Shown.Distinct().Order().Select(token => clauses.Document.Tokens[token])]);
    }

    // Objects and what is done toward someone; of what is agreed to, demanded or refused also those of the verb below.
    private void AddObjects(int verb, bool passive, int depth)
    {
        foreach (var child in clauses.Syntax.Children(verb))
        {
            switch (clauses.Syntax.Relations[child])
            {
                case Relation.Obj or Relation.Iobj: AddTarget(child); break;
                case Relation.Nsubj or Relation.NsubjPass when depth > 0: AddTarget(child); break;
                case Relation.Obl when IsPlace(child): actors.Add(child, clauses: false, _places); break;
                case Relation.Obl when !(passive && IsAgent(child)): AddTarget(child); break;
                case Relation.Ccomp or Relation.Xcomp when depth < Depth: AddObjects(child, clauses.IsPassive(child), depth + 1); break;
            }
        }
    }

    // "we blame them": nobody knows who.
    private bool IsUnknown(int subject) => clauses.Syntax.UniversalTags[subject] == UniversalTag.Pron && !actors.IsPeople(subject);

    private bool IsNominal(int token) =>
        token >= 0 && clauses.Syntax.UniversalTags[token] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && clauses.Syntax.Relations[token] is Relation.Nsubj or Relation.NsubjPass;

    private void AddTarget(int head)
    {
        var before = _target.Count;
        actors.Add(head, clauses: false, _target);
        _people |= _target.Count == before && actors.IsPeople(head);
    }

    private void AddBefore(int verb, TokenRange sentence)
    {
        var first = verb;
        while (first > sentence.First && !IsFinite(first - 1)) first--;
        actors.Add(new TokenRange(first, verb), _source);
    }

    private void AddAfter(int verb, TokenRange sentence)
    {
        var end = verb + 1;
        while (end < sentence.End && !(IsFinite(end) && (clauses.Frame(end) & EventFrame.Report) != 0) && !EndsReach(end)) end++;

        // "..., the ministry said": back over who said it.
        if (end < sentence.End && IsFinite(end))
            while (end > verb + 1 && clauses.Syntax.UniversalTags[end - 1] != UniversalTag.Punct) end--;
        actors.Add(new TokenRange(verb + 1, end), _target);
    }

    // "who", ", ignoring ...", "—": what follows is said of something else.
    private bool EndsReach(int token) =>
        clauses.Syntax.PennTags[token] is PennTag.Wdt or PennTag.Wp || clauses.Document.Text[clauses.Document.Tokens.Starts[token]] is '—' or '–' or ';'
        || clauses.Syntax.PennTags[token] == PennTag.Vbg && clauses.Syntax.UniversalTags[token - 1] == UniversalTag.Punct;

    private bool IsFinite(int token) => clauses.Syntax.PennTags[token] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp && clauses.IsVerb(token);

    private bool IsAgent(int token) =>
        clauses.Syntax.Relations[token] == Relation.OblAgent
        || clauses.Syntax.Relations[token] == Relation.Obl && clauses.Syntax.Child(token, Relation.Case) is >= 0 and var preposition && (clauses.Frame(preposition) & EventFrame.By) != 0;

    private bool IsPlace(int token) =>
        clauses.Syntax.Child(token, Relation.Case) is >= 0 and var preposition && (clauses.Frame(preposition) & EventFrame.Place) != 0;

    private ImmutableArray<string> Contexts(int verb)
    {
        var found = new List<string>();
        Span<char> buffer = stackalloc char[64];
        var range = clauses.Syntax.Subtree(verb);
        for (var i = range.First; i < Math.Min(range.End, range.First + 80); i++)
            foreach (var context in lexicon.Contexts(clauses.Syntax.Lemma(i, buffer)))
                if (!found.Contains(context)) found.Add(context);
        return [.. found];
    }
}
