using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Team;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Desk.Tests.Operations;

/// <summary>What stands in deploy/ and docs/team.md is what the desk takes.</summary>
public sealed partial class DeployTests
{
    [Fact]
    public void The_settings_that_are_given_as_a_beginning_open_a_desk_for_a_team()
    {
        var options = DeskSettings.Read(Repository.File("deploy", "desk.json"));
        DeskSettings.Check(options);
        Assert.NotNull(options.SignIn);
        Assert.Equal(["desk.example.org"], options.Hosts);
    }

    [Fact]
    public void Every_setting_is_explained()
    {
        var text = File.ReadAllText(Repository.File("docs", "team.md"));
        foreach (var (type, before) in new[] { (typeof(DeskOptions), ""), (typeof(SignInOptions), "signIn."), (typeof(LimitOptions), "limits.") })
        {
            foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.Name != nameof(DeskOptions.AllowsLoopback)))
            {
                var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                if (property.PropertyType == typeof(SignInOptions) || property.PropertyType == typeof(LimitOptions)) continue;
                Assert.Contains($"| `{before}{name}` |", text, StringComparison.Ordinal);
            }
        }

        foreach (var property in typeof(OpenIdOptions).GetProperties().Concat(typeof(CertificateOptions).GetProperties()).Where(property => property.CanWrite))
            Assert.Contains(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_container_sets_are_settings()
    {
        var set = Variable().Matches(File.ReadAllText(Repository.File("deploy", "Containerfile"))).ToDictionary(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), match => (string?)match.Groups[2].Value);
        Assert.Equal(3, set.Count);
        var options = DeskSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(set).Build())!;
        Assert.Equal(("/var/lib/rapporteur/news.archive", 12), (options.Archive, options.SignIn!.SessionHours));

        // Whoever runs it must still say which proxy it stands behind.
        Assert.Contains("in the clear", Assert.Throws<SettingsException>(() => DeskSettings.Check(options)).Message, StringComparison.Ordinal);
        DeskSettings.Check(options with { Proxies = ["172.17.0.0/16"] });
    }

    [Fact]
    public async Task The_service_is_one_that_systemd_understands()
    {
        const string Program = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(Program), $"{Program} is not installed");
        var folder = Directory.CreateTempSubdirectory("unit").FullName;
        try
        {
            // It wants a command that is there.
            var unit = (await File.ReadAllTextAsync(Repository.File("deploy", "rapporteur.service"), TestContext.Current.CancellationToken))
                .Replace("/usr/local/bin/rapporteur", "/bin/true", StringComparison.Ordinal);
            var path = Path.Combine(folder, "rapporteur.service");
            await File.WriteAllTextAsync(path, unit, TestContext.Current.CancellationToken);
            using var verify = Process.Start(new ProcessStartInfo(Program, ["verify", path]) { RedirectStandardError = true })!;
            var said = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("rapporteur.service:", said, StringComparison.Ordinal);
            Assert.Equal(0, verify.ExitCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"RAPPORTEUR_DESK_(\w+)=(\S+)")]
    private static partial Regex Variable();
}
