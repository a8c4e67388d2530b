using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Names who speaks from the words of a source: the name it ends with, made whole from the rest of the article where only one
/// fuller name fits; else the description as printed. A pronoun names nobody, and nobody is guessed.
/// </summary>
internal sealed class SpeakerNames(Document document, LanguagePack language)
{
    private const int LongestName = 4;
    private const int MostAlike = 32;

    private Dictionary<string, List<TokenRange>>.AlternateLookup<ReadOnlySpan<char>>? _names;

    private Dictionary<string, List<TokenRange>>.AlternateLookup<ReadOnlySpan<char>> Names => _names ??= ReadNames();

    /// <summary>The speaker that a source names; null where it names nobody.</summary>
    public Speaker? Find(ImmutableArray<Span> source)
    {
        if (source.IsEmpty) return null;
        var phrase = Phrase(document.Tokens.Touching(source[0]));
        if (phrase.Count == 0 || (phrase.Count == 1 && IsPronoun(phrase.First))) return null;

        var name = NameAtEnd(phrase);
        if (name.Count == 0) return new Speaker(Printed(phrase), SpeakerKind.Person, [Whole(phrase)]);
        var full = FullName(name);
        return full.Count > name.Count
            ? new Speaker(Printed(full), SpeakerKind.Person, [Whole(full), Whole(name)])
            : new Speaker(Printed(name), SpeakerKind.Person, [Whole(name)]);
    }

    // The noun phrase: up to the first comma, dash or bracket ("Jane Roe, the mayor"), without the article before it.
    private TokenRange Phrase(TokenRange source)
    {
        var end = source.First;
        while (end < source.End && (document.Tokens.Kinds[end] != TokenKind.Mark
            || document.Text[document.Tokens.Starts[end]] is '&' or '/' or '.' or '$' or '%')) end++;
        return new TokenRange(source.First, end);
    }

    // The capitalised words that the phrase ends with, without what only says what someone is.
    private TokenRange NameAtEnd(TokenRange phrase)
    {
        var first = phrase.End;
        while (first > phrase.First && IsCapitalised(first - 1)) first--;
        return Unprefixed(new TokenRange(first, phrase.End));
    }

    private TokenRange Unprefixed(TokenRange name)
    {
        var first = name.First;
        while (first < name.End - 1 && language.IsRole(document.Tokens[first].In(document.Text).TrimEnd('.'))) first++;
        return new TokenRange(first, name.End);
    }

    // The one longer name in the article that ends with this one. Two people may share a name: "Clinton" then stays "Clinton".
    private TokenRange FullName(TokenRange name)
    {
        if (!Names.TryGetValue(document.Tokens[name.End - 1].In(document.Text), out var candidates)) return name;
        var longest = name;
        foreach (var candidate in candidates)
        {
            if (candidate.Count <= name.Count || !EndsWith(candidate, name)) continue;
            if (EndsWith(candidate, longest)) longest = candidate;
            else if (!EndsWith(longest, candidate)) return name;
        }

        return longest;
    }

    // The different names of the article, by their last word, each where it first stands.
    private Dictionary<string, List<TokenRange>>.AlternateLookup<ReadOnlySpan<char>> ReadNames()
    {
        var names = new Dictionary<string, List<TokenRange>>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var seen = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (!IsCapitalised(i) || (i + 1 < document.Tokens.Count && IsCapitalised(i + 1) && IsNextTo(i))) continue;
            var first = i;
            while (first > 0 && i - first < LongestName && IsCapitalised(first - 1) && IsNextTo(first - 1)) first--;
            var name = Unprefixed(new TokenRange(first, i + 1));
            if (name.Count < 2 || !seen.Add(Whole(name).In(document.Text))) continue;
            var last = document.Tokens[i].In(document.Text);
            if (!names.TryGetValue(last, out var alike)) names[last] = alike = [];
            if (alike.Count < MostAlike) alike.Add(name);
        }

        return names;
    }

    private bool EndsWith(TokenRange longer, TokenRange shorter)
    {
        if (longer.Count < shorter.Count) return false;
        for (var k = 1; k <= shorter.Count; k++)
            if (!document.Tokens[longer.End - k].In(document.Text).SequenceEqual(document.Tokens[shorter.End - k].In(document.Text))) return false;
        return true;
    }

    private bool IsPronoun(int i) => language.IsPronoun(document.Tokens[i].In(document.Text));

    private bool IsCapitalised(int i) =>
        document.Tokens.Kinds[i] == TokenKind.Word && char.IsUpper(document.Text[document.Tokens.Starts[i]]) && !IsPronoun(i);

    // On the same line as the token that follows it, with nothing but one blank between.
    private bool IsNextTo(int i) => document.Tokens.Starts[i + 1] - document.Tokens[i].End <= 1;

    private Span Whole(TokenRange range) =>
        Span.FromBounds(document.Tokens.Starts[range.First], document.Tokens[range.End - 1].End);

    private string Printed(TokenRange range) => Whole(range).In(document.Text).ToString();
}
