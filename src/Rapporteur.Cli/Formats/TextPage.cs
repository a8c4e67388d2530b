using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>What text is laid out for.</summary>
/// <param name="Width">How many columns a line may fill.</param>
/// <param name="Colour">Whether it may be coloured.</param>
internal sealed record PageLayout(int Width, bool Colour);

/// <summary>Text for people, wrapped and coloured for the page that it is shown on.</summary>
internal static class TextPage
{
    private const int ReadableWidth = 100, NarrowestWidth = 20;

    /// <summary>What <paramref name="body"/> writes, as UTF-8.</summary>
    public static byte[] Print(PageLayout page, Action<IAnsiConsole> body)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = page.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = page.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Math.Clamp(page.Width, NarrowestWidth, ReadableWidth);
        body(console);
        return Encoding.UTF8.GetBytes(WithoutTrailingBlanks(writer.GetStringBuilder()));
    }

    /// <summary>A paragraph of its own, so many columns from the left.</summary>
    public static void Block(IAnsiConsole console, int indent, params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in parts) paragraph.Append(text, style);
        console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
    }

    // Blocks are filled up with blanks to their full width, which would be in the way of whoever copies or compares the text.
    private static string WithoutTrailingBlanks(StringBuilder text)
    {
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                while (kept > 0 && text[kept - 1] == ' ') kept--;
            text[kept++] = text[i];
        }

        return text.ToString(0, kept);
    }
}
