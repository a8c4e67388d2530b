using Rapporteur.Archive.Comparison;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that comparisons can be written in.</summary>
internal static class ComparisonFormats
{
    private const string Text = "text", Json = "json", JsonLines = "jsonl", Html = "html";

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Text, Json, JsonLines, Html];

    /// <summary>The format called <paramref name="name"/>.</summary>
    public static IOutputFormat<StatementComparison> Create(string name, PageLayout page) => name switch
    {
        Json => new JsonFormat<StatementComparison>(many: true, comparison => comparison.ToIndentedJson()),
        JsonLines => new JsonLinesFormat<StatementComparison>(comparison => comparison.ToJson()),
        Html => new ComparisonHtml(),
        _ => new ComparisonText(page),
    };

    /// <summary>What a variant is called.</summary>
    public static string NameOf(VariantKind kind) => kind switch
    {
        VariantKind.Exact => "the same words",
        VariantKind.Cut => "cut",
        VariantKind.Altered => "altered, marked",
        VariantKind.Changed => "changed",
        _ => "alike (a lead)",
    };

    /// <summary>Who printed the words, when and where, in parts.</summary>
    public static IEnumerable<string> Facts(Printing printing)
    {
        string?[] facts = [printing.Outlet, printing.Published, printing.SaidOn is { } day ? $"said on {day}" : null, printing.Title, printing.Statement];
        return facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Printable.OneLine(fact));
    }
}
