using System.Text.Json;
using Rapporteur.Archive.Reviews;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Records as JSON Lines: the whole record, as the commands that read write it, and after those of an article its reviews. Nothing is lost.</summary>
public sealed class RecordLines(Stream stream) : IRecordExport
{
    /// <summary>Reads a record back, and checks what no type can say: that its evidence lies within its text.</summary>
    /// <exception cref="JsonException">It is not JSON, not a record of this schema, or one that does not hold together.</exception>
    public static Record Read(ReadOnlySpan<byte> line)
    {
        var record = Record.FromJson(line);
        if (record.Schema != Record.CurrentSchema) throw new JsonException($"its schema is {record.Schema}, not {Record.CurrentSchema}");
        var last = LastPlace(line);
        var length = record.Document.Text.EnumerateRunes().Count();
        if (last > length) throw new JsonException($"it points beyond its text, which has {length} characters");
        if (record.Statements.Any(statement => statement.Content.IsEmpty)) throw new JsonException("a statement has no content");
        if (record.Statements.DistinctBy(statement => statement.Id).Count() < record.Statements.Length) throw new JsonException("two statements have one id");
        return record;
    }

    /// <inheritdoc/>
    public void Write(Record record, long? article = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        stream.Write(record.ToJson());
        stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Write(ArticleReviews reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        foreach (var review in reviews.History)
        {
            stream.Write(review.ToJson());
            stream.WriteByte((byte)'\n');
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
    }

    // Two numbers in brackets are a range, wherever they stand; nothing in a list may be missing.
    private static int LastPlace(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        int last = 0, second = 0, numbers = 0;
        for (var before = JsonTokenType.None; json.Read(); before = json.TokenType)
        {
            if (json.TokenType == JsonTokenType.Null && before != JsonTokenType.PropertyName) throw new JsonException("a list in it has a hole");
            if (json.TokenType == JsonTokenType.StartArray)
            {
                numbers = 0;
            }
            else if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number))
            {
                numbers++;
                second = number;
            }
            else
            {
                if (json.TokenType == JsonTokenType.EndArray && numbers == 2) last = Math.Max(last, second);
                numbers = -1;
            }
        }

        return last;
    }
}
