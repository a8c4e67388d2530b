using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rapporteur.Archive;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Xunit;

namespace Rapporteur.Desk.Tests;

public sealed class SettingsTests : IDisposable
{
    private static readonly OpenIdOptions Provider = new() { Authority = "https://id.example", ClientId = "desk", Otherwise = "reader" };
    private readonly string _folder = Directory.CreateTempSubdirectory("settings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string text)
    {
        var path = Path.Combine(_folder, "desk.json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Settings_are_read_from_a_file()
    {
        var options = DeskSettings.Read(File(
            """
            {
              // comments are welcome
              "archive": "/srv/news.archive", "address": "http://0.0.0.0:4180", "hosts": ["desk.example.org"], "proxies": ["10.0.0.0/8", "::1"],
              "signIn": { "passwords": false, "sessionHours": 8, "openId": { "authority": "https://id.example", "clientId": "desk", "scopes": ["groups"], "roles": { "staff": "editor" } } },
              "limits": { "requestsAMinute": 60 }, "largestUpload": 1000
            }
            """));
        Assert.Equal(("/srv/news.archive", "http://0.0.0.0:4180", 60, 1000), (options.Archive, options.Address, options.Limits.RequestsAMinute, options.LargestUpload));
        Assert.Equal(["desk.example.org"], options.Hosts);
        Assert.Equal(["10.0.0.0/8", "::1"], options.Proxies);
        Assert.Equal((false, 8, "desk"), (options.SignIn!.Passwords, options.SignIn.SessionHours, options.SignIn.OpenId!.ClientId));
        Assert.Equal("editor", options.SignIn.OpenId.Roles["staff"]);
        Assert.Equal(["groups"], options.SignIn.OpenId.Scopes);
        DeskSettings.Check(options);
    }

    [Theory]
    [InlineData("""{ "adress": "http://localhost:1" }""", "adress")]
    [InlineData("""{ "signIn": { "sessionHours": "many" } }""", "many")]
    [InlineData("""{ "address": """, "settings")]
    public void What_is_no_setting_is_refused_by_its_name(string text, string named) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => DeskSettings.Read(File(text))).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_file_that_is_not_there_is_no_empty_one() =>
        Assert.Throws<SettingsException>(() => DeskSettings.Read(Path.Combine(_folder, "none.json")));

    public static TheoryData<string, DeskOptions> Unsafe => new()
    {
        { "signIn", new() { Address = "http://0.0.0.0:4180" } },
        { "signIn", new() { Address = "http://localhost:4180;http://192.0.2.1:4180" } },
        { "signIn", new() { Address = "https://*:443", Certificate = new() } },
        { "signIn", new() { Address = "http://desk.example.org:4180", Proxies = ["10.0.0.1"] } },
        { "clear", new() { Address = "http://[::]:4180", SignIn = new() } },
        { "certificate", new() { Address = "https://localhost:4180", SignIn = new() } },
        { "proxies", new() { Proxies = ["desk.example.org"] } },
        { "hosts", new() { Hosts = ["https://desk.example.org"] } },
        { "limits", new() { Limits = new() { RequestsAMinute = 0 } } },
        { "largestUpload", new() { LargestUpload = -1 } },
        { "address", new() { Address = "ftp://localhost" } },
        { "address", new() { Address = "localhost" } },
        { "sign in", new() { SignIn = new() { Passwords = false } } },
        { "https", new() { SignIn = new() { OpenId = Provider with { Authority = "http://id.example" } } } },
        { "clientId", new() { SignIn = new() { OpenId = Provider with { ClientId = "" } } } },
        { "owner", new() { SignIn = new() { OpenId = Provider with { Otherwise = "owner" } } } },
        { "let in", new() { SignIn = new() { OpenId = Provider with { Otherwise = null } } } },
    };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void A_desk_that_would_not_be_safe_does_not_open(string named, DeskOptions options)
    {
        using var archive = NewsArchive.Open(Path.Combine(_folder, "news.archive"), ArchiveAccess.Write);
        var refusal = Assert.Throws<SettingsException>(() => DeskServer.Create(archive, options));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_with_a_certificate_answers_over_https()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (path, keyPath) = (Path.Combine(_folder, "desk.pem"), Path.Combine(_folder, "desk.key"));
        await System.IO.File.WriteAllTextAsync(path, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await using var desk = await OpenDesk.Start(options => options with
        {
            Address = "https://127.0.0.1:0", SignIn = new(), Certificate = new CertificateOptions { Path = path, Key = keyPath },
        });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint };
        using var client = new HttpClient(handler) { BaseAddress = desk.Address };
        using var answer = await client.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
