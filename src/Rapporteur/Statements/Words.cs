using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>The words of a document under the questions that the readers of statements ask of them.</summary>
internal sealed class Words(Document document, DocumentSyntax syntax, LanguagePack language, SourceLexicon lexicon, ReportingWords reporting)
{
    private readonly bool[] _quoted = Quoted(document);

    public Document Document => document;

    public DocumentSyntax Syntax => syntax;

    public LanguagePack Language => language;

    public SourceLexicon Lexicon => lexicon;

    public int Count => document.Tokens.Count;

    public ReadOnlySpan<char> this[int i] => document.Tokens[i].In(document.Text);

    /// <summary>The first character of a token; a blank outside the document.</summary>
    public char First(int i) => i >= 0 && i < Count ? document.Text[document.Tokens.Starts[i]] : ' ';

    public bool Is(int i, ReadOnlySpan<char> word) =>
        i >= 0 && i < Count && this[i].Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsWord(int i) => i >= 0 && i < Count && document.Tokens.Kinds[i] == TokenKind.Word;

    public bool IsMark(int i) => i >= 0 && i < Count && document.Tokens.Kinds[i] == TokenKind.Mark;

    public bool IsPronoun(int i) => IsWord(i) && language.IsPronoun(this[i]);

    public bool IsCapitalised(int i) => IsWord(i) && char.IsUpper(First(i)) && (this[i].Length > 1 || First(i) != 'I') && !language.IsPronoun(this[i]);

    public bool IsPossessive(int i) => IsWord(i) && this[i].Length <= 2 && this[i][0] is '\'' or '’';

    /// <summary>Whether a token is "his", "their" and the like.</summary>
    public bool IsPossessivePronoun(int i) => i >= 0 && i < Count && syntax.PennTags[i] == PennTag.PrpPossessive;

    public UniversalTag Tag(int i) => i >= 0 && i < Count ? syntax.UniversalTags[i] : UniversalTag.X;

    /// <summary>Whether a lower-case word says that something was said.</summary>
    public ReportingClass Reports(int i) => IsWord(i) ? reporting.ClassOf(this[i]) : ReportingClass.None;

    /// <summary>Whether a token is a hyphen inside a word: "Soto-Martinez".</summary>
    public bool IsHyphen(int i) =>
        IsMark(i) && First(i) is '-' or '‐' or '‑' && i > 0 && i + 1 < Count
        && document.Tokens[i - 1].End == document.Tokens.Starts[i] && document.Tokens[i].End == document.Tokens.Starts[i + 1];

    /// <summary>Whether a token denies: "not", "never".</summary>
    public bool IsNegation(int i) => IsWord(i) && lexicon.Denies(this[i]);

    /// <summary>Whether a token stands between quotation marks; the marks do not.</summary>
    public bool IsQuoted(int i) => i >= 0 && i < Count && _quoted[i];

    public bool IsQuotationMark(int i) => IsMark(i) && First(i) is '"' or '“' or '”' or '‘' or '’' or '\'' or '«' or '»' or '„' or '`';

    /// <summary>Whether a lower-case noun for an outlet stands within two words from <paramref name="i"/> on: "the Ansa news agency".</summary>
    public bool IsOutletNounAfter(int i) =>
        IsWord(i) && (lexicon.IsOutletNoun(this[i]) || IsWord(i + 1) && Tag(i) == UniversalTag.Noun && lexicon.IsOutletNoun(this[i + 1]));

    /// <summary>Whether token <paramref name="i"/> stands right before the next one, with no more than one blank between.</summary>
    public bool IsNextTo(int i) => i + 1 < Count && document.Tokens.Starts[i + 1] - document.Tokens[i].End <= 1;

    public Span Where(TokenRange range) => Span.FromBounds(document.Tokens.Starts[range.First], document.Tokens[range.End - 1].End);

    public string Printed(TokenRange range) => range.Count == 0 ? "" : Where(range).In(document.Text).ToString();

    public Phrase Cite(TokenRange range) => new(Printed(range), Where(range));

    /// <summary>The number of the range of <paramref name="ranges"/> that holds a token; they follow each other.</summary>
    public static int IndexOf(ReadOnlySpan<TokenRange> ranges, int token)
    {
        int low = 0, high = ranges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].End > token) high = middle; else low = middle + 1;
        }

        return low;
    }

    private static bool[] Quoted(Document document)
    {
        var quoted = new bool[document.Tokens.Count];
        foreach (var quotation in document.Quotations)
        {
            if (quotation.Depth > 0) continue;
            var range = document.Tokens.Touching(quotation.Inner);
            quoted.AsSpan(range.First, range.Count).Fill(true);
        }

        return quoted;
    }
}
