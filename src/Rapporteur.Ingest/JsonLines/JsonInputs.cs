using System.Text;
using System.Text.Json;
using Rapporteur.Ingest.Bytes;

namespace Rapporteur.Ingest.JsonLines;

/// <summary>The articles in JSON: an article a line, or one value that is an article or a list of them.</summary>
internal static class JsonInputs
{
    /// <summary>One input for each article; of lines only one is held at a time.</summary>
    /// <exception cref="UnreadableInputException">It is neither.</exception>
    public static IEnumerable<Input> Read(Stream stream, string origin, string id)
    {
        using var lines = LineReader.Read(stream).Where(line => line.Bytes is null || !line.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty).GetEnumerator();
        if (!lines.MoveNext()) yield break;
        if (!IsWhole(lines.Current.Bytes))
        {
            foreach (var input in OfValue(Joined(lines), origin, id)) yield return input;
            yield break;
        }

        do
        {
            var line = lines.Current;
            yield return new Input($"{origin}, line {line.Number}", $"{id}#{line.Number}", line.Bytes?.Length ?? 0, () => Parse(line, $"{id}#{line.Number}"));
        }
        while (lines.MoveNext());
    }

    private static Article Parse(Line line, string id)
    {
        var article = ArticleLine.Parse(line, out _);
        return article with { Id = article.Id ?? id };
    }

    private static IEnumerable<Input> OfValue(byte[] bytes, string origin, string id)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new UnreadableInputException($"not JSON at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                yield return Of(document.RootElement, 1, origin, id);
                yield break;
            }

            var number = 0;
            foreach (var element in document.RootElement.EnumerateArray()) yield return Of(element, ++number, $"{origin}, item {number}", $"{id}#{number}");
        }
    }

    private static Input Of(JsonElement element, int number, string origin, string id)
    {
        var line = new Line(number, Encoding.UTF8.GetBytes(element.GetRawText()));
        return new Input(origin, id, line.Bytes!.Length, () => Parse(line, id));
    }

    private static bool IsWhole(byte[]? line)
    {
        if (line is null) return true; // too long a line is one that is passed over, not the start of something longer
        if (line.AsSpan().TrimStart(" \t"u8) is [(byte)'[', ..]) return false;
        try
        {
            var json = new Utf8JsonReader(line);
            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException e)
        {
            // A line that is wrong in its middle is still a line; one that breaks off at its end goes on in the next.
            return e.BytePositionInLine < line.AsSpan().TrimEnd(" \t\r"u8).Length;
        }
    }

    private static byte[] Joined(IEnumerator<Line> lines)
    {
        using var whole = new MemoryStream();
        do
        {
            if (lines.Current.Bytes is not { } bytes || whole.Length + bytes.Length > InputBytes.Limit)
                throw new UnreadableInputException($"the input is larger than {InputBytes.Limit >> 20} MB");
            whole.Write(bytes);
            whole.WriteByte((byte)'\n');
        }
        while (lines.MoveNext());
        return whole.ToArray();
    }
}
