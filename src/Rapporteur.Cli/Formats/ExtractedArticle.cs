using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Text;

namespace Rapporteur.Cli.Formats;

/// <summary>The clean article of a page, as <c>extract</c> writes it. What is not known is null.</summary>
internal sealed record ExtractedArticle(
    string? Id, string? Title, string? Byline, string? Outlet, string? Published, string? Modified, string? Url, string? Language,
    string Text)
{
    /// <summary>Of an article, its body without the page furniture.</summary>
    public static ExtractedArticle From(Article article) => new(
        article.Id, article.Title, article.Byline, article.Outlet, article.Published?.ToString(), article.Modified?.ToString(),
        article.Url, article.Language, BodyOf(Reader.English.Parse(article)));

    private static string BodyOf(Document document) =>
        string.Join("\n\n", document.Body.Select(span => document.Text[span.Start..span.End].Trim()).Where(part => part.Length > 0));
}

/// <summary>How extracted articles become JSON: as records do.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractedArticle))]
internal sealed partial class ExtractedJson : JsonSerializerContext
{
    // Made when first asked for: a static initializer could run before that of Default, which it needs.
    public static ExtractedJson Compact => field ??= new(Formatted(indented: false));

    public static ExtractedJson Indented => field ??= new(Formatted(indented: true));

    private static JsonSerializerOptions Formatted(bool indented) => new(Default.Options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
