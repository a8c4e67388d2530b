using System.Collections.Immutable;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>The alterations inside one statement's content, and its words as printed and as spoken.</summary>
/// <param name="Alterations">What the outlet did, in order; never empty.</param>
/// <param name="AsPrinted">The spans of the content, joined by a blank.</param>
/// <param name="AsSpoken">The same without the alterations.</param>
public sealed record StatementWording(ImmutableArray<Alteration> Alterations, string AsPrinted, string AsSpoken)
{
    /// <summary>The wording of a statement of <paramref name="reading"/>; null where nothing in it was altered.</summary>
    public static StatementWording? Of(Reading reading, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(statement);
        ImmutableArray<Alteration> alterations =
        [
            .. from passage in Touching(reading.Passages, statement.Content[0].Start, statement.Content[^1].End)
               from alteration in passage.Alterations
               where statement.Content.Any(content => content.Contains(alteration.Span))
               select alteration,
        ];
        if (alterations.IsEmpty) return null;
        return new StatementWording(alterations,
            string.Join(' ', statement.Content.Select(span => span.In(reading.Document.Text).ToString())),
            string.Join(' ', statement.Content.Select(span => SpokenReading.Of(reading.Document.Text, reading.Syntax, span, alterations))));
    }

    // Passages stand in the order of the text and apart from each other.
    private static IEnumerable<QuotedPassage> Touching(ImmutableArray<QuotedPassage> passages, int start, int end)
    {
        int low = 0, high = passages.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (passages[middle].Span.End > start) high = middle; else low = middle + 1;
        }

        for (var i = low; i < passages.Length && passages[i].Span.Start < end; i++) yield return passages[i];
    }
}
