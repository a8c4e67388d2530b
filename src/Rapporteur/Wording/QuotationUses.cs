using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Tells quotations from words in marks that quote nobody: held at arm's length, or names.</summary>
internal sealed class QuotationUses(LanguagePack language)
{
    private const int FewWords = 3;
    private const int LongestName = 8;
    private const int Context = 3;

    private readonly PhraseTable<QuotationUse> _contexts =
        PhraseTable<QuotationUse>.Read(language.List("quotation-contexts"), name => Enum.Parse<QuotationUse>(name, ignoreCase: true));

    /// <summary>What the marks of <paramref name="quotation"/> are for.</summary>
    /// <param name="words">The document's words.</param>
    /// <param name="quotation">The quotation.</param>
    /// <param name="cited">The statement that it belongs to, if any.</param>
    public QuotationUse Of(TokenWords words, Quotation quotation, Statement? cited)
    {
        var inner = words.Document.Tokens.Touching(quotation.Inner);
        var whole = words.Document.Tokens.Touching(quotation.Whole);
        var count = 0;
        for (var i = inner.First; i < inner.End; i++) if (words.Document.Tokens.Kinds[i] != TokenKind.Mark) count++;

        if (count <= LongestName && Announced(words, whole, count) is { } announced) return announced;
        if (count <= FewWords && IsInsideName(words, whole)) return QuotationUse.Name;
        if (cited is not null) return cited.Kind == StatementKind.Direct && IsSentence(words, inner, count) ? QuotationUse.Whole : QuotationUse.Partial;
        if (count > 1 && count <= LongestName && IsTitleCase(words, inner)) return QuotationUse.Name;
        if (count <= FewWords) return QuotationUse.Scare;
        return IsSentence(words, inner, count) ? QuotationUse.Whole : QuotationUse.Partial;
    }

    // "the film “...”", "so-called “...”": what ends right before the marks.
    private QuotationUse? Announced(TokenWords words, TokenRange whole, int count)
    {
        for (var i = Math.Max(0, whole.First - Context); i < whole.First; i++)
        {
            if (!_contexts.TryMatch(words, i, whole.First, out var length, out var use) || i + length != whole.First) continue;

            // "The report “leaves no stone unturned”" is no title: those have capitals, or are a word or two.
            if (use == QuotationUse.Scare || count <= 2 || IsTitleCase(words, whole)) return use;
        }

        return null;
    }

    // "Joe “the Lip” Marino".
    private static bool IsInsideName(TokenWords words, TokenRange whole) =>
        whole.First > 0 && whole.End < words.Count
        && words.Tag(whole.First - 1) == UniversalTag.Propn && words.Tag(whole.End) == UniversalTag.Propn;

    private static bool IsTitleCase(TokenWords words, TokenRange range)
    {
        var any = false;
        for (var i = range.First; i < range.End; i++)
        {
            if (words.Document.Tokens.Kinds[i] != TokenKind.Word) continue;
            if (char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[i]])) any = true;
            else if (words.Tag(i) is not (UniversalTag.Adp or UniversalTag.Det or UniversalTag.Cconj or UniversalTag.Part)) return false;
        }

        return any;
    }

    // With a capital or an end of its own, or with a verb that shows its tense.
    private static bool IsSentence(TokenWords words, TokenRange inner, int count)
    {
        var first = inner.First;
        while (first < inner.End - 1 && words.Document.Tokens.Kinds[first] == TokenKind.Mark) first++;
        var capital = char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[first]]);
        var end = words.Form(inner.End - 1)[0] is '.' or '!' or '?' or ',' or '…';
        if (capital && end) return true;
        for (var i = inner.First; i < inner.End; i++)
            if (words.Penn(i) is PennTag.Vbz or PennTag.Vbd or PennTag.Vbp or PennTag.Md) return count > FewWords || capital || end;
        return false;
    }
}
