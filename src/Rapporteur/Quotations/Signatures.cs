using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>Signatures of quotations: a dash and a name after the quotation, on its line or the next ("“...” - Jane Roe").</summary>
internal static class Signatures
{
    private const int LongestName = 8;

    /// <summary>The dash and the name that sign a quotation; null where nothing does.</summary>
    /// <param name="document">The document.</param>
    /// <param name="paragraph">The number of the quotation's paragraph.</param>
    /// <param name="end">The token after the quotation.</param>
    public static (TokenRange Dash, TokenRange Name)? After(Document document, int paragraph, int end)
    {
        var own = document.Paragraphs[paragraph];
        if (end == own.End)
        {
            if (paragraph + 1 == document.Paragraphs.Length) return null;
            own = document.Paragraphs[paragraph + 1];
        }

        if (end + 1 >= own.End || !IsDash(document, end)) return null;
        var last = end + 1;
        while (last < own.End && last - end <= LongestName && document.Tokens.Kinds[last] == TokenKind.Word) last++;
        var name = new TokenRange(end + 1, last);
        return IsName(document, name) && Ends(document, own, last) ? (new TokenRange(end, end + 1), name) : null;
    }

    private static bool IsDash(Document document, int i) =>
        document.Tokens.Kinds[i] == TokenKind.Mark && document.Text[document.Tokens.Starts[i]] is '-' or '–' or '—' or '―';

    // Capitalised from the first word to the last; what stands between may be a particle ("de").
    private static bool IsName(Document document, TokenRange name) =>
        name.Count > 0 && IsCapitalised(document, name.First) && IsCapitalised(document, name.End - 1);

    private static bool IsCapitalised(Document document, int i) => char.IsUpper(document.Text[document.Tokens.Starts[i]]);

    // Nothing follows but an end or what else is said of the person.
    private static bool Ends(Document document, TokenRange paragraph, int i) =>
        i == paragraph.End || document.Text[document.Tokens.Starts[i]] is ',' or '(' || (i + 1 == paragraph.End && document.Text[document.Tokens.Starts[i]] is '.');
}
