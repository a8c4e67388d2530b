using System.Globalization;
using Rapporteur.Archive.Search;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>Found statements for people: who, when and where, the words with those looked for marked, and how many there are.</summary>
internal static class FoundText
{
    private const int Indent = 4;
    private static readonly Style Aside = new(decoration: Decoration.Dim), Match = new(Color.Green, decoration: Decoration.Bold);

    public static byte[] Render(FoundPage page, int before, PageLayout layout) => TextPage.Print(layout, console =>
    {
        foreach (var found in page.Statements) Statement(console, found);
        TextPage.Block(console, 0, (Summary(page, before), Style.Plain));
    });

    private static void Statement(IAnsiConsole console, FoundStatement found)
    {
        var s = found.Statement;
        string?[] facts =
        [
            s.Role, s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Kind.ToString().ToLowerInvariant(), s.Acts,
            s.Addressee is null ? null : "to " + s.Addressee, s.Relay is null ? null : "according to " + s.Relay,
        ];
        TextPage.Block(console, 0,
            ($"{s.Name}  ", Aside), (s.Speaker is null ? "(speaker not named)" : Printable.OneLine(s.Speaker), Roles.Source.Style), ("  " + Joined(facts), Aside));
        TextPage.Block(console, Indent, [.. Words(found)]);
        TextPage.Block(console, Indent, (Joined([found.Article.Outlet, found.Article.Title ?? found.Article.Name, found.Article.Url]), Aside));
        console.WriteLine();
    }

    private static IEnumerable<(string Text, Style Style)> Words(FoundStatement found)
    {
        var content = found.Statement.Content;
        var at = 0;
        foreach (var match in found.Matches)
        {
            yield return (Printable.OneLine(content.AsSpan(at, match.Start - at)), Style.Plain);
            yield return (Printable.OneLine(match.In(content)), Match);
            at = match.End;
        }

        yield return (Printable.OneLine(content.AsSpan(at)), Style.Plain);
    }

    private static string Summary(FoundPage page, int before)
    {
        if (page.Count == 0) return "No statement was found.";
        var total = string.Create(CultureInfo.InvariantCulture, $"{(page.HasMore ? "more than " : "")}{page.Count:N0} statement{(page.Count == 1 ? "" : "s")}");
        return page.Statements.IsEmpty
            ? $"There are no more: {total} in all."
            : string.Create(CultureInfo.InvariantCulture, $"{before + 1:N0} to {before + page.Statements.Length:N0} of {total}.");
    }

    private static string Joined(IEnumerable<string?> facts) =>
        string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Printable.OneLine(fact)));
}
