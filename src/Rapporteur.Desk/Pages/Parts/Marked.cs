using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>A piece of a text, marked or not.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMarked">Whether they are marked.</param>
public readonly record struct MarkedPiece(string Text, bool IsMarked);

internal static class Marked
{
    private const int MostShown = 1_200;

    /// <summary>A text cut at what is marked in it; a very long one is cut off, with dots.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">What is marked, in order and apart, in UTF-16 units.</param>
    public static IEnumerable<MarkedPiece> Pieces(string text, ImmutableArray<Span> spans)
    {
        var end = text.Length <= MostShown ? text.Length : char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
        var at = 0;
        foreach (var span in spans)
        {
            if (span.End > end) break;
            if (span.Start > at) yield return new MarkedPiece(text[at..span.Start], false);
            yield return new MarkedPiece(text[span.Start..span.End], true);
            at = span.End;
        }

        if (at < end) yield return new MarkedPiece(text[at..end], false);
        if (end < text.Length) yield return new MarkedPiece(" …", false);
    }
}
