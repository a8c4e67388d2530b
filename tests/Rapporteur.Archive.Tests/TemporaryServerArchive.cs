using Rapporteur.TestServers;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer.Lifetime))]

namespace Rapporteur.Archive.Tests;

/// <summary>A place for an archive in PostgreSQL; where that is not installed, the test is skipped.</summary>
public sealed class TemporaryServerArchive : TemporaryArchive
{
    public TemporaryServerArchive()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        Place = PostgresServer.Shared.NewSchema();
    }

    public override string Place { get; }

    public override TemporaryArchive Another() => new TemporaryServerArchive();
}
