using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>Finds the title before a name: the words that say what someone is and whose ("China's Foreign Ministry spokesman").</summary>
internal sealed class TitleFinder(EntityLexicon lexicon)
{
    private const int Longest = 8;

    /// <summary>The title that ends where a name starts; empty where there is none.</summary>
    public TokenRange Before(Document document, DocumentSyntax syntax, int name)
    {
        if (name == 0 || !IsTogether(document, name - 1) || !IsRole(document, syntax, name - 1)) return default;
        var first = name - 1;
        while (first > 0 && name - first < Longest && IsTogether(document, first - 1) && GoesBefore(document, syntax, first - 1)) first--;
        while (first < name - 1 && syntax.PennTags[first] is PennTag.Pos) first++;
        return new TokenRange(first, name);
    }

    // A noun for a role, or an abbreviated title that is one ("Sen."); "Mr." tells no role.
    private bool IsRole(Document document, DocumentSyntax syntax, int i)
    {
        var word = document.Tokens[i].In(document.Text);
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        Span<char> lower = stackalloc char[Lemmatizer.Longest];
        var lemma = syntax.Lemma(i, buffer);
        if (lemma.Length <= lower.Length) lemma = lower[..lemma.ToLowerInvariant(lower)];
        if (syntax.UniversalTags[i] is UniversalTag.Noun or UniversalTag.Propn && lexicon.RoleOf(lemma) is { } role) return role is not ("person" or "kin");
        return lexicon.Language.IsRole(word.TrimEnd('.')) && lexicon.GenderOfHonorific(word) is null;
    }

    private static bool GoesBefore(Document document, DocumentSyntax syntax, int i) =>
        syntax.UniversalTags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj || syntax.PennTags[i] is PennTag.Pos or PennTag.Hyph
        || document.Tokens.Lengths[i] == 1 && document.Text[document.Tokens.Starts[i]] is '-' or '&';

    // With at most one blank before the next token, and so in the same line.
    private static bool IsTogether(Document document, int i) => document.Tokens.Starts[i + 1] - document.Tokens[i].End <= 1;
}
