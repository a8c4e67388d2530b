using System.Globalization;
using System.Text;
using Rapporteur.Statements;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rapporteur.Cli.Formats;

/// <summary>What text is laid out for.</summary>
/// <param name="Width">How many columns a line may fill.</param>
/// <param name="Colour">Whether it may be coloured.</param>
internal sealed record PageLayout(int Width, bool Colour);

/// <summary>
/// Readings for people: the article's head; each statement with its speaker, where it stands, and its words in the article's own
/// order, with who, says, quoted and reported told apart by mark and colour; the ledger of what they commit to; and a summary.
/// </summary>
internal sealed class TextFormat(bool many, PageLayout page) : IOutputFormat<Reading>
{
    private const int Indent = 4, ReadableWidth = 100, NarrowestWidth = 20, SpeakersNamed = 5;
    private static readonly Style Title = new(decoration: Decoration.Bold), Aside = new(decoration: Decoration.Dim);

    private readonly int _width = Math.Clamp(page.Width, NarrowestWidth, ReadableWidth);
    private long _articles;
    private long _statements;

    public string Start => "";

    public string Between => "\n";

    public ReadOnlyMemory<byte> Render(Reading reading)
    {
        Interlocked.Increment(ref _articles);
        Interlocked.Add(ref _statements, reading.Statements.Length);
        return Print(console =>
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

    private byte[] Print(Action<IAnsiConsole> body)
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
        console.Profile.Width = _width;
        body(console);
        return Encoding.UTF8.GetBytes(WithoutTrailingBlanks(writer.GetStringBuilder()));
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

    private static void Head(IAnsiConsole console, Article article)
    {
        var title = article.Title ?? article.Id;
        string?[] facts = [article.Byline, article.Outlet, article.Published?.ToString(), article.Title is null ? null : article.Id];
        if (!string.IsNullOrWhiteSpace(title)) Block(console, 0, (Printable.OneLine(title), Title));
        var known = string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Printable.OneLine(fact)));
        if (known.Length > 0) Block(console, 0, (known, Aside));
        console.WriteLine();
    }

    private static void Statement(IAnsiConsole console, Reading reading, int index, LineNumbers lines)
    {
        var statement = reading.Statements[index];
        var excerpt = Excerpt.Of(reading.Document, statement);
        var number = string.Create(CultureInfo.InvariantCulture, $"{index + 1,2}  ");
        var place = string.Create(CultureInfo.InvariantCulture,
            $"  {KindOf(statement.Kind)} · paragraph {excerpt.Paragraph}, line {lines.At(excerpt.Start)} · {statement.Score * 100:0} %");
        Block(console, 0, (number, Aside), (NameOf(statement.Speaker), Roles.Source.Style), (place, Aside));
        Block(console, Indent, [.. excerpt.Parts.SelectMany(part => part.Role.Marked(part.Text))]);
        console.WriteLine();
    }

    private static void Summary(IAnsiConsole console, Reading reading)
    {
        var statements = reading.Statements;
        var kinds = statements.GroupBy(statement => statement.Kind).OrderBy(kind => kind.Key)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {KindOf(kind.Key)}"));
        var summary = Count(statements.Length, "statement") + (statements.IsEmpty ? "" : $": {string.Join(", ", kinds)}");
        Block(console, 0, ($"{summary}. {Speakers(statements)}", Style.Plain));
        if (LedgerTable.Account(reading.Voice.Account) is { Length: > 0 } account) Block(console, 0, (account, Style.Plain));
        if (!statements.IsEmpty) Block(console, 0, [.. Roles.Legend]);
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

    private static void Block(IAnsiConsole console, int indent, params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in parts) paragraph.Append(text, style);
        console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
    }
}
