using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Finds names by the acronym in brackets after them, "Students United for Peace (SUP)": the words before the bracket whose
/// capitals spell it (after Schwartz and Hearst 2003), and the acronym wherever it stands.
/// </summary>
internal sealed class Acronyms
{
    private const int LongestAcronym = 8;
    private const int MostWords = 12;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<RecognisedName> _found = [];
    private readonly List<RecognisedName> _merged = [];

    /// <summary>Adds the names; they stay in the order of the text, and take the place of what they overlap.</summary>
    public void Apply(Document document, NameAttributes attributes, List<RecognisedName> names)
    {
        _known.Clear();
        _found.Clear();
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First + 3; i + 1 < sentence.End; i++)
            {
                if (!IsAcronym(document, attributes, i) || !Is(document, i - 1, '(') || !Is(document, i + 1, ')')) continue;
                if (FullName(document, sentence, i - 1, document.Tokens[i].In(document.Text)) is not { Count: > 1 } full) continue;
                _found.Add(new RecognisedName(full, EntityType.Organization));
                _known.Add(document.Tokens[i].In(document.Text).ToString());
            }

        if (_known.Count == 0) return;
        for (var i = 0; i < document.Tokens.Count; i++)
            if (IsAcronym(document, attributes, i) && _known.Contains(document.Tokens[i].In(document.Text).ToString()))
                _found.Add(new RecognisedName(new TokenRange(i, i + 1), EntityType.Organization));
        _found.Sort((a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First) : b.Tokens.End.CompareTo(a.Tokens.End));
        Merge(names);
    }

    private void Merge(List<RecognisedName> names)
    {
        _merged.Clear();
        int next = 0, end = 0;
        foreach (var found in _found)
        {
            if (found.Tokens.First < end) continue;
            for (; next < names.Count && names[next].Tokens.First < found.Tokens.End; next++)
                if (names[next].Tokens.End <= found.Tokens.First && names[next].Tokens.First >= end) _merged.Add(names[next]);
            _merged.Add(found);
            end = found.Tokens.End;
        }

        for (; next < names.Count; next++)
            if (names[next].Tokens.First >= end) _merged.Add(names[next]);
        names.Clear();
        names.AddRange(_merged);
    }

    // Backwards from the bracket: each capitalised word must give the acronym's next letter; words in lower case may stand between.
    private static TokenRange FullName(Document document, TokenRange sentence, int end, ReadOnlySpan<char> acronym)
    {
        var letter = acronym.Length - 1;
        for (var i = end - 1; i >= Math.Max(sentence.First, end - MostWords); i--)
        {
            var c = document.Text[document.Tokens.Starts[i]];
            if (document.Tokens.Kinds[i] == TokenKind.Mark && c is not ('-' or '&' or '\'' or '’')) return default;
            if (!char.IsUpper(c)) continue;
            if (c != acronym[letter]) return default;
            if (--letter < 0) return new TokenRange(i, end);
        }

        return default;
    }

    private static bool IsAcronym(Document document, NameAttributes attributes, int i) =>
        attributes.Case[i] == WordCase.AllCapitals && document.Tokens.Lengths[i] is >= 2 and <= LongestAcronym;

    private static bool Is(Document document, int i, char mark) => document.Text[document.Tokens.Starts[i]] == mark && document.Tokens.Lengths[i] == 1;
}
