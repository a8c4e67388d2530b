using Rapporteur.Quotations;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>What was found, in the form in which it is scored.</summary>
internal static class Predictions
{
    public static IEnumerable<MarkedAttribution> Of(TrainingArticle article, AttributionReader reader) =>
        reader.Read(article.Document, article.Syntax).Select(a => new MarkedAttribution(a.Source, a.Cue, a.Content));

    public static MarkedAttribution Of(Document document, ArgumentReading found) => new(
        [.. found.Source.Select(t => document.Tokens[t.Token])],
        [.. Enumerable.Range(found.Cue.Tokens.First, found.Cue.Tokens.Count).Select(t => document.Tokens[t])],
        [.. found.Content.Select(t => document.Tokens[t.Token])]);
}
