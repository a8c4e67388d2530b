using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Adding;

/// <summary>What the forms on the page for adding send.</summary>
internal static class Sent
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A form of fields.</summary>
    public static MultipartFormDataContent Form(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    /// <summary>A form of files.</summary>
    public static MultipartFormDataContent Files(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = $"\"{name}\"" };
            form.Add(part);
        }

        return form;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Starts a job, and gives where it ended: an article's address, or the job's with its page.</summary>
    public static async Task<(string Address, string Page)> Job(OpenDesk desk, string path, HttpContent form)
    {
        using var started = await desk.Client.PostAsync(path, form, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var address = started.Headers.Location!.ToString();
        for (var waited = 0; waited < 600; waited++)
        {
            using var answer = await desk.Client.GetAsync(address, Cancellation);
            if (answer.StatusCode == HttpStatusCode.Redirect) return (answer.Headers.Location!.ToString(), "");
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            if (page.Contains("data-running=\"no\"", StringComparison.Ordinal)) return (address, WebUtility.HtmlDecode(page));
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException($"The job at {address} did not end.");
    }
}
