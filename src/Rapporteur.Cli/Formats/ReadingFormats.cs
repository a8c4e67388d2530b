using Rapporteur.Records;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that readings can be written in.</summary>
internal static class ReadingFormats
{
    /// <summary>For people: see <see cref="TextFormat"/>.</summary>
    public const string Text = "text";

    /// <summary>Indented records: one where one article is asked for, else an array of them.</summary>
    public const string Json = "json";

    /// <summary>One record a line.</summary>
    public const string JsonLines = "jsonl";

    /// <summary>The table of sources that newsroom auditors make, one article a line.</summary>
    public const string Sources = "sources";

    /// <summary>One row a statement, for spreadsheets.</summary>
    public const string Csv = "csv";

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Text, Json, JsonLines, Sources, Csv];

    /// <summary>The names of those that are JSON Lines, the default first.</summary>
    public static string[] LineNames => [JsonLines, Sources];

    /// <summary>A reading as the line of a format.</summary>
    /// <param name="name">One of <see cref="LineNames"/>.</param>
    /// <param name="reading">The reading.</param>
    public static byte[] Line(string name, Reading reading) =>
        name == Sources ? SourcingTable.From(reading).ToJson() : Record.From(reading).ToJson();

    /// <summary>The format called <paramref name="name"/>.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="many">Whether more than one article may come, whatever their number turns out to be.</param>
    /// <param name="page">What the text is laid out for.</param>
    public static IOutputFormat<Reading> Create(string name, bool many, PageLayout page) => name switch
    {
        Json => new JsonFormat<Reading>(many, reading => Record.From(reading).ToIndentedJson()),
        JsonLines or Sources => new JsonLinesFormat<Reading>(reading => Line(name, reading)),
        Csv => new CsvFormat(),
        _ => new TextFormat(many, page),
    };
}
