using System.Globalization;
using Rapporteur.Archive.Happenings;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>Happenings for people: what it is, who covers it, and whom each outlet lets speak.</summary>
internal static class HappeningText
{
    private const int Indent = 4;
    private static readonly Style Aside = new(decoration: Decoration.Dim), Name = new(decoration: Decoration.Bold);

    /// <summary>The happenings.</summary>
    /// <param name="happenings">What is shown.</param>
    /// <param name="speakers">How many speakers of each.</param>
    /// <param name="layout">What it is laid out for.</param>
    public static byte[] Render(IReadOnlyList<Happening> happenings, int speakers, PageLayout layout) => TextPage.Print(layout, console =>
    {
        foreach (var happening in happenings) Write(console, happening, speakers);
        if (happenings.Count == 0) TextPage.Block(console, 0, ("No event is covered by several articles.", Style.Plain));
    });

    private static void Write(IAnsiConsole console, Happening happening, int speakers)
    {
        TextPage.Block(console, 0, ($"{happening.Id}  ", Aside), (Printable.OneLine(happening.Title ?? "(no headline)"), Name),
            ($"  {Days(happening)} · {Count(happening.Articles.Length, "article")} · {Count(happening.Outlets.Length, "outlet")}", Aside));
        foreach (var article in happening.Articles)
            TextPage.Block(console, Indent, ($"{article.Id}  ", Aside), (OutletName(article.Outlet ?? "") + "  ", Roles.Source.Style),
                (Printable.OneLine(article.Title ?? article.Name ?? article.Url ?? ""), Style.Plain));
        foreach (var speaker in happening.Speakers.Take(speakers))
            TextPage.Block(console, Indent, (Printable.OneLine(speaker.Name), Roles.Source.Style), ("  " + string.Join(", ", speaker.Shares.Select(Share)), Style.Plain),
                (speaker.LeftOutBy.IsEmpty ? "" : "; not in " + string.Join(", ", speaker.LeftOutBy.Select(OutletName)), Aside));
        if (happening.Speakers.Length > speakers)
            TextPage.Block(console, Indent, ($"and {happening.Speakers.Length - speakers} more; rapporteur happenings {happening.Id} shows all", Aside));
        console.WriteLine();
    }

    private static string Days(Happening happening) => happening.First == happening.Last ? Day(happening.First) : $"{Day(happening.First)} to {Day(happening.Last)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Share(SpeakerShare share) => string.Create(CultureInfo.InvariantCulture, $"{OutletName(share.Outlet)} {share.Share * 100:0} %");

    private static string OutletName(string outlet) => outlet.Length == 0 ? "(no outlet)" : Printable.OneLine(outlet);
}
