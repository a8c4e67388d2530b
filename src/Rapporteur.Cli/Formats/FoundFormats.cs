using Rapporteur.Archive.Search;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that found statements can be written in.</summary>
internal static class FoundFormats
{
    private const string Text = "text", Json = "json", Csv = "csv";

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Text, Json, Csv];

    /// <summary>A page as the format called <paramref name="name"/> writes it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="query">The query.</param>
    /// <param name="page">What it found.</param>
    /// <param name="before">How many statements come before the page.</param>
    /// <param name="layout">What the text is laid out for.</param>
    public static byte[] Render(string name, StatementQuery query, FoundPage page, int before, PageLayout layout) => name switch
    {
        Json => page.ToJson(query),
        Csv => page.ToCsv(),
        _ => FoundText.Render(page, before, layout),
    };
}
