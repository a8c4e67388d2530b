using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

/// <summary>The tour of docs/api.md, taken as it stands there.</summary>
internal static partial class Tour
{
    private const string Curl = "/usr/bin/curl", Bash = "/bin/bash";

    /// <summary>Why it cannot be taken here; null where it can. In CI it must be.</summary>
    public static string? WhyNot =>
        Environment.GetEnvironmentVariable("CI") == "true" || (File.Exists(Curl) && File.Exists(Bash)) ? null : "curl and bash are not installed";

    /// <summary>Runs every command against a desk whose archive is empty, and compares the status of each answer.</summary>
    public static async Task Take(Uri address, string document, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tour").FullName;
        try
        {
            var count = 0;
            foreach (var (command, status) in Commands(await File.ReadAllTextAsync(document, cancellation)))
            {
                var here = command.Replace("http://localhost:4180/", address.AbsoluteUri, StringComparison.Ordinal);
                var output = await Run(folder, status is null ? here : $"{here} -s -w '\\n%{{http_code}}'", cancellation);
                if (status is null) continue;
                Assert.True(output.Split('\n')[^1] == status, $"{command}\n{output}");
                count++;
            }

            Assert.InRange(count, 30, 100);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The desk itself runs already.
    private static IEnumerable<(string Command, string? Status)> Commands(string document) =>
        from block in Blocks().Matches(document).Select(match => match.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal))
        from line in block.Split('\n')
        where line.StartsWith("$ ", StringComparison.Ordinal) && !line.StartsWith("$ rapporteur", StringComparison.Ordinal)
        let parts = line[2..].Split("  # ")
        select (parts[0], parts.Length > 1 ? parts[1].Trim() : null);

    private static async Task<string> Run(string folder, string command, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Bash, ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["no_proxy"] = "*";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return output;
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
