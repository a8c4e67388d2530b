using System.Net;
using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class ExportTests : ApiTest
{
    public static TheoryData<string> Formats => [.. RecordExports.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Each_format_is_exported_as_the_command_does_it(string name)
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        var format = RecordExports.Named(name)!;
        using var answer = await Client.GetAsync($"/api/v1/exports/{name}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(format.MediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"rapporteur.{format.Extension}", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var expected = new MemoryStream();
        ArchiveExport.Write(Desk.Archive, format.Create(expected), versions: format.IsOfVersions, Cancellation);
        var (one, other) = (Encoding.UTF8.GetString(expected.ToArray()), Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        if (name == "parquet") Assert.Equal("PAR1", other[..4]);
        else if (name == "ics") Assert.StartsWith("BEGIN:VCALENDAR", other, StringComparison.Ordinal);
        else Assert.Equal(one, other);
    }

    [Fact]
    public async Task What_a_query_finds_is_exported_alone()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said."));
        var csv = await Client.GetStringAsync("/api/v1/exports/csv?q=speaker:vang", Cancellation);
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Per Vang", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_away_ends_the_export_and_others_still_get_theirs()
    {
        for (var i = 0; i < 300; i++) Desk.Add(new Article($"\"Boat {i} is late,\" Ada Lind said. {new string('x', 20_000)}"));
        for (var i = 0; i < 8; i++)
        {
            using var answer = await Client.GetAsync("/api/v1/exports/jsonl", HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await using var stream = await answer.Content.ReadAsStreamAsync(Cancellation);
            Assert.True(await stream.ReadAsync(new byte[100], Cancellation) > 0);
            answer.Dispose();
            await Task.Delay(100, Cancellation);
        }
    }
}
