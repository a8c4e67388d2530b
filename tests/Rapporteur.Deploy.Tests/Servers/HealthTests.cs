using System.Collections.Concurrent;
using System.Net;
using Rapporteur.Deploy.Tests.Files;
using Rapporteur.TestServers;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary>A worker, started as the unit, the compose file and the cluster start it, says whether it can work.</summary>
public sealed class HealthTests : IDisposable
{
    private const string UsualPort = "4190";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("health-").FullName;

    public HealthTests()
    {
        if (NatsServer.WhyNot is { } reason) Assert.Skip(reason);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("unit")]
    [InlineData("compose")]
    [InlineData("kubernetes")]
    public async Task A_worker_is_alive_and_ready_and_while_its_broker_is_away_it_is_alive(string engine)
    {
        using var broker = new NatsServer();
        using var client = new HttpClient();
        var port = $"{Loopback.FreePort()}";
        var address = new Uri($"http://127.0.0.1:{port}");
        var said = new ConcurrentQueue<string>();
        using var worker = Programs.Start(
            [.. Arguments(engine).Select(argument => argument.Replace(UsualPort, port, StringComparison.Ordinal))], said.Enqueue,
            ("RAPPORTEUR_QUEUE", broker.Address), ("RAPPORTEUR_ARCHIVE", Path.Combine(_folder, "archive")));
        try
        {
            await Until("/health/ready", HttpStatusCode.OK);
            await Until("/health/live", HttpStatusCode.OK);
            // What the image asks its worker.
            Assert.Equal(0, Programs.Run(Programs.Rapporteur, ["desk", "health"], null, ("RAPPORTEUR_DESK_ADDRESS", address.ToString())).ExitCode);

            broker.Stop();
            await Until("/health/ready", HttpStatusCode.ServiceUnavailable);
            await Until("/health/live", HttpStatusCode.OK);
            broker.Start();
            await Until("/health/ready", HttpStatusCode.OK);
            Assert.Equal(0, Programs.End(worker));
        }
        finally
        {
            if (!worker.HasExited) worker.Kill();
        }

        async Task Until(string path, HttpStatusCode wanted)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            while (await Status(path, patience.Token) != wanted)
            {
                Assert.False(worker.HasExited, string.Join('\n', said));
                await Task.Delay(100, patience.Token);
            }
        }

        async Task<HttpStatusCode?> Status(string path, CancellationToken cancellation)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, path), cancellation);
                return answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                return null; // it does not listen yet
            }
        }
    }

    private static string[] Arguments(string engine) => engine switch
    {
        "compose" => Assert.Single(Yaml.Documents("compose.yaml"))["services"]!["worker"]!["command"].Texts(),
        "kubernetes" => Yaml.Documents("kubernetes", "workers.yaml").Single(part => (string?)part["kind"] == "Deployment")["spec"]!["template"]!["spec"]!["containers"]![0]!["args"].Texts(),
        _ => File.ReadLines(Repository.File("deploy", "rapporteur-worker@.service")).Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Replace("%i", UsualPort, StringComparison.Ordinal).Split(' ')[1..],
    };
}
