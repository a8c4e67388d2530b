using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Gathers the names of one entity: those written alike, other names of one actor, short names and the full name that they
/// shorten, acronyms and what they stand for. Where a short name fits two people it stays with the one of them that the article
/// is about, or by itself.
/// </summary>
internal sealed class NameLinker(EntityLexicon lexicon, GrammarWords grammar, ActorLinker actors)
{
    // A word that many names share tells nobody apart; the rest stay by themselves.
    private const int MostAlike = 32;

    // Of two people with one name, a short name means the one that is named in full at least this many times as often.
    private const int Dominance = 3;

    private readonly Dictionary<string, EntityDraft> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Actor, EntityDraft> _byActor = [];
    private readonly Dictionary<string, List<EntityDraft>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityDraft> _acronyms = new(StringComparer.Ordinal);

    /// <summary>Gathers the names of a document; the drafts stand in the order of their first names.</summary>
    public List<EntityDraft> Link(Document document, DocumentSyntax syntax, List<RecognisedName> names)
    {
        _exact.Clear();
        _byActor.Clear();
        _byWord.Clear();
        _acronyms.Clear();
        var drafts = new List<EntityDraft>();
        foreach (var name in names)
        {
            var draft = ByNameOrActor(document, syntax, name, drafts);
            draft.Mentions.Add(MentionOf(document, syntax, name.Tokens));
            draft.Gender ??= draft.Type == EntityType.Person ? GenderOf(document, name.Tokens) : null;
        }

        foreach (var draft in drafts) Index(document, draft);
        foreach (var draft in drafts) Shorten(document, draft);
        drafts.RemoveAll(d => d.MergedInto is not null);
        foreach (var draft in drafts) draft.Mentions.Sort((a, b) => a.Tokens.First.CompareTo(b.Tokens.First));
        return drafts;
    }

    /// <summary>A name as a mention.</summary>
    public static Mention MentionOf(Document document, DocumentSyntax syntax, TokenRange tokens)
    {
        var head = tokens.End - 1;
        for (var i = tokens.First; i < tokens.End; i++)
            if (syntax.Heads[i] < tokens.First || syntax.Heads[i] >= tokens.End) { head = i; break; }
        return new Mention(tokens, Span.FromBounds(document.Tokens.Starts[tokens.First], document.Tokens[tokens.End - 1].End), head, MentionKind.Name);
    }

    private EntityDraft ByNameOrActor(Document document, DocumentSyntax syntax, RecognisedName name, List<EntityDraft> drafts)
    {
        var (actor, use) = actors.Find(document, syntax, name.Tokens, name.Type);
        var type = name.Type;
        if (actor is null && type == EntityType.Place && name.Tokens.Count > 1
            && actors.BodyOfState(document, syntax, name.Tokens, name.Tokens.First) is { } body) (actor, type) = (body, EntityType.Organization);
        if (use == ActorUse.Capital)
        {
            var acts = actors.ActsAsGovernment(document, syntax, MentionOf(document, syntax, name.Tokens).Head);
            (actor, type) = acts ? (actor, EntityType.Organization) : (null, EntityType.Place);
        }
        else if (actor is not null)
        {
            type = use == ActorUse.Country ? EntityType.Place : EntityType.Organization;
        }

        // Names of one actor are one entity; but each capital, seat or body that stands for a government is its own.
        if (actor is not null && use != ActorUse.Capital && _byActor.TryGetValue(actor, out var known)) return known;
        var key = $"{(type == EntityType.Other ? EntityType.Organization : type)} {Text(document, name.Tokens)}";
        if (!_exact.TryGetValue(key, out var draft))
        {
            drafts.Add(draft = new EntityDraft(type, name.Tokens) { Actor = actor });
            _exact[key] = draft;
            if (actor is not null && use != ActorUse.Capital) _byActor[actor] = draft;
        }

        return draft;
    }

    // Every longer name, by each of its words that a shorter one may be.
    private void Index(Document document, EntityDraft draft)
    {
        if (draft.Name.Count < 2) return;
        if (draft.Type == EntityType.Person)
        {
            Add(Word(document, draft.Name.First), draft);
            if (!Word(document, draft.Name.First).Equals(Word(document, LastOf(document, draft.Name)), StringComparison.Ordinal))
                Add(Word(document, LastOf(document, draft.Name)), draft);
        }
        else
        {
            Add(Word(document, draft.Name.First), draft);
            var acronym = Acronym(document, draft.Name);
            if (acronym.Length >= 2) _acronyms.TryAdd(acronym, draft);
        }
    }

    private void Add(string word, EntityDraft draft)
    {
        if (!_byWord.TryGetValue(word, out var alike)) _byWord[word] = alike = [];
        if (alike.Count < MostAlike) alike.Add(draft);
    }

    private void Shorten(Document document, EntityDraft draft)
    {
        var full = draft.Type == EntityType.Person ? FullPerson(document, draft) : FullOrganization(document, draft);
        for (var k = 0; full?.MergedInto is not null && k < MostAlike; k++) full = full.MergedInto;
        if (full is null || full == draft) return;
        full.Mentions.AddRange(draft.Mentions);
        full.Gender ??= draft.Gender;
        full.Actor ??= draft.Actor;
        if (draft.Name.Count > full.Name.Count) full.Name = draft.Name;
        draft.MergedInto = full;
    }

    private EntityDraft? FullPerson(Document document, EntityDraft draft)
    {
        var last = Word(document, LastOf(document, draft.Name));
        if (!_byWord.TryGetValue(last, out var candidates)) return null;
        // As a last name before as a first name: "Kelly" is Jane Kelly rather than Kelly Roe.
        return Choose(document, draft, candidates, byLast: true) ?? Choose(document, draft, candidates, byLast: false);
    }

    private EntityDraft? Choose(Document document, EntityDraft draft, List<EntityDraft> candidates, bool byLast)
    {
        EntityDraft? best = null, second = null;
        foreach (var candidate in candidates)
        {
            if (candidate == draft || candidate.MergedInto is not null || candidate.Type != EntityType.Person) continue;
            if (byLast ? !Fits(document, draft, candidate) : !BeginsWith(document, candidate.Name, draft.Name)) continue;
            if (draft.Gender is { } gender && candidate.Gender is { } other && gender != other) continue;
            if (best is null || candidate.Mentions.Count > best.Mentions.Count) (best, second) = (candidate, best);
            else if (second is null || candidate.Mentions.Count > second.Mentions.Count) second = candidate;
        }

        return second is null || best!.Mentions.Count >= Dominance * second.Mentions.Count ? best : null;
    }

    // The same last words; the first name, where both have one, the same or its initial.
    private bool Fits(Document document, EntityDraft shorter, EntityDraft longer)
    {
        if (longer.Name.Count < shorter.Name.Count || shorter.Name.Count == longer.Name.Count && shorter.Name.First < longer.Name.First && shorter.Name.Count > 1) return false;
        int s = LastOf(document, shorter.Name), l = LastOf(document, longer.Name);
        if (!Word(document, s).Equals(Word(document, l), StringComparison.Ordinal)) return false;
        if (s == shorter.Name.First) return l > longer.Name.First;
        if (EndsWith(document, longer.Name.First, l, shorter.Name.First, s)) return true;
        // "Donald Trump" and "Donald J. Trump", "J. Roe" and "Jane Roe".
        var (a, b) = (Word(document, shorter.Name.First), Word(document, longer.Name.First));
        return a == b || (a.TrimEnd('.').Length == 1 && b[0] == a[0]) || (b.TrimEnd('.').Length == 1 && a[0] == b[0]);
    }

    private static bool EndsWith(Document document, int longFirst, int longLast, int shortFirst, int shortLast)
    {
        for (; shortLast >= shortFirst; shortLast--, longLast--)
            if (longLast < longFirst || Word(document, shortLast) != Word(document, longLast)) return false;
        return true;
    }

    private static bool BeginsWith(Document document, TokenRange longer, TokenRange shorter)
    {
        if (longer.Count <= shorter.Count) return false;
        for (var k = 0; k < shorter.Count; k++)
            if (Word(document, longer.First + k) != Word(document, shorter.First + k)) return false;
        return true;
    }

    private EntityDraft? FullOrganization(Document document, EntityDraft draft)
    {
        if (draft.Name.Count == 1 && Word(document, draft.Name.First) is { Length: >= 2 } word && word.All(c => char.IsUpper(c) || c == '.')
            && _acronyms.TryGetValue(word.Replace(".", "", StringComparison.Ordinal), out var full) && full.MergedInto is null && full.Type != EntityType.Person)
            return full;
        if (draft.Type != EntityType.Organization || draft.Actor is not null || !_byWord.TryGetValue(Word(document, draft.Name.First), out var candidates)) return null;
        // "Goldman" and "Goldman Sachs": the one organisation whose name goes on from this one.
        EntityDraft? only = null;
        foreach (var candidate in candidates)
        {
            if (candidate == draft || candidate.MergedInto is not null || candidate.Type != EntityType.Organization || candidate.Actor is not null
                || !BeginsWith(document, candidate.Name, draft.Name)) continue;
            if (only is not null) return null;
            only = candidate;
        }

        return only;
    }

    // The capitals of a name: "Students United for Peace" is SUP; connecting words count in none.
    private static string Acronym(Document document, TokenRange name)
    {
        const int Longest = 12;
        Span<char> letters = stackalloc char[Longest];
        var n = 0;
        for (var i = name.First; i < name.End && n < Longest; i++)
            if (char.IsUpper(document.Text[document.Tokens.Starts[i]])) letters[n++] = document.Text[document.Tokens.Starts[i]];
        return letters[..n].ToString();
    }

    private Gender? GenderOf(Document document, TokenRange name)
    {
        if (name.First > 0 && lexicon.GenderOfHonorific(document.Tokens[name.First - 1].In(document.Text)) is { } told) return told;
        if (name.First > 0 && lexicon.GenderOf(Word(document, name.First - 1).ToLowerInvariant()) is { } noun) return noun;
        return name.Count > 1 && lexicon.IsFirstName(document.Tokens[name.First].In(document.Text), out var gender) ? gender : null;
    }

    // The last word that is not "Jr." or a number of a king.
    private int LastOf(Document document, TokenRange name)
    {
        var last = name.End - 1;
        while (last > name.First && (document.Tokens.Kinds[last] != TokenKind.Word
            || grammar.ClassOf(document.Tokens[last].In(document.Text)) == GrammarClass.Generation)) last--;
        return last;
    }

    private static string Word(Document document, int i) => document.Tokens[i].In(document.Text).ToString();

    private static string Text(Document document, TokenRange range) =>
        document.Text[document.Tokens.Starts[range.First]..document.Tokens[range.End - 1].End];
}
