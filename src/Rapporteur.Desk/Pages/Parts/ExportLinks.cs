using Rapporteur.Desk.Http;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>What a page shows, as files.</summary>
/// <param name="Files">The name of each format and its address.</param>
public sealed record ExportLinks(IReadOnlyList<(string Format, string Address)> Files)
{
    /// <summary>Links to the same address in several formats.</summary>
    /// <param name="address">Gives the address for a format.</param>
    /// <param name="formats">The formats.</param>
    internal static ExportLinks Of(Func<string, string> address, params IEnumerable<string> formats) => new([.. formats.Select(format => (format, address(format)))]);
}

/// <summary>Answers that are files of what a page shows.</summary>
internal static class ExportFile
{
    /// <summary>A file to keep.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="format">Its format: what its name ends in.</param>
    /// <param name="name">Its name before that.</param>
    public static IResult Of(byte[] content, string format, string name) => TypedResults.File(content, TypeOf(format), $"{name}.{format}");

    /// <summary>As above, of what writes it.</summary>
    public static IResult Of(Action<Stream> write, string format, string name)
    {
        using var content = new MemoryStream();
        write(content);
        return Of(content.ToArray(), format, name);
    }

    /// <summary>The answer where there is no such format.</summary>
    public static IResult None() => TypedResults.NotFound();

    /// <summary>The media type of a format.</summary>
    public static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "jsonl" => "application/jsonl",
        "svg" => "image/svg+xml",
        "ics" => "text/calendar; charset=utf-8",
        "parquet" => "application/vnd.apache.parquet",
        "gexf" or "graphml" => "application/xml",
        _ => "application/octet-stream",
    };
}
