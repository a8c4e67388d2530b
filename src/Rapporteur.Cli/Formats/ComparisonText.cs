using Rapporteur.Archive.Comparison;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>Comparisons for people: the words, and beneath them each other printing with what it left out [-so-] and put in {+so+}.</summary>
internal sealed class ComparisonText(PageLayout page) : IOutputFormat<StatementComparison>
{
    private const int Indent = 4;
    private static readonly Style Bold = new(decoration: Decoration.Bold), Aside = new(decoration: Decoration.Dim);
    private static readonly Style Gone = new(Color.Maroon), New = new(Color.Green);

    public string Start => "";

    public string Between => "\n";

    public ReadOnlyMemory<byte> Render(StatementComparison comparison) => TextPage.Print(page, console =>
    {
        TextPage.Block(console, 0, ($"“{Printable.OneLine(comparison.Original.Words)}”", Bold));
        TextPage.Block(console, 0, (string.Join(" · ", ComparisonFormats.Facts(comparison.Original).Prepend(SpeakerOf(comparison.Original))), Aside));
        foreach (var variant in comparison.Variants)
        {
            console.WriteLine();
            var other = variant.Agreement == SpeakerAgreement.Differs ? " (another speaker)" : "";
            TextPage.Block(console, Indent, (ComparisonFormats.NameOf(variant.Kind), Bold), ($" · {SpeakerOf(variant.Printing)}{other}", variant.Agreement == SpeakerAgreement.Differs ? Gone : Style.Plain));
            TextPage.Block(console, Indent, (string.Join(" · ", ComparisonFormats.Facts(variant.Printing)), Aside));
            if (variant.Kind != VariantKind.Exact) TextPage.Block(console, Indent, [.. variant.Steps.SelectMany(Marked)]);
        }
    });

    public string End() => "";

    private static string SpeakerOf(Printing printing) => Printable.OneLine(printing.Speaker ?? "(speaker not named)");

    private static IEnumerable<(string Text, Style Style)> Marked(WordingStep step, int index)
    {
        if (index > 0) yield return (" ", Style.Plain);
        if (step.Kind == WordingKind.Same)
        {
            yield return (Printable.OneLine(step.Printed), Style.Plain);
            yield break;
        }

        if (step.Original.Length > 0) yield return ($"[-{Printable.OneLine(step.Original)}-]", step.Marked || step.Kind == WordingKind.Cut ? Aside : Gone);
        if (step.Printed.Length > 0) yield return ($"{{+{Printable.OneLine(step.Printed)}+}}", step.Marked ? Aside : New);
    }
}
