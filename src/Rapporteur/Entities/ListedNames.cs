using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Brings what the recogniser found together with the actor table: a name that the table knows is found though the recogniser
/// passed it over, and is no person unless the article shows one of that name.
/// </summary>
internal sealed class ListedNames(EntityLexicon lexicon)
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
                    _merged.Add(name with { Type = Mended(document, attributes, name) });
                    i = name.Tokens.End - 1;
                    continue;
                }

                if (attributes.Listed[i] % 2 == 0) continue;
                var (listed, count) = lexicon.Actors.At(document, i, sentence.End);
                if (listed is null || listed.Use == ActorUse.Demonym || !Stands(attributes, sentence, i, count)) continue;
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
    private static bool Stands(NameAttributes attributes, TokenRange sentence, int i, int count)
    {
        if (attributes.Case[i] is WordCase.NoWord or WordCase.Lower) return count > 1;
        if (count > 1 || attributes.Case[i] is WordCase.AllCapitals && attributes.Tag[i] is (uint)PennTag.Nnp) return true;
        return attributes.Tag[i] is (uint)PennTag.Nnp or (uint)PennTag.Nnps && (attributes.Uses[i] & NameAttributes.Use.Lower) == 0
            && (i > sentence.First || (attributes.Uses[i] & NameAttributes.Use.CapitalInside) != 0);
    }

    private static EntityType TypeOf(ActorName name) => name.Use is ActorUse.Country or ActorUse.Capital ? EntityType.Place : EntityType.Organization;

    private static string Word(Document document, int i) => document.Tokens[i].In(document.Text).ToString();
}
