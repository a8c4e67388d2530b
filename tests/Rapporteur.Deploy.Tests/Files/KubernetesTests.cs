using System.Text.Json.Nodes;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Files;

/// <summary><c>deploy/kubernetes</c>: what belongs together does. No cluster runs it here.</summary>
public sealed class KubernetesTests
{
    private readonly Dictionary<string, JsonNode> _parts = Yaml.Documents("kubernetes", "workers.yaml").ToDictionary(part => (string)part["kind"]!);

    private JsonNode Pod => _parts["Deployment"]["spec"]!["template"]!;

    private JsonNode Container => Assert.Single(Pod["spec"]!["containers"]!.AsArray())!;

    [Fact]
    public void What_scales_and_what_guards_name_the_deployment_and_its_pods()
    {
        Assert.Equal((string?)_parts["Deployment"]["metadata"]!["name"], (string?)_parts["ScaledObject"]["spec"]!["scaleTargetRef"]!["name"]);
        var labels = Pod["metadata"]!["labels"]!.ToJsonString();
        Assert.Equal(labels, _parts["Deployment"]["spec"]!["selector"]!["matchLabels"]!.ToJsonString());
        Assert.Equal(labels, _parts["PodDisruptionBudget"]["spec"]!["selector"]!["matchLabels"]!.ToJsonString());
    }

    [Fact]
    public void Probes_ask_where_the_worker_listens()
    {
        var port = Assert.Single(Container["ports"]!.AsArray())!;
        Assert.EndsWith($":{port["containerPort"]}", Container["args"].Texts()[^1], StringComparison.Ordinal);
        foreach (var (probe, path) in new[] { ("readinessProbe", "/health/ready"), ("livenessProbe", "/health/live") })
            Assert.Equal((path, (string?)port["name"]), ((string?)Container[probe]!["httpGet"]!["path"], (string?)Container[probe]!["httpGet"]!["port"]));
    }

    [Fact]
    public void Every_file_that_is_named_is_mounted_from_a_secret_that_the_comment_makes()
    {
        var settings = _parts["ConfigMap"]["data"]!.AsObject();
        Assert.Equal((string?)_parts["ConfigMap"]["metadata"]!["name"], (string?)Assert.Single(Container["envFrom"]!.AsArray())!["configMapRef"]!["name"]);
        var text = File.ReadAllText(Repository.File("deploy", "kubernetes", "workers.yaml"));
        var mounts = Container["volumeMounts"]!.AsArray();
        var folder = (string)mounts[0]!["mountPath"]!;
        Assert.Equal(Pod["spec"]!["volumes"]!.AsArray().Select(volume => (string?)volume!["name"]), mounts.Select(mount => (string?)mount!["name"]));
        foreach (var name in new[] { "RAPPORTEUR_QUEUE_CREDENTIALS", "RAPPORTEUR_QUEUE_CA", "PGPASSFILE" })
        {
            var file = (string)settings[name]!;
            Assert.Equal(folder, Path.GetDirectoryName(file));
            Assert.Contains($"--from-file={Path.GetFileName(file)}=deploy/secrets/", text, StringComparison.Ordinal);
        }
    }
}
