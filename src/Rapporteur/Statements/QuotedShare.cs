using System.Collections.Immutable;
using Rapporteur.Quotations;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>Tells how much of a content stands between quotation marks.</summary>
internal static class QuotedShare
{
    /// <summary>The kind of a content. Marks do not count: it is direct when all its words are quoted.</summary>
    public static StatementKind KindOf(Document document, ImmutableArray<Span> content)
    {
        int quoted = 0, words = 0;
        foreach (var span in content)
        {
            var range = document.Tokens.Touching(span);
            for (var i = range.First; i < range.End; i++)
            {
                if (document.Tokens.Kinds[i] == TokenKind.Mark) continue;
                words++;
                if (IsQuoted(document.Quotations, document.Tokens.Starts[i])) quoted++;
            }
        }

        return quoted == 0 ? StatementKind.Indirect : quoted == words ? StatementKind.Direct : StatementKind.Mixed;
    }

    private static bool IsQuoted(ImmutableArray<Quotation> quotations, int position)
    {
        int low = 0, high = quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Whole.Start > position) high = middle; else low = middle + 1;
        }

        // The nearest one that starts before may be an inner one that has ended; the outer ones come before it.
        for (var k = low - 1; k >= 0; k--)
        {
            if (quotations[k].Whole.Contains(position)) return true;
            if (quotations[k].Depth == 0) return false;
        }

        return false;
    }
}
