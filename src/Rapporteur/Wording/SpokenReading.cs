using System.Collections.Immutable;
using System.Text;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Quoted words without what the outlet did to them, as far as that can be undone.</summary>
internal static class SpokenReading
{
    private const char Gap = '…';
    private const int LongestStem = 32;

    /// <summary>
    /// The characters of <paramref name="span"/> with case given back, supplied words, endings and comments taken out, and a gap
    /// (…) where words were left out or another's stand in their place.
    /// </summary>
    public static string Of(string text, DocumentSyntax syntax, Span span, ImmutableArray<Alteration> alterations)
    {
        var spoken = new StringBuilder(span.Length);
        var next = span.Start;
        foreach (var alteration in alterations)
        {
            if (!span.Contains(alteration.Span) || alteration.Span.Start < next) continue;
            spoken.Append(text, next, alteration.Span.Start - next);
            next = alteration.Span.End;
            switch (alteration.Kind)
            {
                case AlterationKind.Case: spoken.Append(OtherCase(text[alteration.Span.Start + 1])); break;
                case AlterationKind.Ending: Restore(text, syntax, alteration.Span, spoken); break;
                case AlterationKind.Own: spoken.Append(text, alteration.Span.Start, alteration.Span.Length); break;
                case AlterationKind.Ellipsis or AlterationKind.Substituted: spoken.Append(Gap); break;
                default: next = Close(text, spoken, next, span.End); break;
            }
        }

        return spoken.Append(text, next, span.End - next).ToString();
    }

    private static char OtherCase(char letter) => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);

    // Takes out one of the two blanks around what was taken out, and any blank before a mark that follows.
    private static int Close(string text, StringBuilder spoken, int next, int end)
    {
        var blankBefore = spoken.Length == 0 || Tokenizer.IsBlank(spoken[^1]) || spoken[^1] is '“' or '"' or '‘';
        if (blankBefore)
        {
            while (next < end && Tokenizer.IsBlank(text[next])) next++;
            if (spoken.Length > 0 && Tokenizer.IsBlank(spoken[^1]) && (next == end || text[next] is '.' or ',' or ';' or ':' or '!' or '?' or '”' or '’'))
                spoken.Length--;
        }

        return next;
    }

    // "provok(ing)": the stem of what stands with its ending, as the dictionary has it ("provoke"); "dig[ging]" is "dig".
    private static void Restore(string text, DocumentSyntax syntax, Span bracket, StringBuilder spoken)
    {
        var start = bracket.Start;
        while (start > 0 && bracket.Start - start < LongestStem && char.IsLetter(text[start - 1])) start--;
        var stem = text.AsSpan(start, bracket.Start - start);
        var ending = text.AsSpan(bracket.Start + 1, bracket.Length - 2);
        var tag = ending.EndsWith("ing") ? PennTag.Vbg : ending.EndsWith("d") ? PennTag.Vbd : ending.EndsWith("s") ? PennTag.Vbz : PennTag.Xx;
        if (tag == PennTag.Xx || stem.Length is 0 or LongestStem) return;
        var lemma = syntax.Lemma(string.Concat(stem, ending), UniversalTag.Verb, tag);
        if (lemma.Length > stem.Length && lemma.AsSpan().StartsWith(stem, StringComparison.OrdinalIgnoreCase)) spoken.Append(lemma.AsSpan(stem.Length));
        else if (stem.Length > 1 && ending.StartsWith("ie")) spoken.Append('y');
    }
}
