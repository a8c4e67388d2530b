using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Statements;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Comparison;

/// <summary>Reads the quoted words out of a statement's content as it is printed, where the record with their places is not at hand.</summary>
internal static class PrintedContent
{
    private const int LongestBracket = 80;

    /// <summary>The words in quotation marks; of a direct statement without any, all words. Square brackets and dots are alterations.</summary>
    public static QuotedWords Words(string content, StatementKind kind)
    {
        var whole = new Span(0, content.Length);
        var quotations = QuotationMarks.Find(content, [whole], LanguagePack.English).Where(quotation => quotation.Depth == 0).Select(quotation => quotation.Inner).ToList();
        if (quotations.Count == 0 && kind == StatementKind.Direct) quotations.Add(whole);
        return QuotedWords.Of(content, quotations.Select(range => (range, Marks(content, range))));
    }

    /// <summary>Square brackets and dots, which are always an outlet's own.</summary>
    public static IEnumerable<Mark> Marks(string text, Span range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (text[i] == '…')
            {
                yield return new Mark(AlterationKind.Ellipsis, new Span(i, 1));
            }
            else if (text[i] == '.' && i + 2 < range.End && text[i + 1] == '.' && text[i + 2] == '.')
            {
                yield return new Mark(AlterationKind.Ellipsis, new Span(i, 3));
                i += 2;
            }
            else if (text[i] == '[' && text.AsSpan(i, Math.Min(LongestBracket, range.End - i)).IndexOf(']') is var close and > 1)
            {
                yield return new Mark(KindOf(text, range, i, i + close), new Span(i, close + 1));
                i += close;
            }
        }
    }

    private static AlterationKind KindOf(string text, Span range, int open, int close)
    {
        if (close == open + 2 && close + 1 < range.End && char.IsLetter(text[close + 1])) return AlterationKind.Case;
        return open > range.Start && char.IsLetter(text[open - 1]) ? AlterationKind.Ending : AlterationKind.Substituted;
    }
}
