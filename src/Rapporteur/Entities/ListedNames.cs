using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Brings what the recogniser found together with the actor table: a name that the table knows is found though the recogniser
/// passed it over, and is no person unless the article shows one of that name.
/// </summary>
internal sealed class ListedNames(EntityLexicon lexicon, GrammarWords grammar)
{
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private readonly List<RecognisedName> _merged = [];

    /// <summary>Adds and mends names; they stay in the order of the text.</summary>
    public void Apply(Document document, NameAttributes attributes, List<RecognisedName> names)
    {
        _surnames.Clear();
        _merged.Clear();
        foreach (var name in names)
            if (name.Type == EntityType.Person && name.Tokens.Count > 1) _surnames.Add(Word(document, name.Tokens.End - 1));

        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                while (next < names.Count && names[next].Tokens.End <= i) next++;
                if (next < names.Count && names[next].Tokens.First <= i)
                {
                    var name = names[next++];
                    // A letter in brackets ("(D-Vt.)") or an initial names nothing.
                    if (name.Tokens.Count == 1 && document.Tokens.Lengths[i] == 1) continue;

                    // A day or a month by itself is a date, unless a woman is called by it.
                    if (name.Tokens.Count == 1 && name.Type != EntityType.Person && grammar.ClassOf(document.Tokens[i].In(document.Text)) == GrammarClass.Calendar) continue;
                    var mended = Mended(document, attributes, name);
                    var tokens = Whole(document, attributes, sentence, name.Tokens);
                    if (mended == EntityType.Person) tokens = Person(document, attributes, sentence, tokens);
                    AddApart(attributes, new RecognisedName(tokens, mended));
                    i = tokens.End - 1;
                    while (next < names.Count && names[next].Tokens.First < tokens.End) next++;
                    continue;
                }

                if (NameAfterRole(attributes, sentence, i, next < names.Count ? names[next].Tokens.First : sentence.End) is { Count: > 0 } person)
                {
                    _merged.Add(new RecognisedName(person, EntityType.Person));
                    i = person.End - 1;
                    continue;
                }

                if (attributes.Listed[i] % 2 == 0) continue;
                var (listed, count) = lexicon.Actors.At(document, i, sentence.End);
                if (listed is null || listed.Use == ActorUse.Demonym || !Stands(attributes, sentence, i, count, listed.Use)) continue;
                if (next < names.Count && names[next].Tokens.First < i + count)
                {
                    // The recogniser saw a part of it: the table knows the whole.
                    if (names[next].Tokens.End > i + count) continue;
                    while (next < names.Count && names[next].Tokens.First < i + count) next++;
                }

                _merged.Add(new RecognisedName(new TokenRange(i, i + count), TypeOf(listed)));
                i += count - 1;
            }
        }

        names.Clear();
        names.AddRange(_merged);
    }

    // A hyphen written up against both its words makes one name of them: "Soto-Marín".
    private static TokenRange Whole(Document document, NameAttributes attributes, TokenRange sentence, TokenRange name)
    {
        var end = name.End;
        while (end + 1 < sentence.End && attributes.Case[end + 1] is WordCase.Capital or WordCase.Mixed && document.Text[document.Tokens.Starts[end]] == '-'
            && document.Tokens[end - 1].End == document.Tokens.Starts[end] && document.Tokens[end].End == document.Tokens.Starts[end + 1]) end += 2;
        return new TokenRange(name.First, end);
    }

    // "spokesman Ned Price": two capitals behind the noun for a person, though the recogniser took them for other words.
    private static TokenRange NameAfterRole(NameAttributes attributes, TokenRange sentence, int i, int limit)
    {
        const byte PersonNoun = 8 + (byte)NounClass.Person;
        const int LongestName = 4;
        if (i == sentence.First || attributes.Kind[i - 1] != PersonNoun || attributes.Case[i - 1] != WordCase.Lower) return default;
        var end = i;
        while (end < limit && end - i < LongestName && attributes.Case[end] is WordCase.Capital or WordCase.Mixed) end++;
        return end - i > 1 && (end == sentence.End || attributes.Case[end] is WordCase.Lower or WordCase.NoWord) ? new TokenRange(i, end) : default;
    }

    // "Jane Roe and John Doe" are two people, though the recogniser may take them for one.
    private void AddApart(NameAttributes attributes, RecognisedName name)
    {
        var first = name.Tokens.First;
        if (name.Type == EntityType.Person)
            for (var i = first + 1; i < name.Tokens.End - 1; i++)
            {
                if (attributes.Tag[i] != (uint)PennTag.Cc) continue;
                _merged.Add(name with { Tokens = new TokenRange(first, i) });
                first = i + 1;
            }

        _merged.Add(name with { Tokens = new TokenRange(first, name.Tokens.End) });
    }

    // A person's name without the titles that the recogniser took for a part of it, and with the "Jr." or "III" that it left out.
    private TokenRange Person(Document document, NameAttributes attributes, TokenRange sentence, TokenRange name)
    {
        const byte Title = 4;
        const byte PersonNoun = 8 + (byte)NounClass.Person;
        int first = name.First, end = name.End;
        for (var i = name.First + 1; i < end; i++)
            if (attributes.Tag[i] == (uint)PennTag.Pos) end = i;
        for (var i = name.First; i < end - 1; i++)
            if (attributes.Kind[i] is Title or PersonNoun && attributes.Case[i + 1] > WordCase.Lower) first = i + 1;
        if (end == name.End && end < sentence.End && grammar.ClassOf(document.Tokens[end].In(document.Text)) == GrammarClass.Generation) end++;
        return new TokenRange(first, end);
    }

    private EntityType Mended(Document document, NameAttributes attributes, RecognisedName name)
    {
        var text = document.Text.AsSpan(document.Tokens.Starts[name.Tokens.First], document.Tokens[name.Tokens.End - 1].End - document.Tokens.Starts[name.Tokens.First]);
        if (name.Type is EntityType.Organization || lexicon.Actors.Find(text) is not { } listed || listed.Use == ActorUse.Demonym) return name.Type;
        if (name.Type == EntityType.Place) return listed.Use is ActorUse.Name && listed.Actor.Kind is not ActorKind.Government ? EntityType.Organization : name.Type;
        if (name.Tokens.Count > 1) return TypeOf(listed);
        var first = name.Tokens.First;
        var isPerson = attributes.Kind[first] is >= 1 and <= 4 || _surnames.Contains(Word(document, first))
            || (attributes.Uses[first] & (NameAttributes.Use.AfterFirstName | NameAttributes.Use.AfterTitle)) != 0;
        return isPerson ? name.Type : TypeOf(listed);
    }

    // A name and not a common word that is written like one: of several words, or in capitals, or tagged as a name inside a sentence.
    private static bool Stands(NameAttributes attributes, TokenRange sentence, int i, int count, ActorUse use)
    {
        if (attributes.Case[i] is WordCase.NoWord or WordCase.Lower) return count > 1;
        if (count > 1 || attributes.Case[i] is WordCase.AllCapitals && attributes.Tag[i] is (uint)PennTag.Nnp) return true;
        if ((attributes.Uses[i] & NameAttributes.Use.Lower) != 0) return false;
        return use != ActorUse.Name || attributes.Tag[i] is (uint)PennTag.Nnp or (uint)PennTag.Nnps && (i > sentence.First || (attributes.Uses[i] & NameAttributes.Use.CapitalInside) != 0);
    }

    private static EntityType TypeOf(ActorName name) => name.Use is ActorUse.Country or ActorUse.Capital ? EntityType.Place : EntityType.Organization;

    private static string Word(Document document, int i) => document.Tokens[i].In(document.Text).ToString();
}
