using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>What the words of a source lead to.</summary>
/// <param name="Party">Who speaks.</param>
/// <param name="Medium">What they speak in, where the source says so ("a Defence Ministry statement").</param>
internal readonly record struct Heard(Party Party, Medium? Medium);

/// <summary>
/// Finds who speaks: reads the words of sources in the order of the text and remembers who spoke, so that a pronoun, a surname or
/// a description ("the diplomat") leads back to one already heard. Nobody is guessed: "someone" names nobody.
/// </summary>
internal sealed class SpeakerReader(Words words, EntityIndex entities, ActorTable actors, string? outlet)
{
    private const int Memory = 24;
    private const int FarthestTopic = 120;
    private const int LongestReason = 40;

    private readonly Names _names = new(words, entities);
    private readonly RoleReader _roles = new(words, entities, actors);
    private readonly Dictionary<(string, SpeakerKind), Party> _parties = [];
    private readonly LinkedList<Party> _recent = new();

    public Names Names => _names;

    /// <summary>Who the label of a dialogue's turn stands for: the interviewee, the outlet that asks, or whoever it names.</summary>
    public Party? OfLabel(TokenRange label)
    {
        Party? party;
        if (words.Lexicon.Asks(words[label.First]) && label.Count == 1)
            return outlet is null ? null : Add(outlet, SpeakerKind.Organization, label, null);
        if (words.Lexicon.Answers(words[label.First]) && label.Count == 1) party = Interviewee(label.First);
        else party = _names.OfLabel(label) is var name && name != label ? Named(name) : Find(label)?.Party;
        if (party is not null) Remember(party, label.First);
        return party;
    }

    // Whoever is first named before the first answer.
    private Party? Interviewee(int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (!words.IsCapitalised(i)) continue;
            var end = i + 1;
            while (end < before && words.IsCapitalised(end) && words.IsNextTo(end - 1)) end++;
            var name = _names.AtEnd(new TokenRange(i, end));
            if (name.Count > 1 && KindOf(name) == SpeakerKind.Person) return Named(name);
            i = end - 1;
        }

        return null;
    }

    /// <summary>Who the words of a source stand for; null where they name nobody.</summary>
    public Heard? Find(TokenRange source)
    {
        if (SourcePhrase.Parse(source, words, _names) is not { } phrase) return null;
        var heard = IsPartOf(phrase) ? ByPart(phrase)
            : words.IsPronoun(phrase.Core.First) && !words.IsPossessivePronoun(phrase.Core.First) && (phrase.Core.Count == 1 || phrase.Head == phrase.Core.First) ? ByPronoun(phrase) : ByPhrase(phrase);
        if (heard is not { } found) return null;
        Remember(found.Party, source.First);
        if (found.Medium is { } medium) found.Party.Medium = medium;
        return found;
    }

    private Heard? ByPronoun(SourcePhrase phrase)
    {
        var i = phrase.Core.First;
        var kind = words.Lexicon.PronounOf(words[i]);
        var personal = kind is PronounKind.He or PronounKind.She;
        if (entities.AtHead(i) is { IsNamed: true } entity && (!personal || entity.Type == EntityType.Person) && _names.Fullest(entity) is { } known) return new Heard(Named(known), null);
        var party = kind switch
        {
            PronounKind.He or PronounKind.She or PronounKind.Who => PersonBy(i),
            PronounKind.It => Last(p => p.Kind is SpeakerKind.Organization or SpeakerKind.Document || p.Medium is not null, i),
            PronounKind.They => GroupBy(i) ?? Last(p => p.Kind is SpeakerKind.Organization, i),
            _ => null,
        };
        return party is null ? null : new Heard(party, kind == PronounKind.It ? party.Medium : null);
    }

    // "one", "another", "some of them": told from those just spoken of; "one, Aldo Renzi" is named after all.
    private bool IsPartOf(SourcePhrase phrase) =>
        words.Lexicon.PartOf(words[phrase.Core.First]) != SourceNoun.None && (phrase.Core.Count == 1 || words.Tag(phrase.Core.First + 1) == UniversalTag.Adp);

    private Heard? ByPart(SourcePhrase phrase)
    {
        if (NameInTail(phrase.Tail) is { Count: > 1 } name) return new Heard(Named(name), null);
        return Unnamed(phrase, words.Lexicon.PartOf(words[phrase.Core.First]) == SourceNoun.Person ? SpeakerKind.Person : SpeakerKind.Group);
    }

    private Heard? ByPhrase(SourcePhrase phrase)
    {
        if (words.Lexicon.MediumOf(words[phrase.Head]) is { Voice: MediumVoice.Author or MediumVoice.Text } medium && phrase.Name.Count == 0)
            return ByDocument(phrase, medium);
        if (phrase.Name.Count > 0 && phrase.Name.End >= phrase.Head) return new Heard(Named(phrase.Name), null);

        // "Port Alder's harbour master, Lionel Trask": the name follows.
        if (words.Lexicon.NounOf(words[phrase.Head]) != SourceNoun.Group && words.Tag(phrase.Head) == UniversalTag.Noun && NameInTail(phrase.Tail) is { Count: > 0 } name) return new Heard(Named(name), null);
        return Described(phrase);
    }

    private Heard? ByDocument(SourcePhrase phrase, MediumWord word)
    {
        var evidence = words.Where(new TokenRange(phrase.Head, phrase.Head + 1));
        var medium = new Medium(word.Name, [evidence]);
        var first = phrase.Core.First;
        var owner = new TokenRange(AfterDeterminer(first), phrase.Head);
        if (owner.Count > 0 && words.IsPossessive(owner.End - 1)) owner = new TokenRange(owner.First, owner.End - 1);
        if (word.Voice == MediumVoice.Author)
        {
            if (words.IsPossessivePronoun(first) && ByOwner(first) is { } writer) return new Heard(writer, medium);
            if (Speaks(owner) && Find(owner) is { } author) return new Heard(author.Party, medium);
            var by = phrase.Head + 1;
            if (by < phrase.Core.End && words.Lexicon.NamesAuthor(words[by]) && Find(new TokenRange(by + 1, phrase.Core.End)) is { } maker)
                return new Heard(maker.Party, medium);
        }

        if (IsDefinite(first) && Last(p => p.Medium is { } m && (m.Name == word.Name || word.Name == "document") || p.Kind == SpeakerKind.Document && words.Is(phrase.Head, p.Noun), first) is { } known)
            return new Heard(known, known.Medium ?? medium);
        var party = Add(words.Printed(new TokenRange(AfterDeterminer(first), EndOfDescription(phrase))), SpeakerKind.Document,
            new TokenRange(AfterDeterminer(first), EndOfDescription(phrase)), words[phrase.Head].ToString());
        return new Heard(party, medium);
    }

    private Heard? Described(SourcePhrase phrase)
    {
        var noun = words.Lexicon.NounOf(words[phrase.Head]);
        if (noun == SourceNoun.Indefinite) return null;
        var first = phrase.Core.First;
        if ((IsDefinite(first) || words.IsPossessivePronoun(first)) && phrase.Core.End == phrase.Head + 1 && Known(phrase, noun) is { } known) return new Heard(known, null);
        var kind = noun switch
        {
            SourceNoun.Person => SpeakerKind.Person,
            SourceNoun.Group => SpeakerKind.Group,
            SourceNoun.Organization => SpeakerKind.Organization,
            SourceNoun.Document => SpeakerKind.Document,
            _ when words.Syntax.PennTags[phrase.Head] is PennTag.Nns => SpeakerKind.Group,
            _ => SpeakerKind.Organization,
        };
        return Unnamed(phrase, kind);
    }

    private Heard Unnamed(SourcePhrase phrase, SpeakerKind kind)
    {
        var range = new TokenRange(kind is SpeakerKind.Organization or SpeakerKind.Document ? AfterDeterminer(phrase.Core.First) : phrase.Core.First, EndOfDescription(phrase));
        if (range.Count <= 0) range = phrase.Core;
        var party = Add(words.Printed(range), kind, range, words[phrase.Head].ToString());
        if (kind is SpeakerKind.Person or SpeakerKind.Group)
        {
            party.Anonymous ??= new Anonymity(Reason(phrase.Core.End));
            var (role, affiliation) = _roles.Describe(new TokenRange(AfterDeterminer(phrase.Core.First), EndOfDescription(phrase)), phrase.Head);
            party.Role ??= role;
            party.Affiliation ??= affiliation;
        }

        return new Heard(party, null);
    }

    private Party Named(TokenRange name)
    {
        var full = _names.Fullest(name);
        var kind = KindOf(full);
        var party = Add(words.Printed(full), kind, full, null, _names.EntityOf(name));
        if (party.Role is null && kind == SpeakerKind.Person)
        {
            // The mention that says most, first those in full.
            foreach (var mention in _names.Mentions(full).Append(name))
            {
                var (role, affiliation) = _roles.Read(mention);
                if (role is null && (affiliation is null || party.Affiliation is not null)) continue;
                if (party.Role is not null && (party.Affiliation is not null || affiliation is null)) continue;
                party.Role = role ?? party.Role;
                party.Affiliation = affiliation ?? party.Affiliation;
            }
        }

        return party;
    }

    private SpeakerKind KindOf(TokenRange name)
    {
        if (_names.EntityOf(name) is { Type: EntityType.Person or EntityType.Organization or EntityType.Place } entity)
            return entity.Type == EntityType.Person ? SpeakerKind.Person : SpeakerKind.Organization;
        for (var i = name.First; i < name.End; i++)
            if (words.Lexicon.NounOf(words[i]) is SourceNoun.Organization or SourceNoun.Group || words.Lexicon.IsOutletPart(words[i])) return SpeakerKind.Organization;
        if (IsAcronym(words[name.End - 1]) && name.Count < 3) return SpeakerKind.Organization;
        if (name.First > 0 && words.Tag(name.First - 1) == UniversalTag.Det || words.Printed(name) == outlet) return SpeakerKind.Organization;
        if (name.Count > 1) return SpeakerKind.Person;
        return name.First > 0 && words.Language.IsTitle(words[name.First - 1].TrimEnd('.')) ? SpeakerKind.Person : SpeakerKind.Organization;
    }

    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0;

    private Party? Known(SourcePhrase phrase, SourceNoun noun)
    {
        var head = words[phrase.Head].ToString();
        return Last(p => noun == SourceNoun.Person && p.Kind != SpeakerKind.Person ? false : string.Equals(p.Noun, head, StringComparison.OrdinalIgnoreCase)
            || (p.Role is { } role && HasWord(role.Text, head))
            || (noun == SourceNoun.Organization && p.Kind == SpeakerKind.Organization && HasWord(p.Name, head)), phrase.Core.First);
    }

    private Party? ByOwner(int pronoun) => words.Lexicon.PronounOf(words[pronoun]) switch
    {
        PronounKind.He or PronounKind.She => PersonBy(pronoun),
        PronounKind.It => Last(p => p.Kind is SpeakerKind.Organization, pronoun),
        _ => Last(p => p.Kind is SpeakerKind.Group or SpeakerKind.Organization, pronoun),
    };

    // Whom "they" stands for: those whom the paragraph named since anyone spoke, else those who spoke last.
    private Party? GroupBy(int pronoun)
    {
        var last = Last(p => p.Kind is SpeakerKind.Group, pronoun);
        var paragraph = words.Document.Paragraphs[Words.IndexOf(words.Document.Paragraphs.AsSpan(), pronoun)];
        for (var i = Math.Max(paragraph.First, Math.Max(last?.LastAt + 1 ?? 0, pronoun - FarthestTopic)); i < pronoun; i++)
        {
            if (words.Lexicon.NounOf(words[i]) != SourceNoun.Group || words.IsQuoted(i) || words.Syntax.Relations[i] is not (Relation.Nsubj or Relation.NsubjPass)) continue;
            var first = i;
            while (first > paragraph.First && words.Tag(first - 1) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj) first--;
            return Find(new TokenRange(first, i + 1))?.Party;
        }

        return last;
    }

    // A person of whom the article does not show that the pronoun cannot be theirs.
    private bool CanBe(Party party, int pronoun) =>
        party.Kind == SpeakerKind.Person && words.Lexicon.PronounOf(words[pronoun]) switch
        {
            PronounKind.He => party.Entity?.Gender != Gender.Female,
            PronounKind.She => party.Entity?.Gender != Gender.Male,
            _ => true,
        };

    // Whom "he" or "she" stands for: the person that the paragraph is about, where it named one since anyone spoke; else whoever
    // spoke last; else whoever was named last.
    private Party? PersonBy(int pronoun)
    {
        var last = Last(p => CanBe(p, pronoun), pronoun);
        var paragraph = words.Document.Paragraphs[Words.IndexOf(words.Document.Paragraphs.AsSpan(), pronoun)];
        for (var i = Math.Max(paragraph.First, Math.Max(last?.LastAt + 1 ?? 0, pronoun - FarthestTopic)); i < pronoun; i++)
        {
            if (!words.IsCapitalised(i) || words.IsQuoted(i)) continue;
            var end = i + 1;
            while (end < pronoun && words.IsCapitalised(end) && words.IsNextTo(end - 1)) end++;
            var name = _names.AtEnd(new TokenRange(i, end));
            var full = _names.Fullest(name);
            if (full.Count > 1 && KindOf(full) == SpeakerKind.Person && !words.IsPossessive(name.End) && CanBe(Named(name), pronoun)) return Named(name);
            i = end - 1;
        }

        return last ?? PersonBefore(pronoun);
    }

    // The person named last before a token, in the same paragraph or the one before.
    private Party? PersonBefore(int token)
    {
        var paragraph = Words.IndexOf(words.Document.Paragraphs.AsSpan(), token);
        var least = words.Document.Paragraphs[Math.Max(0, paragraph - 1)].First;
        for (var i = token - 1; i >= least; i--)
        {
            if (!words.IsCapitalised(i)) continue;
            var name = _names.AtEnd(new TokenRange(least, i + 1));
            var full = _names.Fullest(name);
            if (full.Count > 1 && KindOf(full) == SpeakerKind.Person) return Named(name);
            i = Math.Min(i, name.First);
        }

        return null;
    }

    private bool Speaks(TokenRange owner)
    {
        for (var i = owner.First; i < owner.End; i++)
            if (words.IsCapitalised(i) || words.Lexicon.NounOf(words[i]) is SourceNoun.Organization or SourceNoun.Person or SourceNoun.Group) return true;
        return false;
    }

    private TokenRange NameInTail(TokenRange tail)
    {
        var i = tail.First;
        while (i < tail.End && (words.IsMark(i) || words.Tag(i) == UniversalTag.Det)) i++;
        var end = i;
        while (end < tail.End && words.IsCapitalised(end)) end++;
        return new TokenRange(i, end);
    }

    // After a comma: "who spoke on condition of anonymity because ...", up to the comma that closes it.
    private Phrase? Reason(int after)
    {
        if (words.First(after) != ',' && !words.IsPronoun(after)) return null;
        var first = words.IsMark(after) ? after + 1 : after;
        var tells = false;
        var end = first;
        for (; end < words.Count && end - first < LongestReason && !words.IsQuotationMark(end) && words.First(end) is not ('.' or '!' or '?'); end++)
        {
            tells |= words.Lexicon.TellsAnonymity(words[end]);
            if (tells && words.First(end) == ',') break;
        }

        return tells ? words.Cite(new TokenRange(first, end)) : null;
    }

    private int EndOfDescription(SourcePhrase phrase)
    {
        var end = phrase.Core.End;
        while (end > phrase.Head + 1 && words.Tag(end - 1) == UniversalTag.Adv) end--;
        return end;
    }

    private int AfterDeterminer(int first) =>
        words.Tag(first) == UniversalTag.Det || words.IsPossessivePronoun(first) ? first + 1 : first;

    private bool IsDefinite(int first) => words.Is(first, "the") || words.Is(first, "this") || words.Is(first, "that") || words.Is(first, "these");

    private Party Add(string name, SpeakerKind kind, TokenRange where, string? noun, Entity? entity = null)
    {
        if (!_parties.TryGetValue((name, kind), out var party))
            _parties.Add((name, kind), party = new Party { Name = name, Kind = kind, Named = where, Noun = noun, Entity = entity });
        return party;
    }

    private void Remember(Party party, int at)
    {
        party.LastAt = at;
        _recent.Remove(party);
        _recent.AddFirst(party);
        if (_recent.Count > Memory) _recent.RemoveLast();
    }

    private Party? Last(Func<Party, bool> fits, int before)
    {
        foreach (var party in _recent)
            if (party.LastAt < before && fits(party)) return party;
        return null;
    }

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }
}
