using System.Diagnostics;
using System.Globalization;

namespace Rapporteur.Queue.Tests;

/// <summary>Runs commands as processes, on a queue and an archive that no other test has.</summary>
public abstract class CommandTest : QueueTest
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli");

    protected Process Start(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RAPPORTEUR_QUEUE"] = Server.Address;
        start.Environment["RAPPORTEUR_ARCHIVE"] = File("news.archive");
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    protected (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    protected static void Signal(Process process, string signal) => Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
}
