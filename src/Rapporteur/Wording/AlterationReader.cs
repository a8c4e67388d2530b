using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Finds what an outlet altered inside its quotations: brackets and dots, each with its kind.</summary>
internal sealed class AlterationReader(LanguagePack language)
{
    // An unclosed quotation may cover a page; no editor puts more into brackets than this, in UTF-16 units.
    private const int LongestBracket = 400;

    private readonly BracketClassifier _classifier = new(language);

    /// <summary>The alterations inside one outermost quotation, in order.</summary>
    public ImmutableArray<Alteration> Read(TokenWords words, Quotation quotation)
    {
        var tokens = words.Document.Tokens.Touching(quotation.Inner);
        var brackets = new List<Bracket>();
        Bracket.Find(words.Document, tokens, brackets);
        var found = ImmutableArray.CreateBuilder<Alteration>();
        var next = tokens.First;
        foreach (var bracket in brackets)
        {
            AddBetween(words, new TokenRange(next, bracket.Open), found);
            next = bracket.Close + 1;
            var span = words.Whole(new TokenRange(bracket.Open, bracket.Close + 1));
            if (span.Length <= LongestBracket && _classifier.Classify(words, tokens, bracket) is var (kind, score))
                found.Add(new Alteration(kind, span, score));
        }

        AddBetween(words, new TokenRange(next, tokens.End), found);
        return found.ToImmutable();
    }

    // Outside brackets that are tokens: letters in brackets inside a word, and dots ("...", "…", "....", ". . .").
    private void AddBetween(TokenWords words, TokenRange range, ImmutableArray<Alteration>.Builder found)
    {
        for (var i = range.First; i < range.End; i++)
        {
            var form = words.Form(i);
            if (words.Document.Tokens.Kinds[i] == TokenKind.Word && form.IndexOfAny('(', '[') >= 0)
            {
                AddInside(words.Document.Text, words.Document.Tokens[i], found);
                continue;
            }

            if (form[0] == '…' || (form[0] == '.' && form.Length >= 3))
            {
                found.Add(new Alteration(AlterationKind.Ellipsis, words.Document.Tokens[i], 0.7));
                continue;
            }

            var end = i;
            while (end < range.End && words.Form(end) is ".") end++;
            if (end - i >= 3) found.Add(new Alteration(AlterationKind.Ellipsis, words.Whole(new TokenRange(i, end)), 0.8));
            if (end > i) i = end - 1;
        }
    }

    // "(R)ecent", "flex(ing)": the tokenizer keeps such letters in their word.
    private void AddInside(string text, Span word, ImmutableArray<Alteration>.Builder found)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            if (text[at] is not ('(' or '[')) continue;
            var length = text.AsSpan(at, word.End - at).IndexOfAny(')', ']') + 1;
            if (length < 3) continue;
            var span = new Span(at, length);
            var (kind, score) = _classifier.ClassifyInside(text, word, span);
            found.Add(new Alteration(kind, span, score));
            at = span.End - 1;
        }
    }
}
