using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary><c>deploy/secrets.sh</c>: passwords and certificates.</summary>
public sealed class SecretsTests : IDisposable
{
    private readonly Secrets _secrets = new();

    public void Dispose() => _secrets.Dispose();

    [Fact]
    public void Made_again_for_another_host_passwords_and_keys_stay_and_certificates_are_for_that_host_too()
    {
        var before = Directory.GetFiles(_secrets.Folder).ToDictionary(file => file, File.ReadAllText);
        Assert.False(Certificate("store").MatchesHostname("store.example.org"));
        Assert.Equal(0, _secrets.Make("store.example.org", "10.0.0.7").ExitCode);
        foreach (var (file, text) in before.Where(file => !file.Key.EndsWith("broker.pem", StringComparison.Ordinal) && !file.Key.EndsWith("store.pem", StringComparison.Ordinal) && !file.Key.EndsWith(".srl", StringComparison.Ordinal)))
            Assert.Equal(text, File.ReadAllText(file));
        foreach (var host in new[] { "store", "localhost", "127.0.0.1", "store.example.org", "10.0.0.7" }) Assert.True(Certificate("store").MatchesHostname(host));
    }

    [Fact]
    public void No_two_passwords_are_alike_and_only_the_owner_gets_into_the_folder()
    {
        var passwords = Directory.GetFiles(_secrets.Folder).Where(file => !Path.HasExtension(file)).Select(file => File.ReadAllText(file).Trim().Split(':')[^1]).ToList();
        Assert.Equal(8, passwords.Count);
        Assert.All(passwords, password => Assert.Equal(48, password.Length));
        Assert.Distinct(passwords);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_secrets.Folder));
    }

    private X509Certificate2 Certificate(string name) => X509CertificateLoader.LoadCertificateFromFile(_secrets.File(name + ".pem"));
}
