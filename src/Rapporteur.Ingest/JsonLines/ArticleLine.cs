using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Rapporteur.Ingest.Ninjs;
using Rapporteur.Text;

namespace Rapporteur.Ingest.JsonLines;

/// <summary>
/// Reads the article that a line of JSON holds: <c>{"text": ...}</c> or <c>{"html": ...}</c> with what is known of it, or an item of
/// IPTC ninjs. Where <c>"clean"</c> is true, the text is the article and nothing else, as it is when it was taken out of a web page.
/// </summary>
public static class ArticleLine
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The article.</summary>
    /// <param name="line">The line.</param>
    /// <param name="id">Its id, also where an exception is thrown, as far as it could be read.</param>
    /// <exception cref="UnreadableInputException">
    /// The line is too long, no JSON object, or one without an article, or the web page in it holds none.
    /// </exception>
    public static Article Parse(Line line, out string? id)
    {
        id = null;
        return Parse(line.Bytes ?? throw new UnreadableInputException($"it is longer than {LineReader.Longest >> 20} MB"), out id);
    }

    /// <summary>The line, without its break, that <see cref="Parse(Line, out string?)"/> makes the same article of.</summary>
    /// <exception cref="ArgumentException">Its body is some of its text, which a line has no words for.</exception>
    public static byte[] Write(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var clean = article.Body is { } body && (body is [var only] && only == new Span(0, article.Text.Length) ? true : throw new ArgumentException("The body is a part of the text.", nameof(article)));
        var buffer = new ArrayBufferWriter<byte>(article.Text.Length + 1024);
        using var json = new Utf8JsonWriter(buffer, Unescaped);
        json.WriteStartObject();
        Write("id", article.Id);
        Write("title", article.Title);
        Write("byline", article.Byline);
        Write("outlet", article.Outlet);
        Write("url", article.Url);
        Write("published", article.Published?.ToString());
        Write("modified", article.Modified?.ToString());
        Write("language", article.Language);
        if (clean) json.WriteBoolean("clean", true);
        json.WriteString("text", article.Text);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();

        void Write(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }
    }

    /// <summary>The article that bytes of JSON hold, which may be changed while they are read.</summary>
    internal static Article Parse(byte[] bytes, out string? id)
    {
        id = null;
        if (!Utf8.IsValid(bytes)) bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
        MendHalfSurrogates(bytes);
        try
        {
            return Read(bytes, ref id);
        }
        catch (JsonException e)
        {
            throw new UnreadableInputException($"not JSON at byte {(e.BytePositionInLine ?? 0) + 1}");
        }
    }

    private static Article Read(byte[] bytes, ref string? id)
    {
        var json = new Utf8JsonReader(bytes);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new UnreadableInputException("not a JSON object");
        var fields = new ArticleFields();
        var clean = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "id": id = json.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(json.ValueSpan) : Value(ref json, name); break;
                case "text": fields = fields with { Text = Value(ref json, name) }; break;
                case "html": fields = fields with { Html = Value(ref json, name) }; break;
                case "title": fields = fields with { Title = Value(ref json, name) }; break;
                case "byline": fields = fields with { Byline = Value(ref json, name) }; break;
                case "outlet": fields = fields with { Outlet = Value(ref json, name) }; break;
                case "url": fields = fields with { Url = Value(ref json, name) }; break;
                case "language": fields = fields with { Language = Value(ref json, name) }; break;
                case "published": fields = fields with { Published = Value(ref json, name) }; break;
                case "modified": fields = fields with { Modified = Value(ref json, name) }; break;
                case "clean": clean = json.TokenType == JsonTokenType.True; break;
                case "schema" when Value(ref json, name)?.StartsWith("rapporteur/record/", StringComparison.Ordinal) == true:
                    throw new UnreadableInputException("it is a record, not an article: rapporteur import takes it into an archive");
                default: json.Skip(); break;
            }
        }

        // What follows the object must be nothing: the reader throws where it is not.
        json.Read();

        if (fields.Text is null && fields.Html is null && NinjsItem.Read(bytes) is { } item)
        {
            id ??= item.Id;
            return item with { Id = id };
        }

        var article = (fields with { Id = id }).ToArticle();
        return clean && article.Body is null ? article with { Body = [new Span(0, article.Text.Length)] } : article;
    }

    private static string? Value(ref Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.Null => null,
        _ => throw new UnreadableInputException($"\"{name}\" is not a string"),
    };

    // Many writers of JSON escape UTF-16 units, half ones too; the reader would refuse the whole line for one of them.
    private static void MendHalfSurrogates(Span<byte> json)
    {
        for (var i = 0; i + 6 <= json.Length; i++)
        {
            var next = json[i..].IndexOf((byte)'\\');
            if (next < 0) return;
            i += next;
            if (Unit(json, i) is not (>= 0xD800 and <= 0xDFFF and var unit))
            {
                i++; // past the escaped character, which may be a backslash
                continue;
            }

            if (unit < 0xDC00 && Unit(json, i + 6) is >= 0xDC00 and <= 0xDFFF)
            {
                i += 11;
                continue;
            }

            "\\uFFFD"u8.CopyTo(json[i..]);
            i += 5;
        }
    }

    // The value of the escape \uXXXX at a place, or -1.
    private static int Unit(ReadOnlySpan<byte> json, int at)
    {
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u') return -1;
        return int.TryParse(json.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) ? unit : -1;
    }
}
