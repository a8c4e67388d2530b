using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Tests;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.EndToEnd;

/// <summary>The library compiled ahead of time and trimmed reads as the library compiled just in time does.</summary>
public sealed class AheadOfTimeTests
{
    [Fact]
    public void A_program_compiled_ahead_of_time_prints_the_same_record()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Compiling ahead of time takes minutes: set CI=true.");
        var folder = Directory.CreateTempSubdirectory("rapporteur-aot").FullName;
        try
        {
            // Warnings are errors, so whatever trimming or compiling ahead of time might break fails here.
            var (exit, report) = Run("dotnet", "", "publish", Repository.File("tests", "Rapporteur.AotCheck"), "-c", "Release",
                "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-v", "q", "--nologo");
            Assert.True(exit == 0, Encoding.UTF8.GetString(report));
            Assert.False(File.Exists(Path.Combine(folder, "Rapporteur.AotCheck.dll")), "It was not compiled ahead of time.");

            foreach (var text in new[] { News.Article(1), News.Article(2), "“Ça va 🚢,” she said.", "" })
            {
                var (code, json) = Run(Path.Combine(folder, "Rapporteur.AotCheck"), text);
                Assert.Equal(0, code);
                var expected = Record.From(Reader.English.Read(new Article(text) { Id = "check" })).ToJson();
                Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(json));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Exit, byte[] Output) Run(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray());
    }
}
