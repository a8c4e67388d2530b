using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed partial class TourTests : ApiTest
{
    [Fact]
    public async Task Every_command_of_the_tour_is_answered_as_it_says()
    {
        const string Curl = "/usr/bin/curl", Bash = "/bin/bash";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true" || (File.Exists(Curl) && File.Exists(Bash)), "curl and bash are not installed");
        var folder = Directory.CreateTempSubdirectory("tour").FullName;
        try
        {
            var count = 0;
            foreach (var (command, status) in Commands(await File.ReadAllTextAsync(Documents.Path("api.md"), Cancellation)))
            {
                var here = command.Replace("http://localhost:4180/", Desk.Address.AbsoluteUri, StringComparison.Ordinal);
                if (status is null)
                {
                    await Run(Bash, folder, here);
                    continue;
                }

                var output = await Run(Bash, folder, $"{here} -s -w '\\n%{{http_code}}'");
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

    private static async Task<string> Run(string bash, string folder, string command)
    {
        var start = new ProcessStartInfo(bash, ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["no_proxy"] = "*";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return output;
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
