using System.Text;
using Rapporteur.Ingest;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Fuzz;

/// <summary>What must hold of any bytes: they are refused with one line, or give a record that is true to the text.</summary>
internal static class Target
{
    /// <exception cref="InvalidOperationException">Something does not hold.</exception>
    public static void Run(byte[] bytes)
    {
        // As text of every kind that a caller may hold, half characters among them.
        Check(new Article(Encoding.UTF8.GetString(bytes)));
        Check(new Article(Encoding.Unicode.GetString(bytes)));
        Refusable(() =>
        {
            using var stream = new MemoryStream(bytes);
            Check(ArticleLoader.Load(stream, "fuzz"));
        });
        CheckSources(bytes);
    }

    // As they are, and as what stands in files of several articles.
    private static void CheckSources(byte[] bytes)
    {
        byte[][] files =
        [
            bytes,
            [.. "<rss version='2.0'><channel><item><title>A</title><description>"u8, .. bytes],
            [.. "<feed><entry><content type='xhtml'>"u8, .. bytes, .. "</content></entry></feed>"u8],
            [.. "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: "u8,
                .. Encoding.ASCII.GetBytes($"{bytes.Length}\r\n\r\n"), .. bytes],
            [.. "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: "u8,
                .. Encoding.ASCII.GetBytes($"{bytes.Length + 47}\r\n\r\n"), .. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. bytes],
            [.. "{\"uri\":\"urn:a\",\"bodies\":[{\"value\":\""u8, .. bytes, .. "\"}]}"u8],
        ];
        foreach (var file in files)
            foreach (var input in new InputSource { StandardInput = () => new MemoryStream(file) }.Find(["-"]))
                Refusable(() => input.Load());
    }

    private static void Refusable(Action work)
    {
        try
        {
            work();
        }
        catch (UnreadableInputException e)
        {
            if (e.Message.Contains('\n', StringComparison.Ordinal)) throw new InvalidOperationException("A message of two lines.", e);
        }
    }

    private static void Check(Article article)
    {
        var reading = Reader.English.Read(article);
        foreach (var statement in reading.Statements)
        {
            if (statement.Content.IsEmpty) throw new InvalidOperationException("A statement without content.");
            InOrder(statement.Source, article.Text);
            InOrder(statement.Cue, article.Text);
            InOrder(statement.Content, article.Text);
        }

        var json = Record.From(reading).ToJson();
        if (!Record.FromJson(json).ToJson().AsSpan().SequenceEqual(json)) throw new InvalidOperationException("The record does not survive its JSON.");
        if (!Record.From(Reader.English.Read(article)).ToJson().AsSpan().SequenceEqual(json)) throw new InvalidOperationException("Two readings differ.");
    }

    private static void InOrder(IEnumerable<Span> spans, string text)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Start < end || span.Length <= 0 || span.End > text.Length)
                throw new InvalidOperationException($"The span {span} lies outside the text or out of order.");
            end = span.End;
        }
    }
}
