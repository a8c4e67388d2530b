using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class BatchTests : ApiTest
{
    private const string Lines = "application/x-ndjson";

    [Fact]
    public async Task Each_article_of_a_batch_is_answered_in_its_place()
    {
        var batch = new ArticleBatch { Articles = [Ferry(), new ArticleFields { Text = "" }, Ferry(), new ArticleFields { Text = "\"We agree,\" Ada Lind said.", Published = "soon" }] };
        var result = await Api.AddArticlesAsync(batch, cancellationToken: Cancellation);
        Assert.Equal([422, 422], result.Items.Where(item => item.Problem is not null).Select(item => item.Status));
        Assert.Equal([0, 1, 2, 3], result.Items.Select(item => item.Index));
        Assert.Equal("published", result.Items.Last().Problem!.Field);
        Assert.Equal((1, 1, 2), (result.Added, result.Known, result.Refused));
        Assert.Equal(1, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_line_is_answered_as_soon_as_its_article_is_kept()
    {
        using var connection = await RawConnection.To(Desk.Address, Cancellation);
        await connection.Send($"POST /api/v1/articles:batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Lines}\r\nTransfer-Encoding: chunked\r\n\r\n", Cancellation);
        await connection.SendPart("{\"text\": \"\\\"We agree,\\\" Ada Lind said.\"}\n", Cancellation);
        Assert.Equal(201, (int)(await Answer())["status"]!);
        Assert.Equal(1, Desk.Archive.ArticleCount);

        await connection.SendPart("{\"text\": 1}\n\n{\"text\": \"\\\"We agree,\\\" ", Cancellation);
        Assert.Equal("bad-field", (string?)(await Answer())["problem"]!["code"]);
        await connection.SendPart("Ada Lind said.\"}", Cancellation);
        await connection.SendPart("", Cancellation);
        Assert.Equal("known", (string?)(await Answer())["added"]!["outcome"]);

        async Task<JsonNode> Answer() => JsonNode.Parse((await connection.Line("{\"index\"", Cancellation))!)!;
    }

    [Fact]
    public async Task Lines_are_answered_in_their_order_and_a_last_one_needs_no_line_break()
    {
        var lines = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "not json" : $$"""{"id": "{{i}}", "text": "\"Boat {{i}} is late,\" Ada Lind said."}""");
        using var answer = await Client.PostAsync("/api/v1/articles:batch", new StringContent(string.Join("\r\n", lines), Encoding.UTF8, Lines), Cancellation);
        var items = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(Enumerable.Range(0, 300), items.Select(item => (int)item["index"]!));
        foreach (var item in items)
        {
            if ((int)item["index"]! % 3 == 0) Assert.Equal("bad-json", (string?)item["problem"]!["code"]);
            else Assert.Equal(((int)item["index"]!).ToString(System.Globalization.CultureInfo.InvariantCulture), Desk.Archive.Article((long)item["added"]!["article"]!)!.Name);
        }

        Assert.Equal(200, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_stream_takes_no_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles:batch") { Content = new StringContent("{}", Encoding.UTF8, Lines) };
        request.Headers.Add("Idempotency-Key", "one");
        await Refused(request, HttpStatusCode.BadRequest, "bad-field");
    }
}
