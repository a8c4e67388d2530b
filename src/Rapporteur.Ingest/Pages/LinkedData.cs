using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>What a page says of its article as linked data (JSON-LD with the schema.org vocabulary).</summary>
/// <remarks>
/// All shapes that pages use: one object, a list, a graph whose nodes name each other, an article as a page's main entity; a name as a
/// text, an object, or a list of these. A script that is no JSON is passed over. Values point into no text: JSON of any size is walked
/// once and no deeper than <see cref="MaxDepth"/>.
/// </remarks>
internal sealed partial class LinkedData
{
    private const int MaxDepth = 32;
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private readonly Dictionary<string, JsonElement> _nodes = new(StringComparer.Ordinal);
    private JsonElement? _article;

    private LinkedData()
    {
    }

    /// <summary>Reads the page's scripts of linked data; the first article named in them counts.</summary>
    public static LinkedData Of(IDocument page)
    {
        var data = new LinkedData();
        foreach (var script in page.Scripts)
        {
            if (script.Type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true) continue;
            foreach (var root in Parse(script.TextContent)) data.Walk(root, 0);
        }

        return data;
    }

    /// <summary>The article's text, where the page gives it.</summary>
    public string? Body => Text("articleBody");

    /// <summary>The people or bodies who wrote it, as named.</summary>
    public string? Authors => Names("author") ?? Names("creator");

    /// <summary>Who published it.</summary>
    public string? Publisher => Names("publisher") ?? Names("sourceOrganization");

    /// <summary>A property of the article that is a text, or an object's <c>@id</c>, <c>url</c> or <c>name</c>.</summary>
    public string? Text(string property) =>
        _article is { } article && article.TryGetProperty(property, out var value) ? Clean(FirstText(value, 0)) : null;

    private static IEnumerable<JsonElement> Parse(string script)
    {
        var json = HalfSurrogate().Replace(Wrapping().Replace(script, ""), @"\ufffd");
        for (var pass = 0; pass < 2; pass++)
        {
            try
            {
                return [JsonDocument.Parse(Encoding.UTF8.GetBytes(json), Lenient).RootElement];
            }
            catch (JsonException)
            {
                // Line ends inside texts are the commonest mistake.
                json = string.Create(json.Length, json, (to, from) =>
                {
                    for (var i = 0; i < from.Length; i++) to[i] = from[i] < ' ' ? ' ' : from[i];
                });
            }
        }

        return [];
    }

    private void Walk(JsonElement node, int depth)
    {
        if (depth > MaxDepth) return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Walk(item, depth + 1);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String) _nodes.TryAdd(id.GetString()!, node);
            if (IsArticle(node) && (_article is null || !_article.Value.TryGetProperty("headline", out _) && node.TryGetProperty("headline", out _)))
                _article = node;
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                if (node.TryGetProperty(name, out var inner)) Walk(inner, depth + 1);
        }
    }

    private static bool IsArticle(JsonElement node) =>
        node.TryGetProperty("@type", out var type) && Texts(type).Any(name =>
            name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal)
            || name is "Report" or "Review" or "CriticReview");

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private string? Names(string property)
    {
        if (_article is not { } article || !article.TryGetProperty(property, out var value)) return null;
        var names = new List<string>();
        AddNames(value, names, 0);
        return names.Count > 0 ? string.Join(", ", names.Distinct(StringComparer.Ordinal)) : null;
    }

    private void AddNames(JsonElement value, List<string> names, int depth)
    {
        if (depth > 4) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                if (Clean(value.GetString()) is { } name && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)) names.Add(name);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) AddNames(item, names, depth + 1);
                break;
            case JsonValueKind.Object when value.TryGetProperty("name", out var inner):
                AddNames(inner, names, depth + 1);
                break;
            case JsonValueKind.Object when value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
                                           && _nodes.TryGetValue(id.GetString()!, out var node) && node.TryGetProperty("name", out var named):
                AddNames(named, names, depth + 1);
                break;
        }
    }

    private static string? FirstText(JsonElement value, int depth)
    {
        if (depth > 4) return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(item => FirstText(item, depth + 1)).FirstOrDefault(text => text is not null);
            case JsonValueKind.Object:
                foreach (var name in (ReadOnlySpan<string>)["@id", "url", "alternateName", "name"])
                    if (value.TryGetProperty(name, out var inner)) return FirstText(inner, depth + 1);
                return null;
            default:
                return null;
        }
    }

    // Texts in linked data are often HTML, once or twice escaped.
    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = Tag().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)), " ").Trim();
        return clean.Length > 0 ? clean : null;
    }

    [GeneratedRegex(@"\A\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|\]\]>|//\s*\]\]>)\s*;?\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Wrapping();

    // Escapes that are no characters; reading a text with one would fail.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfSurrogate();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
