using System.Text;
using System.Text.Json;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that extracted articles can be written in.</summary>
internal static class ArticleFormats
{
    private const string Json = "json", JsonLines = "jsonl", Text = "text";

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Json, JsonLines, Text];

    /// <summary>The format called <paramref name="name"/>.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="many">Whether more than one article may come.</param>
    public static IOutputFormat<ExtractedArticle> Create(string name, bool many) => name switch
    {
        Json => new JsonFormat<ExtractedArticle>(many,
            article => JsonSerializer.SerializeToUtf8Bytes(article, ExtractedJson.Indented.ExtractedArticle)),
        JsonLines => new JsonLinesFormat<ExtractedArticle>(
            article => JsonSerializer.SerializeToUtf8Bytes(article, ExtractedJson.Compact.ExtractedArticle)),
        _ => new BareText(many),
    };

    // Several texts in one stream are told apart as head(1) does it.
    private sealed class BareText(bool many) : IOutputFormat<ExtractedArticle>
    {
        public string Start => "";

        public string Between => "\n";

        public ReadOnlyMemory<byte> Render(ExtractedArticle article) =>
            Encoding.UTF8.GetBytes((many ? $"==> {article.Id} <==\n" : "") + article.Text + "\n");

        public string End() => "";
    }
}
