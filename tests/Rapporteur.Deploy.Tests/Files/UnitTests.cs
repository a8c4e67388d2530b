using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Files;

/// <summary>The units in <c>deploy/</c> are ones that systemd understands, and let services do little.</summary>
public sealed class UnitTests : IDisposable
{
    private const double MostExposure = 2.0; // of 10, as systemd counts

    private readonly string _folder = Directory.CreateTempSubdirectory("units-").FullName;

    public UnitTests() => Programs.Need("systemd-analyze", "systemd");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rapporteur.service", "rapporteur.service")]
    [InlineData("rapporteur-broker.service", "rapporteur-broker.service")]
    [InlineData("rapporteur-worker@.service", "rapporteur-worker@4190.service")]
    public void Each_is_understood_and_lets_its_service_do_little(string file, string name)
    {
        // It wants commands that are there.
        var unit = File.ReadAllText(Repository.File("deploy", file))
            .Replace("/usr/local/bin/rapporteur", "/bin/true", StringComparison.Ordinal).Replace("/usr/sbin/nats-server", "/bin/true", StringComparison.Ordinal);
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, unit);
        var verified = Programs.Run("systemd-analyze", ["verify", path]);
        Assert.DoesNotContain(name + ":", verified.Error, StringComparison.Ordinal);
        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(0, Programs.Run("systemd-analyze", ["security", "--offline=true", $"--threshold={MostExposure * 10}", path]).ExitCode);
    }
}
