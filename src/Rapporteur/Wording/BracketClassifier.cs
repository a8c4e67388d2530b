using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>What a list says of words that stand in brackets; see the pack's list of brackets.</summary>
internal enum BracketWords { Comment, Note, Hidden, Own, Doubt }

/// <summary>
/// Tells what brackets inside a quotation hold, by how they touch the words around them, by the words in them, and by the place
/// in the sentence that they fill: a name where the sentence has a gap stands for what was said, one behind a whole noun phrase
/// explains it. Rules and lists; the conventions are those of editors' handbooks.
/// </summary>
internal sealed class BracketClassifier(LanguagePack language)
{
    private const int LongestEnding = 5;
    private const int ShortRemark = 4;

    private readonly PhraseTable<BracketWords> _table =
        PhraseTable<BracketWords>.Read(language.List("brackets"), name => Enum.Parse<BracketWords>(name, ignoreCase: true));

    /// <summary>The kind of a bracket in the quotation that covers <paramref name="quotation"/>; null where it holds nothing.</summary>
    public (AlterationKind Kind, double Score)? Classify(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        if (bracket.Inner.Count == 0) return null;
        return ByMarks(words, bracket)
            ?? ByTouch(words, quotation, bracket)
            ?? ByWords(words, quotation, bracket)
            ?? (bracket.Square ? null : IfOwn(words, quotation, bracket))
            ?? ByPlace(words, quotation, bracket);
    }

    /// <summary>The kind of brackets around letters inside one word: "(R)ecent", "flex(ing)", "goverment[sic]", "(s)he".</summary>
    public (AlterationKind Kind, double Score) ClassifyInside(string text, Span word, Span bracket)
    {
        var letters = text.AsSpan(bracket.Start + 1, bracket.Length - 2);
        bool square = text[bracket.Start] == '[', begins = bracket.Start == word.Start, ends = bracket.End == word.End;
        if (begins && letters.Length == 1) return !square && IsEitherForm(text.AsSpan(word.Start, word.Length)) ? (AlterationKind.Own, 0.95) : (AlterationKind.Case, 0.98);
        if (begins) return (AlterationKind.Supplied, 0.7);
        if (!ends) return (AlterationKind.Substituted, 0.8);
        if (_table.TryGet(letters, out var listed) && listed != BracketWords.Own) return (AlterationKind.Comment, 0.95);
        if (letters.IndexOfAnyExcept("ivx") < 0 && !square) return (AlterationKind.Own, 0.6);
        return (AlterationKind.Ending, square ? 0.97 : 0.9);
    }

    // "(s)he" is how people write.
    private static bool IsEitherForm(ReadOnlySpan<char> word) => word.Equals("(s)he", StringComparison.OrdinalIgnoreCase);

    private static (AlterationKind, double)? ByMarks(TokenWords words, Bracket bracket)
    {
        bool dots = true, marks = true, cries = false;
        for (var i = bracket.Inner.First; i < bracket.Inner.End; i++)
        {
            var c = words.Form(i)[0];
            dots &= c is '.' or '…';
            marks &= words.Document.Tokens.Kinds[i] == TokenKind.Mark;
            cries |= c is '!' or '?';
        }

        if (dots) return (AlterationKind.Ellipsis, 0.99);
        if (marks) return cries ? (AlterationKind.Comment, 0.95) : (AlterationKind.Substituted, 0.7);
        return cries && !bracket.Square && bracket.Inner.Count > 2 ? (AlterationKind.Comment, 0.8) : null;
    }

    // Written up against a word, but longer than what the tokenizer keeps in it: "[un]happy", "f[***]k", "Russia[’s]".
    private (AlterationKind, double)? ByTouch(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var before = bracket.Open > quotation.First && words.IsGlued(bracket.Open) && IsWord(words, bracket.Open - 1);
        var after = bracket.Close + 1 < quotation.End && words.IsGlued(bracket.Close + 1) && IsWord(words, bracket.Close + 1);
        if (after) return before ? (AlterationKind.Substituted, 0.8) : bracket.Inner.Count == 1 ? (AlterationKind.Supplied, 0.7) : null;
        if (!before || IsListed(words, bracket.Inner, out _)) return null;
        if (IsNumbering(words, bracket.Inner)) return (AlterationKind.Own, 0.8);
        return IsEnding(words, bracket.Inner) ? (AlterationKind.Ending, bracket.Square ? 0.97 : 0.9) : null;
    }

    private static bool IsEnding(TokenWords words, TokenRange inner)
    {
        var letters = inner.Count == 2 && words.Form(inner.First)[0] == '\'' ? inner.First + 1 : inner.First;
        if (letters != inner.End - 1) return false;
        var form = words.Document.Tokens[letters].In(words.Document.Text);
        foreach (var c in form) if (!char.IsLower(c) && c is not ('’' or '\'')) return false;
        return form.Length <= LongestEnding;
    }

    private (AlterationKind, double)? ByWords(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var inner = WithoutMarks(words, bracket.Inner);
        if (inner.Count == 0) return null;
        if (IsListed(words, inner, out var listed))
        {
            return listed switch
            {
                BracketWords.Comment => (AlterationKind.Comment, 0.98),
                BracketWords.Note => (AlterationKind.Comment, 0.9),
                BracketWords.Hidden => (AlterationKind.Substituted, 0.9),
                BracketWords.Doubt => (AlterationKind.Comment, bracket.Square ? 0.7 : 0.9),
                _ => bracket.Square ? null : (AlterationKind.Own, 0.8),
            };
        }

        if (!bracket.Square && words.Is(inner.First, "read") && IsMark(words, inner.First + 1, ':')) return (AlterationKind.Comment, 0.9);

        // "a nonexistent", "clearly false", "his so-called": doubt behind a determiner or an adverb.
        var first = inner.First;
        if (inner.Count is > 1 and <= ShortRemark && words.Tag(first) is UniversalTag.Det or UniversalTag.Adv or UniversalTag.Pron) first++;
        if (inner.Count <= ShortRemark && _table.TryMatch(words, first, inner.End, out _, out var word) && word == BracketWords.Doubt)
            return (AlterationKind.Comment, bracket.Square ? 0.65 : 0.85);
        return !bracket.Square && SpeaksOfTheSpeaker(words, quotation, bracket) ? (AlterationKind.Comment, 0.65) : null;
    }

    // Where the quotation says "we" and "our", brackets that say "they" and "their" have another author.
    private static bool SpeaksOfTheSpeaker(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        if (bracket.Inner.Count < 2) return false;
        var they = false;
        for (var i = bracket.Inner.First; i < bracket.Inner.End && !they; i++)
            they = words.Tag(i) == UniversalTag.Pron && words.Form(i).StartsWith("the") && words.Form(i).Length is 4 or 5;
        if (!they) return false;
        for (var i = quotation.First; i < bracket.Open; i++)
            if (words.Tag(i) == UniversalTag.Pron && words.Lemma(i) is "we" or "our" or "i" or "my") return true;
        return IsWord(words, bracket.Open - 1) && words.Tag(bracket.Open - 1) == UniversalTag.Noun && !IsSlot(words, quotation, bracket);
    }

    // Round brackets are also what writers put in themselves: abbreviations, numbers, references, asides.
    private (AlterationKind, double)? IfOwn(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var inner = bracket.Inner;
        if (IsAbbreviationOf(words, quotation, bracket)) return (AlterationKind.Own, 0.95);
        var behindNoun = bracket.Open > quotation.First && words.Tag(bracket.Open - 1) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num;
        if (behindNoun && IsNumbering(words, inner)) return (AlterationKind.Own, 0.85);
        if (_table.TryMatch(words, inner.First, inner.End, out _, out var listed) && listed == BracketWords.Own && !IsSlot(words, quotation, bracket))
            return (AlterationKind.Own, 0.75);
        return IsClause(words, inner) && !IsSlot(words, quotation, bracket) ? (AlterationKind.Own, 0.6) : null;
    }

    private (AlterationKind, double)? ByPlace(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var inner = WithoutMarks(words, bracket.Inner);
        if (inner.Count == 0) return (AlterationKind.Supplied, 0.5);
        var complete = FollowsWholeNoun(words, quotation, bracket);
        var nominal = bracket.Close + 1 < quotation.End && words.Tag(bracket.Close + 1) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj;
        if (!Refers(words, inner, nominal)) return (AlterationKind.Supplied, 0.85);
        if (inner.Count == 1 && nominal && language.IsRole(words.Document.Tokens[inner.First].In(words.Document.Text))) return (AlterationKind.Supplied, 0.8);
        if (!complete) return (AlterationKind.Substituted, 0.85);

        // "Citizens of Aruba (NL)", "Mr Chairman (Sir John)": round brackets behind a name give its other name.
        var named = words.Tag(bracket.Open - 1) == UniversalTag.Propn;
        return !bracket.Square && named && words.Tag(inner.First) == UniversalTag.Propn && !nominal
            ? (AlterationKind.Own, 0.5) : (AlterationKind.Supplied, nominal ? 0.6 : 0.85);
    }

    // A noun phrase that names something: with a name or pronoun, or with an article of its own. A bare noun ("3,000 [tickets]")
    // or a verb only completes the sentence.
    private static bool Refers(TokenWords words, TokenRange inner, bool nominal)
    {
        var last = words.Tag(inner.End - 1);
        if (inner.Count == 1)
            return last is UniversalTag.Propn || (last == UniversalTag.Pron && words.Penn(inner.First) is PennTag.Prp or PennTag.PrpPossessive or PennTag.Dt)
                || (last is UniversalTag.Adj or UniversalTag.Noun && char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[inner.First]]));
        if (words.Tag(inner.First) is UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Aux or UniversalTag.Part or UniversalTag.Cconj) return false;
        if (words.Penn(inner.First) is PennTag.Wp or PennTag.Wdt or PennTag.Wrb) return false;
        var named = words.Tag(inner.First) is UniversalTag.Det or UniversalTag.Propn || words.Penn(inner.First) == PennTag.PrpPossessive
            || char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[inner.First]]);
        if (!named) return false;
        return last is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num or UniversalTag.Part || nominal
            || words.Tag(inner.First) == UniversalTag.Det;
    }

    private static bool FollowsWholeNoun(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var before = bracket.Open - 1;
        if (before < quotation.First) return false;

        // "Bearing (the above) in mind": a participle that begins the sentence is easily tagged as a noun.
        if (before == quotation.First && words.Form(before).EndsWith("ing")) return false;
        return words.Tag(before) switch
        {
            UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num => true,
            UniversalTag.Pron => words.Penn(before) is not (PennTag.PrpPossessive or PennTag.Wp or PennTag.Wdt),
            UniversalTag.Adv => words.Is(before, "here") || words.Is(before, "there") || words.Is(before, "then"),
            _ => false,
        };
    }

    // Whether the sentence lacks what stands in the brackets: a subject before a verb, an object behind a preposition.
    private static bool IsSlot(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        if (FollowsWholeNoun(words, quotation, bracket)) return false;
        var before = bracket.Open - 1;
        if (before >= quotation.First && words.Tag(before) is UniversalTag.Adp or UniversalTag.Det) return true;
        return bracket.Close + 1 < quotation.End
            && words.Penn(bracket.Close + 1) is PennTag.Vbz or PennTag.Vbd or PennTag.Vbp or PennTag.Md;
    }

    // The first letters of the words before, the small ones left out or not: "International Seabed Authority (ISA)".
    private static bool IsAbbreviationOf(TokenWords words, TokenRange quotation, Bracket bracket)
    {
        var inner = WithoutMarks(words, bracket.Inner);
        if (inner.Count != 1) return false;
        var form = words.Document.Tokens[inner.First].In(words.Document.Text);
        if (form.Length < 2 || !char.IsUpper(form[0]) || !char.IsUpper(form[^1])) return false;
        var k = form.Length - 1;
        for (var i = bracket.Open - 1; i >= Math.Max(quotation.First, bracket.Open - 2 * form.Length - 2) && k >= 0; i--)
        {
            if (char.ToUpperInvariant(words.Form(i)[0]) == form[k]) k--;
            else if (k == form.Length - 1 && words.Tag(i) is not (UniversalTag.Adp or UniversalTag.Det or UniversalTag.Punct)) return false;
        }

        return k <= form.Length / 2 - 1;
    }

    // Figures, years, single letters and Roman numerals, as documents number their parts.
    private static bool IsNumbering(TokenWords words, TokenRange inner)
    {
        if (inner.Count > 4) return false;
        for (var i = inner.First; i < inner.End; i++)
        {
            if (words.Document.Tokens.Kinds[i] != TokenKind.Word) continue;
            var form = words.Form(i);
            if (form.Length > 1 && form.IndexOfAnyExcept("ivxlc") >= 0) return false;
            if (form is "s" or "d") return false;
        }

        return words.Document.Tokens.Kinds[inner.First] != TokenKind.Mark;
    }

    // A sentence of its own: a verb that shows its tense, behind a subject; or one that bids the hearer ("look it up").
    private static bool IsClause(TokenWords words, TokenRange inner)
    {
        if (inner.Count > 2 && words.Penn(inner.First) == PennTag.Vb) return true;
        for (var i = inner.First + 1; i < inner.End; i++)
            if (words.Penn(i) is PennTag.Vbz or PennTag.Vbd or PennTag.Vbp or PennTag.Md
                && words.Tag(inner.First) is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Propn or UniversalTag.Noun
                && words.Penn(inner.First) is not (PennTag.Wp or PennTag.Wdt)) return true;
        return false;
    }

    private bool IsListed(TokenWords words, TokenRange inner, out BracketWords listed)
    {
        inner = WithoutMarks(words, inner);
        listed = default;
        return inner.Count > 0 && _table.TryMatch(words, inner.First, inner.End, out var length, out listed) && length == inner.Count;
    }

    private static TokenRange WithoutMarks(TokenWords words, TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end && words.Document.Tokens.Kinds[first] == TokenKind.Mark) first++;
        while (end > first && words.Document.Tokens.Kinds[end - 1] == TokenKind.Mark) end--;
        return new TokenRange(first, end);
    }

    private static bool IsWord(TokenWords words, int token) =>
        token >= 0 && words.Document.Tokens.Kinds[token] is TokenKind.Word or TokenKind.Number;

    private static bool IsMark(TokenWords words, int token, char mark) => token < words.Count && words.Form(token)[0] == mark;
}
