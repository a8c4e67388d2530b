using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>Makes statements of attributions: their kind, and the name of who speaks.</summary>
internal static class StatementReader
{
    /// <summary>The statements of a document, in the order of the text.</summary>
    public static ImmutableArray<Statement> Read(Document document, ImmutableArray<Attribution> attributions, LanguagePack language)
    {
        var names = new SpeakerNames(document, language);
        var statements = ImmutableArray.CreateBuilder<Statement>(attributions.Length);
        foreach (var attribution in attributions)
        {
            statements.Add(new Statement(
                $"s{statements.Count + 1}", KindOf(document, attribution.Content),
                attribution.Source, attribution.Cue, attribution.Content,
                names.Find(attribution.Source), Math.Round(attribution.Probability, 3)));
        }

        return statements.MoveToImmutable();
    }

    // Marks do not count: a content is quoted when all its words are.
    private static StatementKind KindOf(Document document, ImmutableArray<Span> content)
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
