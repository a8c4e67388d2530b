using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Commitments;
using Rapporteur.Text;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>Commitments for people, in the order of time: who binds whom to what, on which condition, by when, and what was said before.</summary>
internal static class CommitmentText
{
    private const int Indent = 4;
    private static readonly Style Aside = new(decoration: Decoration.Dim), Lead = new(Color.Olive);

    public static byte[] Render(ImmutableArray<Commitment> commitments, PageLayout layout) => TextPage.Print(layout, console =>
    {
        foreach (var commitment in commitments) Write(console, commitment);
        TextPage.Block(console, 0, (Summary(commitments), Style.Plain));
    });

    private static void Write(IAnsiConsole console, Commitment commitment)
    {
        var s = commitment.Statement;
        TextPage.Block(console, 0,
            ((s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day    ") + "  ", Style.Plain),
            (s.Speaker is null ? "(speaker not named)" : Printable.OneLine(s.Speaker), Roles.Source.Style), ($"  {s.Acts}{(s.Addressee is null ? "" : " to " + Printable.OneLine(s.Addressee))}", Aside));
        TextPage.Block(console, Indent, (Printable.OneLine(s.Content), Style.Plain));
        if (commitment.Condition is { } condition) TextPage.Block(console, Indent, ("on condition: ", Aside), (Printable.OneLine(condition.Text), Style.Plain));
        foreach (var deadline in commitment.Deadlines) TextPage.Block(console, Indent, ("by: ", Aside), (Printable.OneLine(deadline.Text), Style.Plain));
        foreach (var link in commitment.Links)
            TextPage.Block(console, Indent, ($"may {(link.Relation == CommitmentRelation.Restates ? "restate" : "contradict")} {link.Earlier}: ", Lead), (Words(s.Content, link), Aside));
        var printed = commitment.AlsoPrinted.IsEmpty ? "" : $" · also printed in {string.Join(", ", commitment.AlsoPrinted)}";
        TextPage.Block(console, Indent, (Printable.OneLine($"{s.Name} · {commitment.Article.Outlet ?? commitment.Article.Title ?? commitment.Article.Name}{printed}"), Aside));
        console.WriteLine();
    }

    private static string Words(string content, CommitmentLink link) => Printable.OneLine(string.Join(
        ", ", (link.Relation == CommitmentRelation.Contradicts ? link.Shared.Concat(link.Negations) : link.Shared).Order().Distinct().Select(span => span.In(content).ToString())));

    private static string Summary(ImmutableArray<Commitment> commitments)
    {
        if (commitments.IsEmpty) return "No commitment was found.";
        int Count(CommitmentRelation relation) => commitments.Count(commitment => commitment.Links.Any(link => link.Relation == relation));
        return string.Create(CultureInfo.InvariantCulture,
            $"{commitments.Length:N0} {(commitments.Length == 1 ? "commitment" : "commitments")}, of which {Count(CommitmentRelation.Restates):N0} may restate and {Count(CommitmentRelation.Contradicts):N0} may contradict an earlier one: leads to look at, not verdicts.");
    }
}
