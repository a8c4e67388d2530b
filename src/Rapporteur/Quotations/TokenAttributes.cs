using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>Where a token stands with regard to the outermost quotation around it.</summary>
internal enum QuoteState : byte
{
    Outside,
    Opens,
    Begins,
    Inside,
    Ends,
    Closes,
}

/// <summary>What the features of a token are made from, computed once for each token of a document: arrays side by side.</summary>
internal sealed class TokenAttributes
{
    /// <summary>The word stands outside the paragraph.</summary>
    public const uint Nothing = 0x51ED270Bu;

    /// <summary>How many tokens the document has.</summary>
    public int Count { get; private set; }

    /// <summary>Hash of the word in lower case, digits made alike.</summary>
    public uint[] Word { get; private set; } = [];

    /// <summary>Hash of the word cut back to what its inflections share.</summary>
    public uint[] Stem { get; private set; } = [];

    /// <summary>Hash of the last three characters.</summary>
    public uint[] Suffix { get; private set; } = [];

    /// <summary>Upper and lower case, digits and marks, runs shortened.</summary>
    public uint[] Shape { get; private set; } = [];

    /// <summary>The class of reporting words.</summary>
    public ReportingClass[] Reporting { get; private set; } = [];

    /// <summary>Where the token stands with regard to quotation marks.</summary>
    public QuoteState[] Quote { get; private set; } = [];

    /// <summary>The number of the sentence.</summary>
    public int[] Sentence { get; private set; } = [];

    /// <summary>The number of the paragraph.</summary>
    public int[] Paragraph { get; private set; } = [];

    /// <summary>The nearest reporting word before, in the same sentence; -1 for none.</summary>
    public int[] ReportBefore { get; private set; } = [];

    /// <summary>The nearest reporting word after, in the same sentence; -1 for none.</summary>
    public int[] ReportAfter { get; private set; } = [];

    /// <summary>The nearest comma, colon, dash, bracket or quotation mark before, in the same sentence; -1 for none.</summary>
    public int[] MarkBefore { get; private set; } = [];

    /// <summary>The nearest such mark after; -1 for none.</summary>
    public int[] MarkAfter { get; private set; } = [];

    /// <summary>Fills the arrays for <paramref name="document"/>.</summary>
    public void Read(Document document, DocumentSyntax syntax, ReportingWords reporting)
    {
        var tokens = document.Tokens;
        Reserve(tokens.Count);
        Count = tokens.Count;
        for (var i = 0; i < tokens.Count; i++) ReadWord(document.Text, tokens[i], tokens.Kinds[i], i, reporting);
        ReadQuotations(document);
        for (var s = 0; s < document.Sentences.Length; s++) ReadSentence(document, s);
        for (var p = 0; p < document.Paragraphs.Length; p++) Paragraph.AsSpan(document.Paragraphs[p].First, document.Paragraphs[p].Count).Fill(p);
        Grammar.Read(syntax, tokens.Count, Reporting);
    }

    /// <summary>What the features take from the grammar.</summary>
    public TokenGrammar Grammar { get; } = new();

    /// <summary>Whether a paragraph begins with a quotation.</summary>
    public bool OpensQuotation(TokenRange paragraph) => Quote[paragraph.First] is not QuoteState.Outside;

    private void ReadWord(string text, Span token, TokenKind kind, int i, ReportingWords reporting)
    {
        const int Longest = 40;
        var word = token.In(text);
        if (word.Length > Longest) word = word[..Longest];
        Span<char> lower = stackalloc char[Longest];
        uint shape = 17;
        var run = '\0';
        for (var k = 0; k < word.Length; k++)
        {
            var c = word[k];
            char lowered, sort;
            if (c is >= 'a' and <= 'z') (lowered, sort) = (c, 'x');
            else if (c is >= 'A' and <= 'Z') (lowered, sort) = ((char)(c | 32), 'X');
            else if (c is >= '0' and <= '9') (lowered, sort) = ('0', '0');
            else if (c is '’' or '‘') (lowered, sort) = ('\'', '\'');
            else if (c is '“' or '”') (lowered, sort) = ('"', '"');
            else if (c is '–' or '—' or '―') (lowered, sort) = ('—', '—');
            else if (c < 128) (lowered, sort) = (c, c);
            else if (char.IsUpper(c)) (lowered, sort) = (char.ToLowerInvariant(c), 'X');
            else (lowered, sort) = (c, char.IsLetter(c) ? 'x' : c);
            lower[k] = lowered;
            if (sort != run || k == 1) shape = (shape ^ sort) * 16777619u;
            run = sort;
        }

        var spelled = (ReadOnlySpan<char>)lower[..word.Length];
        Word[i] = Hashing.Of(spelled);
        Stem[i] = Hashing.Of(StemOf(spelled)) ^ 0x5bd1e995u;
        Suffix[i] = Hashing.Of(spelled.Length > 3 ? spelled[^3..] : spelled) ^ 0x1b873593u;
        Shape[i] = shape;
        Reporting[i] = kind == TokenKind.Word ? reporting.ClassOf(spelled) : ReportingClass.None;
        Quote[i] = QuoteState.Outside;
    }

    /// <summary>A word without the endings of English inflection: "announced", "announcing" and "announces" become one.</summary>
    private static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> word)
    {
        if (word.Length > 5 && word.EndsWith("ing")) word = word[..^3];
        else if (word.Length > 4 && word.EndsWith("ied")) word = word[..^2];
        else if (word.Length > 4 && word.EndsWith("ies")) word = word[..^2];
        else if (word.Length > 4 && word.EndsWith("ed")) word = word[..^2];
        else if (word.Length > 4 && word.EndsWith("es")) word = word[..^2];
        else if (word.Length > 3 && word[^1] == 's' && word[^2] != 's') word = word[..^1];
        if (word.Length > 3 && word[^1] is 'e' or 'y' or 'i') word = word[..^1];
        if (word.Length > 3 && word[^1] == word[^2] && word[^1] != 's') word = word[..^1];
        return word;
    }

    private void ReadQuotations(Document document)
    {
        foreach (var quotation in document.Quotations)
        {
            if (quotation.Depth > 0) continue;
            var range = document.Tokens.Touching(quotation.Whole);
            for (var i = range.First; i < range.End; i++)
            {
                var token = document.Tokens[i];
                Quote[i] = token.End <= quotation.Inner.Start ? QuoteState.Opens
                    : token.Start >= quotation.Inner.End ? QuoteState.Closes
                    : token.Start <= quotation.Inner.Start ? QuoteState.Begins
                    : token.End >= quotation.Inner.End ? QuoteState.Ends
                    : QuoteState.Inside;
            }
        }
    }

    private void ReadSentence(Document document, int number)
    {
        var sentence = document.Sentences[number];
        int report = -1, mark = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            Sentence[i] = number;
            ReportBefore[i] = report;
            MarkBefore[i] = mark;
            if (Reporting[i] != ReportingClass.None) report = i;
            if (IsDivider(document, i)) mark = i;
        }

        report = mark = -1;
        for (var i = sentence.End - 1; i >= sentence.First; i--)
        {
            ReportAfter[i] = report;
            MarkAfter[i] = mark;
            if (Reporting[i] != ReportingClass.None) report = i;
            if (IsDivider(document, i)) mark = i;
        }
    }

    private static bool IsDivider(Document document, int i) =>
        document.Tokens.Kinds[i] == TokenKind.Mark
        && document.Text[document.Tokens.Starts[i]] is ',' or ';' or ':' or '—' or '–' or '-' or '(' or ')' or '"' or '“' or '”' or '«' or '»' or '‘';

    private void Reserve(int tokens)
    {
        if (Word.Length >= tokens) return;
        var size = Math.Max(tokens, 2 * Word.Length);
        Word = new uint[size];
        Stem = new uint[size];
        Suffix = new uint[size];
        Shape = new uint[size];
        Reporting = new ReportingClass[size];
        Quote = new QuoteState[size];
        Sentence = new int[size];
        Paragraph = new int[size];
        ReportBefore = new int[size];
        ReportAfter = new int[size];
        MarkBefore = new int[size];
        MarkAfter = new int[size];
    }
}
