using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>Finds by when something is to be done: "by Friday", "within 48 hours", "have three days to", "without delay".</summary>
internal sealed class DeadlineReader(ActLexicon lexicon)
{
    private const int Reach = 7;

    /// <summary>The deadlines inside the content of a statement, in order.</summary>
    public ImmutableArray<Span> Read(StatementWords statement)
    {
        var words = statement.Words;
        var found = ImmutableArray.CreateBuilder<Span>();
        foreach (var part in statement.Parts())
        {
            for (var i = part.First; i < part.End; i++)
            {
                if (!lexicon.Deadlines.TryMatch(words, i, part.End, out var length, out var kind)) continue;
                var end = kind switch
                {
                    DeadlineWords.AtOnce => i + length,
                    DeadlineWords.Until => EndOfTime(words, i + length, part.End),
                    _ => -1,
                };
                if (end < 0) continue;
                found.Add(words.Whole(new TokenRange(i, end)));
                i = end - 1;
            }

            if (TermGiven(words, part) is { Count: > 0 } term) found.Add(words.Whole(term));
        }

        return found.ToImmutable();
    }

    // From a preposition on: the words up to the last one that tells a time, in one phrase.
    private int EndOfTime(TokenWords words, int first, int limit)
    {
        var end = -1;
        for (var i = first; i < Math.Min(limit, first + Reach); i++)
        {
            if (words.Document.Tokens.Kinds[i] == TokenKind.Mark || words.Tag(i) is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj) break;
            if (IsYear(words, i) || (lexicon.Deadlines.TryMatch(words, i, limit, out _, out var kind) && kind == DeadlineWords.Time)) end = i + 1;
        }

        while (end > 0 && end < limit && words.Document.Tokens.Kinds[end] == TokenKind.Number) end++;
        return end;
    }

    private static bool IsYear(TokenWords words, int token)
    {
        var form = words.Form(token);
        return form.Length == 4 && form[0] is '1' or '2' && form.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    // "have seventy-two hours to ...".
    private TokenRange TermGiven(TokenWords words, TokenRange part)
    {
        for (var i = part.First; i + 3 < part.End; i++)
        {
            if (words.Lemma(i) is not ("have" or "get" or "give")) continue;
            for (var k = i + 1; k < Math.Min(part.End - 1, i + 6); k++)
            {
                if (words.Tag(k) != UniversalTag.Num) continue;
                var unit = k + 1;
                while (unit < Math.Min(part.End - 1, k + 4) && words.Tag(unit) is UniversalTag.Num or UniversalTag.Punct) unit++;
                if (unit + 1 < part.End && words.Is(unit + 1, "to")
                    && lexicon.Deadlines.TryMatch(words, unit, part.End, out _, out var kind) && kind == DeadlineWords.Time) return new TokenRange(k, unit + 1);
            }
        }

        return default;
    }
}
