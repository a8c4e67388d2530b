using System.Globalization;
using Rapporteur.Statements;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>
/// Readings for people: the article's head; each statement with its speaker, where it stands, and its words in the article's own
/// order, with who, says, quoted and reported told apart by mark and colour; the ledger of what they commit to; and a summary.
/// </summary>
internal sealed class TextFormat(bool many, PageLayout page) : IOutputFormat<Reading>
{
    private const int Indent = 4, SpeakersNamed = 5;
    private static readonly Style Title = new(decoration: Decoration.Bold), Aside = new(decoration: Decoration.Dim);

    private long _articles;
    private long _statements;

    public string Start => "";

    public string Between => "\n";

    public ReadOnlyMemory<byte> Render(Reading reading)
    {
        Interlocked.Increment(ref _articles);
        Interlocked.Add(ref _statements, reading.Statements.Length);
        return TextPage.Print(page, console =>
        {
            Head(console, reading.Article);
            var lines = new LineNumbers(reading.Document.Text);
            for (var i = 0; i < reading.Statements.Length; i++) Statement(console, reading, i, lines);
            LedgerTable.Write(console, reading);
            Summary(console, reading);
        });
    }

    public string End() => many
        ? string.Create(CultureInfo.InvariantCulture, $"\n{Count(_articles, "article")}, {Count(_statements, "statement")}.\n")
        : "";

    private static void Head(IAnsiConsole console, Article article)
    {
        var title = article.Title ?? article.Id;
        string?[] facts = [article.Byline, article.Outlet, article.Published?.ToString(), article.Title is null ? null : article.Id];
        if (!string.IsNullOrWhiteSpace(title)) TextPage.Block(console, 0, (Printable.OneLine(title), Title));
        var known = string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Printable.OneLine(fact)));
        if (known.Length > 0) TextPage.Block(console, 0, (known, Aside));
        console.WriteLine();
    }

    private static void Statement(IAnsiConsole console, Reading reading, int index, LineNumbers lines)
    {
        var statement = reading.Statements[index];
        var excerpt = Excerpt.Of(reading.Document, statement);
        var number = string.Create(CultureInfo.InvariantCulture, $"{index + 1,2}  ");
        var place = string.Create(CultureInfo.InvariantCulture,
            $"  {KindOf(statement.Kind)} · paragraph {excerpt.Paragraph}, line {lines.At(excerpt.Start)} · {statement.Score * 100:0} %");
        TextPage.Block(console, 0, (number, Aside), (NameOf(statement.Speaker), Roles.Source.Style), (place, Aside));
        TextPage.Block(console, Indent, [.. excerpt.Parts.SelectMany(part => part.Role.Marked(part.Text))]);
        console.WriteLine();
    }

    private static void Summary(IAnsiConsole console, Reading reading)
    {
        var statements = reading.Statements;
        var kinds = statements.GroupBy(statement => statement.Kind).OrderBy(kind => kind.Key)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {KindOf(kind.Key)}"));
        var summary = Count(statements.Length, "statement") + (statements.IsEmpty ? "" : $": {string.Join(", ", kinds)}");
        TextPage.Block(console, 0, ($"{summary}. {Speakers(statements)}", Style.Plain));
        if (LedgerTable.Account(reading.Voice.Account) is { Length: > 0 } account) TextPage.Block(console, 0, (account, Style.Plain));
        if (!statements.IsEmpty) TextPage.Block(console, 0, [.. Roles.Legend]);
    }

    private static string Speakers(IEnumerable<Statement> statements)
    {
        var speakers = statements.Where(statement => statement.Speaker is not null)
            .GroupBy(statement => NameOf(statement.Speaker)).OrderByDescending(speaker => speaker.Count()).ToList();
        if (speakers.Count == 0) return "";
        var named = speakers.Take(SpeakersNamed).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} ({s.Count()})"));
        return $"{Count(speakers.Count, "speaker")}: {string.Join(", ", named)}{(speakers.Count > SpeakersNamed ? ", and others" : "")}.";
    }

    private static string NameOf(Speaker? speaker) => speaker is null ? "(speaker not named)" : Printable.OneLine(speaker.Name);

    private static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static string KindOf(StatementKind kind) => kind switch
    {
        StatementKind.Direct => "direct",
        StatementKind.Mixed => "mixed",
        _ => "indirect",
    };
}
