using System.Globalization;
using System.Net;
using System.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class RefusalTests : ApiTest
{
    private const string Articles = "/api/v1/articles";

    private protected override DeskOptions Options(DeskOptions options) => options with { LargestUpload = 100_000 };

    [Theory]
    [InlineData("{\"text\": \"a", "bad-json", null)]
    [InlineData("", "bad-json", null)]
    [InlineData("null", "bad-json", null)]
    [InlineData("[]", "bad-json", null)]
    [InlineData("{\"text\": \"\\ud800\"}", "bad-field", "text")]
    [InlineData("{\"text\": 5}", "bad-field", "text")]
    [InlineData("{\"text\": \"a\", \"publishd\": \"2024-05-02\"}", "unknown-field", "publishd")]
    public async Task Json_that_is_not_an_article_is_refused_with_its_place(string json, string code, string? field)
    {
        var problem = await RefusedPost(Articles, Json(json), HttpStatusCode.BadRequest, code);
        Assert.Equal(field, (string?)problem["field"]);
        if (json.StartsWith('{')) Assert.InRange((long)problem["position"]!, 1, json.Length);
    }

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("{\"text\": \"  \"}", "text")]
    [InlineData("{\"html\": \"<p></p>\"}", "html")]
    [InlineData("{\"text\": \"a\", \"published\": \"yesterday\"}", "published")]
    [InlineData("{\"text\": \"a\", \"modified\": \"2024-13-01\"}", "modified")]
    public async Task An_article_that_cannot_be_read_is_refused_with_the_field(string json, string field)
    {
        var problem = await RefusedPost(Articles, Json(json), HttpStatusCode.UnprocessableEntity, "unreadable");
        Assert.Equal(field, (string?)problem["field"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"text\": \""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        await RefusedPost(Articles, content, HttpStatusCode.BadRequest, "bad-field");
    }

    [Fact]
    public async Task Json_nested_without_end_is_refused() =>
        await RefusedPost(Articles, Json("{\"text\":" + new string('[', 50_000)), HttpStatusCode.BadRequest, "bad-field");

    [Theory]
    [InlineData("image/png")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    public async Task Other_kinds_of_content_are_refused(string type)
    {
        using var content = new StringContent("x");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        await RefusedPost(Articles, content, HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Fact]
    public async Task What_is_packed_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) await gzip.WriteAsync(new byte[10_000_000], Cancellation);
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new("text/plain");
        await RefusedPost(Articles, content, HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_how_large_it_is(bool said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Articles) { Content = Json($"{{\"text\": \"{new string('a', 200_000)}\"}}") };
        request.Headers.TransferEncodingChunked = !said;
        await Refused(request, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("%2e%2e%2f1")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("1'%20OR%20'1'='1")]
    public async Task An_id_that_is_none_is_not_found(string id)
    {
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said."));
        await Refused($"{Articles}/{id}", HttpStatusCode.NotFound, "not-found");
        await Refused($"{Articles}/{id}/record", HttpStatusCode.NotFound, "not-found");
        await Refused($"/api/v1/statements/{id}-s1", HttpStatusCode.NotFound, "not-found");
        await Refused($"/api/v1/exports/{id}", HttpStatusCode.NotFound, "not-found");
        await Refused(new HttpRequestMessage(HttpMethod.Delete, $"{Articles}/{id}"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_path_with_a_null_character_is_refused_by_the_server_itself()
    {
        using var answer = await Client.GetAsync($"{Articles}/1%00", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("from=May", "from")]
    [InlineData("to=2024-02-30", "to")]
    public async Task A_parameter_that_is_wrong_is_named(string query, string field)
    {
        var problem = await Refused($"{Articles}?{query}", HttpStatusCode.BadRequest, "bad-field");
        Assert.Equal(field, (string?)problem["field"]);
    }

    [Theory]
    [InlineData("act:", 4)]
    [InlineData("\U0001D539oat act:", 9)]
    [InlineData("(boat", 0)]
    [InlineData("act:sail", 4)]
    public async Task A_query_that_cannot_be_understood_is_pointed_into(string query, int position)
    {
        var problem = await Refused($"/api/v1/statements?q={Uri.EscapeDataString(query)}", HttpStatusCode.BadRequest, "bad-query");
        Assert.Equal(("q", position), ((string?)problem["field"], (int)problem["position"]!));
        await Refused($"/api/v1/exports/csv?q={Uri.EscapeDataString(query)}", HttpStatusCode.BadRequest, "bad-query");
    }

    [Fact]
    public async Task A_cursor_that_was_changed_or_is_of_another_list_is_refused()
    {
        for (var i = 0; i < 3; i++) Desk.Add(new Article($"\"Boat {i} is late,\" Ada Lind said."));
        var cursor = (await Api.FindStatementsAsync(q: "boat", limit: 1, cancellationToken: Cancellation)).Next!;
        await Client.GetStringAsync($"/api/v1/statements?q=boat&limit=1&cursor={cursor}", Cancellation);
        foreach (var wrong in new[] { cursor[..^1], cursor + "A", (cursor[0] == 'x' ? 'y' : 'x') + cursor[1..], "x", "%00", new string('A', 5000), "" })
            await Refused($"/api/v1/statements?q=boat&limit=1&cursor={wrong}", HttpStatusCode.BadRequest, "bad-cursor");
        await Refused($"/api/v1/statements?q=late&limit=1&cursor={cursor}", HttpStatusCode.BadRequest, "bad-cursor");
        await Refused($"{Articles}?cursor={cursor}", HttpStatusCode.BadRequest, "bad-cursor");
    }

    [Theory]
    [InlineData("PUT", "/api/v1/articles/1")]
    [InlineData("POST", "/api/v1/statements")]
    [InlineData("DELETE", "/api/v1/articles")]
    public async Task What_cannot_be_done_is_refused(string method, string path)
    {
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said."));
        await Refused(new HttpRequestMessage(new HttpMethod(method), path), HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task A_page_of_another_site_can_neither_add_nor_delete()
    {
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said."));
        foreach (var (method, path) in new[] { (HttpMethod.Post, Articles), (HttpMethod.Post, Articles + ":fetch"), (HttpMethod.Post, Articles + ":batch"), (HttpMethod.Delete, Articles + "/1") })
        {
            using var request = new HttpRequestMessage(method, path) { Content = new StringContent("{\"text\": \"a\"}", Encoding.UTF8, "text/plain") };
            request.Headers.Add("Origin", "https://news.example");
            await Refused(request, HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task A_batch_of_none_or_of_too_many_is_refused()
    {
        await RefusedPost(Articles + ":batch", Json("{\"articles\": []}"), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(Articles + ":batch", Json("{}"), HttpStatusCode.BadRequest, "bad-json");
        var many = string.Join(',', Enumerable.Repeat("{\"text\":\"a\"}", 1001));
        await RefusedPost(Articles + ":batch", Json($"{{\"articles\": [{many}]}}"), HttpStatusCode.BadRequest, "bad-field");
    }

    [Theory]
    [InlineData("2024-05-03", "2024-05-02")]
    [InlineData("2020-01-01", "2024-05-02")]
    public async Task Happenings_of_no_days_or_of_too_many_are_refused(string from, string to) =>
        await Refused(string.Create(CultureInfo.InvariantCulture, $"/api/v1/happenings?from={from}&to={to}"), HttpStatusCode.BadRequest, "bad-field");

    [Fact]
    public async Task Comparing_and_verifying_too_little_or_too_much_is_refused()
    {
        await RefusedPost("/api/v1/compare", Json("{}"), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost("/api/v1/compare", Json("{\"articles\": [1, 2]}"), HttpStatusCode.NotFound, "not-found");
        await RefusedPost("/api/v1/compare", Json("{\"texts\": [null, null]}"), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost("/api/v1/verify", Json("{\"article\": 1}"), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost("/api/v1/verify", Json("{\"text\": {\"text\": \"a\"}, \"article\": 1, \"articles\": [1]}"), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost("/api/v1/verify", Json("{\"text\": {\"text\": \"a\"}, \"articles\": [1], \"minWords\": 2}"), HttpStatusCode.BadRequest, "bad-field");
    }
}
