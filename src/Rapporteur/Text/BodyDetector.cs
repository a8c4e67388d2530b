using System.Collections.Immutable;
using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>Tells the article from the page furniture around it in plain text that was crawled with its page.</summary>
internal static class BodyDetector
{
    /// <summary>The stretches of <paramref name="text"/> that are the article: runs of the given paragraphs.</summary>
    public static ImmutableArray<Span> Find(string text, List<Span> paragraphs, LanguagePack language) =>
        paragraphs.Count == 0 ? [] : [Span.FromBounds(paragraphs[0].Start, paragraphs[^1].End)];
}
