using System.Net;
using System.Text.Json;
using Xunit;

namespace Rapporteur.Desk.Tests.Views;

/// <summary>What views answer, to people and as files.</summary>
public sealed class ViewAddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=harbour&sort=newest")]
    [InlineData("/speakers")]
    [InlineData("/speakers/ilse%20marten")]
    [InlineData("/speakers/ilse%20marten/commitments")]
    [InlineData("/actors")]
    [InlineData("/timeline?by=speaker")]
    [InlineData("/network")]
    [InlineData("/happenings")]
    [InlineData("/happenings/1")]
    [InlineData("/compare/1-s2")]
    [InlineData("/articles/1/compare")]
    [InlineData("/verify")]
    public async Task Every_view_answers_get_and_head(string path)
    {
        await using var desk = await Harbour.Open();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var answer = await desk.Client.SendAsync(new HttpRequestMessage(method, path), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/speakers?format=csv", "name,key,role")]
    [InlineData("/speakers?format=json", "[")]
    [InlineData("/speakers/ilse%20marten?format=csv", "statement,day,speaker")]
    [InlineData("/speakers/ilse%20marten?format=json", "{")]
    [InlineData("/speakers/ilse%20marten/commitments?format=csv", "statement,day,speaker")]
    [InlineData("/speakers/ilse%20marten/commitments?format=json", "[")]
    [InlineData("/timeline?by=outlet&format=csv", "of,day,statements\r\nMeridian Wire,2024-05-02,")]
    [InlineData("/network?format=csv", "from,to,statements,acts")]
    [InlineData("/network?format=gexf", "<?xml")]
    [InlineData("/network?format=graphml", "<?xml")]
    [InlineData("/network?format=svg", "<?xml")]
    [InlineData("/happenings?format=csv", "happening,first,last")]
    [InlineData("/happenings/1?format=json", "[")]
    [InlineData("/articles/1/compare?format=jsonl", "{\"original\"")]
    [InlineData("/verify?article=1&against=2&format=json", "{")]
    [InlineData("/search/export?q=harbour&format=csv", "article,outlet,published")]
    [InlineData("/search/export?q=harbour&format=jsonl", "{\"schema\"")]
    [InlineData("/search/export?q=harbour&format=ics", "BEGIN:VCALENDAR")]
    [InlineData("/search/export?q=harbour&format=parquet", "PAR1")]
    [InlineData("/search/export?format=gexf", "<?xml")]
    public async Task What_a_view_shows_can_be_had_as_a_file(string path, string beginning)
    {
        await using var desk = await Harbour.Open();
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith(beginning, text.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/speakers?format=exe")]
    [InlineData("/network?format=png")]
    [InlineData("/search/export?format=brat")]
    [InlineData("/actors/NOBODY")]
    [InlineData("/compare/99-s1")]
    [InlineData("/compare/1")]
    [InlineData("/compare/1-s99")]
    [InlineData("/articles/99/compare")]
    [InlineData("/happenings/99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var desk = await Harbour.Open();
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?q=(")]
    [InlineData("/timeline?q=speaker:")]
    [InlineData("/timeline?from=yesterday")]
    [InlineData("/network?q=day:2024%20OR%20x")]
    [InlineData("/search/export?q=%22&format=csv")]
    public async Task A_query_that_cannot_be_understood_is_told_what_is_wrong(string path)
    {
        await using var desk = await Harbour.Open();
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("cannot be understood", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?page=-7&sort=nothing")]
    [InlineData("/search?page=2000000000")]
    [InlineData("/speakers?after=~~~&sort=last&q=%25%25")]
    [InlineData("/speakers/ilse%20marten?before=x")]
    [InlineData("/happenings?from=0001-01-01&to=9999-12-31")]
    [InlineData("/happenings?from=9999-12-30")]
    [InlineData("/network?least=-4&of=nobody")]
    [InlineData("/timeline?by=7")]
    public async Task What_is_asked_for_beyond_all_bounds_is_answered_within_them(string path)
    {
        await using var desk = await Harbour.Open();
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_only_described_is_looked_for_among_the_statements()
    {
        await using var desk = await Harbour.Open();
        using var answer = await desk.Client.GetAsync("/speakers/harbour%20officials", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/search?q=speaker%3A%22harbour%20officials%22", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Views_show_what_was_added_a_moment_ago()
    {
        await using var desk = await Harbour.Open();
        var before = await desk.Client.GetStringAsync("/search?q=lighthouse", Cancellation);
        desk.Add(new Article("\"The lighthouse is dark,\" Oda Brandt said.") { Title = "Dark" });
        Assert.DoesNotContain("<mark>lighthouse</mark>", before, StringComparison.Ordinal);
        Assert.Contains("<mark>lighthouse</mark>", await desk.Client.GetStringAsync("/search?q=lighthouse", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speaker_s_file_counts_what_the_page_shows()
    {
        await using var desk = await Harbour.Open();
        using var file = JsonDocument.Parse(await desk.Client.GetStringAsync("/speakers/ilse%20marten?format=json", Cancellation));
        var statements = file.RootElement.GetProperty("voice").GetProperty("statements").GetInt32();
        Assert.Equal(statements, file.RootElement.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("statements").GetInt32()));
        Assert.Equal(statements, file.RootElement.GetProperty("profile").GetProperty("outlets").EnumerateArray().Sum(outlet => outlet.GetProperty("statements").GetInt32()));
    }

    [Fact]
    public async Task A_transcript_that_is_pasted_is_held_against_the_article()
    {
        await using var desk = await Harbour.Open();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("1"), "article" },
            { new StringContent("MARTEN: We will open the harbour to every ship that carries grain, and we will keep it open through the winter."), "transcript" },
        };
        using var answer = await desk.Client.PostAsync("/verify", form, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("word for word", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("99", "MARTEN: We will open the harbour.")]
    [InlineData("x", "MARTEN: We will open the harbour.")]
    public async Task What_cannot_be_verified_is_told_why(string article, string transcript)
    {
        await using var desk = await Harbour.Open();
        using var form = new MultipartFormDataContent { { new StringContent(article), "article" }, { new StringContent(transcript), "transcript" } };
        using var answer = await desk.Client.PostAsync("/verify", form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
