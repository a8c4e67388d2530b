using System.Text.Json.Nodes;
using Rapporteur.Deploy.Tests.Servers;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Files;

/// <summary><c>deploy/compose.yaml</c> names nothing that is not there. No engine runs it here.</summary>
public sealed class ComposeTests
{
    private readonly JsonObject _file = Assert.Single(Yaml.Documents("compose.yaml")).AsObject();

    private JsonObject Services => _file["services"]!.AsObject();

    [Fact]
    public void What_services_take_is_declared_and_the_script_makes_every_secret()
    {
        using var secrets = new Secrets();
        foreach (var kind in new[] { "secrets", "configs" })
        {
            var declared = _file[kind]!.AsObject();
            var taken = Services.SelectMany(service => service.Value![kind]?.AsArray() ?? []).Select(use => use is JsonObject named ? (string)named["source"]! : (string)use!).ToHashSet();
            Assert.Equal(taken.Order(StringComparer.Ordinal), declared.Select(entry => entry.Key).Order(StringComparer.Ordinal));
            foreach (var file in declared.Select(entry => (string)entry.Value!["file"]!))
                Assert.True(File.Exists(kind == "secrets" ? secrets.File(file["secrets/".Length..]) : Repository.File("deploy", file)), $"there is no {file}");
        }
    }

    [Fact]
    public void Who_waits_for_a_healthy_service_waits_for_one_that_says_so_and_for_an_end_for_one_that_ends()
    {
        foreach (var (name, service) in Services)
        {
            foreach (var (awaited, how) in service!["depends_on"]?.AsObject() ?? [])
            {
                var condition = (string)how!["condition"]!;
                var other = Services[awaited] ?? throw new InvalidOperationException($"{name} waits for {awaited}, which is no service");
                if (condition == "service_healthy") Assert.NotNull(other["healthcheck"]);
                else Assert.Equal(("service_completed_successfully", "on-failure"), (condition, (string?)other["restart"]));
            }
        }
    }

    [Fact]
    public void Our_own_services_run_commands_that_are_there_with_no_right_that_they_do_not_need()
    {
        foreach (var (_, service) in Services.Where(service => (string?)service.Value!["image"] == "rapporteur"))
        {
            if (service!["command"].Texts() is [var command, ..])
                Assert.Equal(0, Programs.Run(Programs.Rapporteur, [command, "--help"]).ExitCode);
            Assert.Equal(["ALL"], service["cap_drop"].Texts());
            Assert.True(service["read_only"]!.GetValue<object>().ToString() is "true" or "True");
        }

        Assert.Equal("2", (string?)Services["worker"]!["deploy"]!["replicas"]);
    }

    [Fact]
    public void No_secret_is_given_in_the_environment_or_on_a_command_line()
    {
        foreach (var value in Services.SelectMany(service => Values(service.Value!["environment"]).Concat(Values(service.Value["command"]))))
            Assert.DoesNotMatch("://[^/]*:[^/@]+@", value);
    }

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Values(entry.Value)),
        JsonArray list => list.SelectMany(Values),
        null => [],
        _ => [node.ToString()],
    };
}
