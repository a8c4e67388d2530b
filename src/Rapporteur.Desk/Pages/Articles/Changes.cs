using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>What became of a piece of text from one version to the next.</summary>
internal enum Change
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Change">What became of them.</param>
internal sealed record ChangedWords(string Text, Change Change);

/// <summary>What changed between two versions of an article.</summary>
/// <param name="Fields">The fields that say something else: name, earlier value, later value.</param>
/// <param name="Paragraphs">The paragraphs that are not the same in both, in order.</param>
/// <param name="Same">How many are the same.</param>
/// <param name="IsCut">Whether the texts were too long to be compared to their ends.</param>
internal sealed record Changes(
    ImmutableArray<(string Name, string Earlier, string Later)> Fields, ImmutableArray<ImmutableArray<ChangedWords>> Paragraphs, int Same, bool IsCut)
{
    // Comparing takes the product of length and differences, at worst the square.
    private const int MostParagraphs = 2000, LongestParagraph = 4000;

    public static Changes Between(RecordDocument earlier, RecordDocument later)
    {
        var (old, oldIsCut) = Divided(earlier.Text);
        var (young, youngIsCut) = Divided(later.Text);
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<ChangedWords>>();
        var same = 0;
        var compared = new SideBySideDiffBuilder(new Differ(), new LineChunker(), new WordChunker())
            .BuildDiffModel(string.Join('\n', old), string.Join('\n', young), ignoreWhitespace: true);
        foreach (var (left, right) in compared.OldText.Lines.Zip(compared.NewText.Lines))
        {
            if (left.Type == ChangeType.Unchanged) same++;
            else paragraphs.Add([.. Words(left, right)]);
        }

        return new Changes([.. FieldsOf(earlier, later)], paragraphs.ToImmutable(), same, oldIsCut || youngIsCut);
    }

    private static (List<string> Paragraphs, bool IsCut) Divided(string text)
    {
        var spans = ParagraphSplitter.Find(text);
        return ([.. spans.Take(MostParagraphs).Select(span => Printed.Line(span.In(text).ToString(), LongestParagraph))], spans.Count > MostParagraphs);
    }

    private static IEnumerable<(string, string, string)> FieldsOf(RecordDocument earlier, RecordDocument later)
    {
        (string Name, string? Earlier, string? Later)[] fields =
        [
            ("Headline", earlier.Title, later.Title), ("By", earlier.Byline, later.Byline), ("Outlet", earlier.Outlet, later.Outlet),
            ("Published", earlier.Published, later.Published), ("Changed", earlier.Modified, later.Modified),
        ];
        return fields.Where(field => field.Earlier != field.Later).Select(field => (field.Name, Printed.Line(field.Earlier), Printed.Line(field.Later)));
    }

    // Of a paragraph that was changed both sides are given as lists of words, one laid beside the other.
    private static IEnumerable<ChangedWords> Words(DiffPiece left, DiffPiece right)
    {
        if (left.SubPieces.Count == 0 || right.SubPieces.Count == 0)
        {
            if (left.Text is { Length: > 0 }) yield return new ChangedWords(left.Text, Change.Removed);
            if (right.Text is { Length: > 0 }) yield return new ChangedWords(right.Text, Change.Added);
            yield break;
        }

        foreach (var (one, other) in left.SubPieces.Zip(right.SubPieces))
        {
            if (one.Type == ChangeType.Unchanged)
            {
                yield return new ChangedWords(one.Text, Change.Same);
                continue;
            }

            if (one.Text is { Length: > 0 } && one.Type != ChangeType.Imaginary) yield return new ChangedWords(one.Text, Change.Removed);
            if (other.Text is { Length: > 0 } && other.Type != ChangeType.Imaginary) yield return new ChangedWords(other.Text, Change.Added);
        }
    }
}
