using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// What the article says that people are: the words before a name ("China's Foreign Ministry spokesman"), beside it ("Jane Roe, the
/// mayor of Springfield,"), in brackets after it ("(D-Vt.)"), or further on ("Roe, who heads the agency"); and whose they are.
/// </summary>
internal sealed class RoleFinder(EntityLexicon lexicon, GrammarWords grammar)
{
    private const int LongestDescription = 14;
    private const int MostRoles = 8;
    private const int LongestParty = 16;

    private readonly Dictionary<string, Actor> _parties = lexicon.Language.Table("actors/party-letters", 3)
        .ToDictionary(line => line[0], line => new Actor(line[1], line[2], ActorKind.Party), StringComparer.Ordinal);

    /// <summary>Adds the roles of people to their drafts, in the order of the text.</summary>
    public void Read(Document document, DocumentSyntax syntax, List<MentionDraft> mentions, MentionFinder finder)
    {
        foreach (var mention in mentions)
        {
            if (mention.Entity is not { Type: EntityType.Person } person || person.Roles.Count >= MostRoles) continue;
            if (mention.Kind == MentionKind.Name)
            {
                if (mention.Title.Count > 0) AddRole(document, syntax, person, mention.Title, finder, null);
                Brackets(document, mention, person);
                Lead(document, mention, person, finder);
                if (Belonging(document, syntax, mention.Head, finder) is { } affiliation) person.Affiliation ??= affiliation;
            }
            else if (mention.Kind == MentionKind.Description)
            {
                Described(document, syntax, mention, person, finder);
            }
        }
    }

    private void Described(Document document, DocumentSyntax syntax, MentionDraft mention, EntityDraft person, MentionFinder finder)
    {
        if (mention.Noun != NounClass.Person || mention.Beside?.Tokens.First == mention.Head + 1 || mention.Definiteness == Definiteness.Demonstrative) return;
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        if (lexicon.RoleOf(Lower(syntax.Lemma(mention.Head, buffer), stackalloc char[Lemmatizer.Longest])) is null or "person" or "kin") return;
        int first = mention.Tokens.First, end = mention.Tokens.End;
        if (mention.Head - first >= LongestDescription) return;
        end = Math.Min(end, first + LongestDescription);
        while (first < mention.Head && syntax.UniversalTags[first] is UniversalTag.Det or UniversalTag.Pron) first++;
        for (var i = mention.Head + 1; i < end; i++)
            if (document.Tokens.Kinds[i] == TokenKind.Mark && document.Text[document.Tokens.Starts[i]] is ',' or ';' or ':' or '—' or '–' or '"' or '“' or '('
                || syntax.PennTags[i] is PennTag.Wdt or PennTag.Wp or PennTag.WpPossessive) end = i;
        // A name inside ("spokesman Wang Wenbin") ends the description of it.
        for (var i = mention.Head + 1; i < end; i++)
            if (finder.At(i) is { Kind: MentionKind.Name } inside && inside.Entity == person) end = i;
        // "the spokesman" alone says nothing new of someone whose role was told before.
        if (end - first == 1 && person.Roles.Count > 0 || end <= first) return;
        AddRole(document, syntax, person, new TokenRange(first, end), finder, Belonging(document, syntax, mention.Head, finder));
    }

    private void AddRole(Document document, DocumentSyntax syntax, EntityDraft person, TokenRange title, MentionFinder finder, Affiliation? affiliation)
    {
        var range = title;
        var (listed, count) = lexicon.Actors.At(document, range.First, range.End);
        if (listed is { Use: ActorUse.Country or ActorUse.Demonym or ActorUse.Capital } && count < range.Count)
        {
            // Whose it is stands first and is no part of the office: "Russian", "China's".
            var start = range.First + count;
            if (syntax.PennTags[start] is PennTag.Pos && start + 1 < range.End) start++;
            var owner = new TokenRange(range.First, range.First + count);
            affiliation ??= new Affiliation(Text(document, owner), listed.Actor, [Whole(document, owner)]);
            range = new TokenRange(start, range.End);
        }
        else if (affiliation is null)
        {
            for (var i = range.First; i < range.End && affiliation is null; i++)
            {
                (listed, count) = lexicon.Actors.At(document, i, range.End);
                if (listed is not null)
                    affiliation = new Affiliation(Text(document, new TokenRange(i, i + count)), listed.Actor, [Whole(document, new TokenRange(i, i + count))]);
                else if (finder.At(i) is { Kind: MentionKind.Name, Known: { Type: EntityType.Organization or EntityType.Place } body } name && name.Entity != person)
                    affiliation = new Affiliation(Text(document, name.Tokens), body.Actor, [Whole(document, name.Tokens)]);
            }
        }

        var text = Text(document, range);
        person.Affiliation ??= affiliation;
        if (!person.Roles.Exists(r => r.Title.EndsWith(text, StringComparison.OrdinalIgnoreCase)))
            person.Roles.Add(new Role(text, affiliation, [Whole(document, range)]));
    }

    private void Brackets(Document document, MentionDraft name, EntityDraft person)
    {
        var open = name.Tokens.End;
        if (open >= document.Tokens.Count || document.Text[document.Tokens.Starts[open]] != '(') return;
        var start = document.Tokens.Starts[open] + 1;
        var length = document.Text.AsSpan(start, Math.Min(LongestParty, document.Text.Length - start)).IndexOf(')');
        if (length <= 0) return;
        var inside = document.Text.AsSpan(start, length);
        var letters = inside.IndexOfAny('-', '–', ',');
        if (!_parties.TryGetValue((letters < 0 ? inside : inside[..letters]).Trim().ToString(), out var party)) return;
        var span = new Span(start, length);
        var affiliation = new Affiliation(inside.ToString(), party, [span]);
        person.Affiliation ??= affiliation;
        if (!person.Roles.Exists(r => r.Title == affiliation.Name)) person.Roles.Add(new Role(affiliation.Name, affiliation, [span]));
    }

    // "Roe, who heads the agency, ...": read from the words, since rare verbs are often taken for nouns.
    private void Lead(Document document, MentionDraft name, EntityDraft person, MentionFinder finder)
    {
        const int Nearest = 4;
        var who = name.Tokens.End;
        if (who < document.Tokens.Count && document.Text[document.Tokens.Starts[who]] == ',') who++;
        var verb = who + 1;
        if (verb + 1 >= document.Tokens.Count || grammar.ClassOf(document.Tokens[who].In(document.Text)) != GrammarClass.Relative
            || grammar.ClassOf(document.Tokens[verb].In(document.Text)) != GrammarClass.Lead) return;
        for (var i = verb + 1; i < Math.Min(document.Tokens.Count, verb + 1 + Nearest); i++)
        {
            if (finder.At(i) is not { Kind: not MentionKind.Pronoun } body || body.Tokens.First <= verb || body.Sentence != name.Sentence) continue;
            var affiliation = new Affiliation(Text(document, body.Tokens), (body.Entity ?? body.Known)?.Actor, [Whole(document, body.Tokens)]);
            var range = new TokenRange(verb, Math.Min(body.Tokens.End, verb + LongestDescription));
            person.Affiliation ??= affiliation;
            person.Roles.Add(new Role(Text(document, range), affiliation, [Whole(document, range)]));
            return;
        }
    }

    // The organisation or place that a noun phrase says it is of: "of Springfield", "the agency's", "for the charity".
    private Affiliation? Belonging(Document document, DocumentSyntax syntax, int head, MentionFinder finder)
    {
        foreach (var child in syntax.Children(head))
        {
            if (syntax.Relations[child] is not (Relation.Nmod or Relation.NmodPoss or Relation.Compound)) continue;
            if (syntax.Child(child, Relation.Case) is >= 0 and var preposition && syntax.Relations[child] == Relation.Nmod
                && grammar.ClassOf(document.Tokens[preposition].In(document.Text)) != GrammarClass.Connective) continue;
            if (finder.At(child) is not { Kind: MentionKind.Name, Known: { Type: EntityType.Organization or EntityType.Place } body } name) continue;
            return new Affiliation(Text(document, name.Tokens), body.Actor, [Whole(document, name.Tokens)]);
        }

        return null;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer) =>
        word.Length > buffer.Length ? word : buffer[..word.ToLowerInvariant(buffer)];

    private static Span Whole(Document document, TokenRange range) =>
        Span.FromBounds(document.Tokens.Starts[range.First], document.Tokens[range.End - 1].End);

    private static string Text(Document document, TokenRange range) => Whole(document, range).In(document.Text).ToString();
}
