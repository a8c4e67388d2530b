using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Reads what a named person is from the words around the name: before it ("Ostland's foreign minister Karel Divis"), or after
/// a comma ("Ilse Quandt, a spokeswoman for the prime minister's office").
/// </summary>
internal sealed class RoleReader(Words words, EntityIndex entities, ActorTable actors)
{
    private const int LongestRole = 20;
    private const int LongestBracket = 8;

    /// <summary>The role and affiliation given with one mention of a name; null where it gives none.</summary>
    public (Phrase? Role, Phrase? Affiliation) Read(TokenRange name)
    {
        var before = Before(name);
        var after = before.Role is null || before.Affiliation is null ? After(name) : default;
        return (before.Role ?? after.Role, before.Affiliation ?? after.Affiliation ?? Bracketed(name));
    }

    /// <summary>What one who is not named is described as: "official | Ministry of Public Works".</summary>
    public (Phrase? Role, Phrase? Affiliation) Describe(TokenRange phrase, int head)
    {
        var first = phrase.First;
        while (first <= head && words.Tag(first) is UniversalTag.Det or UniversalTag.Num) first++;
        if (first > head || words.Tag(head) is not (UniversalTag.Noun or UniversalTag.Propn)) return default;
        var role = words.Cite(new TokenRange(first, head + 1));
        var place = head + 2;
        while (place < phrase.End && words.Tag(place) == UniversalTag.Det) place++;
        return (role, place < phrase.End && words.Tag(head + 1) == UniversalTag.Adp ? words.Cite(new TokenRange(place, phrase.End)) : null);
    }

    private (Phrase? Role, Phrase? Affiliation) Before(TokenRange name)
    {
        var end = name.First;
        while (end > 0 && words.Lexicon.IsHonorific(words[end - 1].TrimEnd('.'))) end--;

        // "one of the court's judges, Joan Roe": before a comma, where the name is in apposition.
        if (end > 1 && words.First(end - 1) == ',' && words.IsNextTo(end - 2) && IsPersonNoun(end - 2)) end--;
        var first = end;
        while (first > 0 && end - first < LongestRole && words.IsNextTo(first - 1) && (IsModifier(first - 1) || IsJoint(first - 1))) first--;
        while (first < end && (words.Tag(first) == UniversalTag.Det || words.IsPossessive(first))) first++;
        if (first == end) return default;

        // What belongs to whom: "Ostland's | foreign minister", "Foreign Ministry | spokeswoman".
        for (var i = end - 1; i > first; i--)
            if (words.IsPossessive(i) && i + 1 < end && IsRole(i + 1, end))
                return (words.Cite(new TokenRange(i + 1, end)), words.Cite(new TokenRange(first, i)));
        var role = end;
        while (role > first && (char.IsLower(words.First(role - 1)) || IsRoleWord(role - 1) || IsJoint(role - 1) || role < end && IsJoint(role) || role - 1 == first && StartsSentence(first))) role--;
        if (role == end || !IsRole(role, end)) return default;

        // "Ostland | Deputy Foreign Minister": a capital may belong to the office, so what is known to be a body or a country ends it.
        if (role > first && EndOfBody(new TokenRange(first, role), nouns: true) is var body && (body > first || !char.IsLower(words.First(role)))) role = body;
        else if (role == first) role = EndOfBody(new TokenRange(first, end - 1), nouns: false);
        return (words.Cite(new TokenRange(role, end)), role > first ? words.Cite(new TokenRange(first, role)) : null);
    }

    // Where the last country or organisation in a range ends; its start where it holds none.
    private int EndOfBody(TokenRange range, bool nouns)
    {
        var end = range.First;
        foreach (var (mention, entity) in entities.In(range))
            if (mention.Kind == MentionKind.Name && entity.Type is EntityType.Organization or EntityType.Place or EntityType.Group) end = Math.Max(end, mention.Tokens.End);
        for (var i = range.First; i < range.End; i++)
        {
            var tokens = actors.At(words.Document, i, range.End).Tokens;
            if (tokens > 0) end = Math.Max(end, i + tokens);
            else if (nouns && words.Lexicon.NounOf(words[i]) == SourceNoun.Organization) end = Math.Max(end, i + 1);
        }

        return end;
    }

    private (Phrase? Role, Phrase? Affiliation) After(TokenRange name)
    {
        var i = name.End;
        if (i < words.Count && words.First(i) == ',') i++;
        else if (!(i < words.Count && words.Is(i, "with"))) return default;

        // An age comes first: "Joan Roe, 46, a farmer".
        if (words.First(i) is >= '0' and <= '9' && words.First(i + 1) == ',') i += 2;
        var first = i;
        var described = words.Tag(first) == UniversalTag.Det || words.IsPossessivePronoun(first) || words.Is(i - 1, "with");
        while (first < words.Count && words.Tag(first) == UniversalTag.Det || words.IsPossessivePronoun(first)) first++;
        var end = first;
        while (end < words.Count && end - first < LongestRole && !EndsRole(end)) end++;
        if (end == first) return default;
        return Divide(new TokenRange(first, end), described);
    }

    // "Sen. Joan Roe (D-Springfield)".
    private Phrase? Bracketed(TokenRange name)
    {
        if (words.First(name.End) != '(') return null;
        var end = name.End + 1;
        while (end < words.Count && end - name.End < LongestBracket && words.First(end) != ')') end++;
        return words.First(end) == ')' && words.IsCapitalised(name.End + 1) && end > name.End + 2 ? words.Cite(new TokenRange(name.End + 1, end)) : null;
    }

    // "head of respiratory medicine | Wexmouth General Hospital": "of" before a plain noun is part of the role.
    private (Phrase? Role, Phrase? Affiliation) Divide(TokenRange phrase, bool described)
    {
        for (var i = phrase.First; i < phrase.End - 1; i++)
        {
            if (words.Tag(i) != UniversalTag.Adp || i == phrase.First) continue;
            if (words.Is(i, "of") && char.IsLower(words.First(i + 1)) && words.Tag(i + 1) is UniversalTag.Noun or UniversalTag.Adj) continue;
            var first = i + 1;
            while (first < phrase.End - 1 && words.Tag(first) == UniversalTag.Det) first++;
            return described || HasPersonNoun(new TokenRange(phrase.First, i))
                ? (words.Cite(new TokenRange(phrase.First, i)), words.Cite(new TokenRange(first, phrase.End)))
                : default;
        }

        for (var i = phrase.End - 2; i > phrase.First; i--)
            if (words.IsPossessive(i) && HasPersonNoun(new TokenRange(i + 1, phrase.End)))
                return (words.Cite(new TokenRange(i + 1, phrase.End)), words.Cite(new TokenRange(phrase.First, i)));
        return described || HasPersonNoun(phrase) ? (words.Cite(phrase), null) : default;
    }

    private bool EndsRole(int i) =>
        words.IsMark(i) && words.First(i) is not ('&' or '-' or '/' or '.' or '\'' or '’')
        || words.IsPronoun(i) && !words.IsPossessivePronoun(i)
        || words.Syntax.PennTags[i] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md or PennTag.To;

    private bool IsModifier(int i) =>
        words.IsPossessive(i) || (words.IsWord(i) && !words.IsPronoun(i) && words.Tag(i) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Det
            && (words.IsCapitalised(i) || words.Reports(i) is not ReportingClass.Say));

    // The hyphen of "Secretary-General".
    private bool IsJoint(int i) => i > 0 && words.First(i) == '-' && words.Document.Tokens[i - 1].End == words.Document.Tokens.Starts[i]
        && i + 1 < words.Count && words.Document.Tokens[i].End == words.Document.Tokens.Starts[i + 1];

    private bool IsPersonNoun(int i) => char.IsLower(words.First(i)) && words.Lexicon.NounOf(words[i]) is SourceNoun.Person or SourceNoun.Group;

    private bool IsRole(int first, int end) => HasPersonNoun(new TokenRange(first, end));

    private bool IsRoleWord(int i) => words.Language.IsRole(words[i].TrimEnd('.')) || words.Lexicon.NounOf(words[i]) == SourceNoun.Person;

    private bool HasPersonNoun(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
            if (IsRoleWord(i) || words.Lexicon.NounOf(words[i]) == SourceNoun.Group) return true;
        return false;
    }

    private bool StartsSentence(int i) => i == 0 || words.IsMark(i - 1) && words.First(i - 1) is '.' or '!' or '?' or '”' or '"' || !words.IsNextTo(i - 1);
}
