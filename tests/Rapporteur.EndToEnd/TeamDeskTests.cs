using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Rapporteur.Desk.Tests.Operations;
using Rapporteur.Desk.Tests.Team;
using Xunit;

namespace Rapporteur.EndToEnd;

/// <summary>A desk for a team as it is published: what works in tests must work compiled ahead of time, too.</summary>
public sealed class TeamDeskTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PublishedCommand _published;
    private readonly string _folder = Directory.CreateTempSubdirectory("team-").FullName;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public TeamDeskTests(PublishedCommand published)
    {
        Programs.SkipUnlessInCi();
        _published = published;
        published.Make();
    }

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task From_nothing_to_signed_in_by_password_by_key_and_by_provider_with_telemetry_until_it_is_closed()
    {
        await using var provider = await FakeProvider.Start();
        await using var collector = await Collector.Start();
        provider.Groups = ["newsroom"];
        var settings = Path.Combine(_folder, "desk.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new
        {
            archive = Path.Combine(_folder, "news.archive"), address = "http://127.0.0.1:0",
            signIn = new { openId = new { authority = provider.Address, clientId = FakeProvider.ClientId, roles = new { newsroom = "editor" } } },
        }), TestContext.Current.CancellationToken);
        Assert.Equal("", await Run("seven grey herons\n", "account", "add", "Ilse", "--role", "admin", "--settings", settings));
        var key = (await Run("", "key", "add", "the wire", "--role", "reader", "--settings", settings)).Trim();

        using var desk = Start(
            ["desk", "--settings", settings],
            ("RAPPORTEUR_DESK_SIGNIN__OPENID__CLIENTSECRET", FakeProvider.ClientSecret), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        try
        {
            _client.BaseAddress = await Address(desk);
            var log = desk.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, await Status("/health/ready"));
            Assert.Equal(HttpStatusCode.Redirect, await Status("/"));
            Assert.Equal(HttpStatusCode.OK, await Status("/", ("Authorization", $"Bearer {key}")));

            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Ilse", ["password"] = "seven grey herons", ["back"] = "/" });
            using var signedIn = await _client.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
            Assert.Equal(HttpStatusCode.OK, await Status("/admin/accounts", ("Cookie", Cookies(signedIn))));

            using var leave = await _client.GetAsync("/sign-in/openid", TestContext.Current.CancellationToken);
            using var back = new HttpRequestMessage(HttpMethod.Get, await provider.Approve(leave.Headers.Location!));
            back.Headers.Add("Cookie", Cookies(leave));
            using var vouched = await _client.SendAsync(back, TestContext.Current.CancellationToken);
            Assert.Equal("/", vouched.Headers.Location?.OriginalString);
            Assert.Equal(HttpStatusCode.OK, await Status("/", ("Cookie", Cookies(vouched))));

            Programs.Run("kill", "-TERM", desk.Id.ToString(CultureInfo.InvariantCulture));
            await desk.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal(0, desk.ExitCode);
            Assert.Contains("\"Path\":\"/admin/accounts\"", await log, StringComparison.Ordinal);
            Assert.Contains("http.server.request.duration", collector.Got("/v1/metrics"), StringComparison.Ordinal);
            Assert.Contains("/sign-in", collector.Got("/v1/traces"), StringComparison.Ordinal);
        }
        finally
        {
            if (!desk.HasExited) desk.Kill();
        }
    }

    private static string Cookies(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    private static async Task<Uri> Address(Process desk)
    {
        const string Open = "The desk is open at ";
        while (await desk.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith(Open, StringComparison.Ordinal)) return new Uri(line[Open.Length..].Split(' ')[0]);
        throw new InvalidOperationException("The desk did not open.");
    }

    private async Task<HttpStatusCode> Status(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<string> Run(string input, params string[] args)
    {
        using var process = Start(["desk", .. args]);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private Process Start(string[] args, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(_published.Executable, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
