using Rapporteur.EndToEnd;
using Xunit;

[assembly: AssemblyFixture(typeof(PublishedCommand))]

namespace Rapporteur.EndToEnd;

/// <summary>The command as it is published, and an empty program of .NET published alike to compare it with.</summary>
public sealed class PublishedCommand : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-published-").FullName;
    private readonly Lock _gate = new();
    private bool _made;

    public string Folder => Path.Combine(_folder, "command");

    public string Executable => Path.Combine(Folder, "rapporteur" + Ending);

    public string Empty => Path.Combine(_folder, "empty", "EmptyProgram" + Ending);

    private static string Ending => OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Publishes, the first time it is called.</summary>
    public void Make()
    {
        lock (_gate)
        {
            if (_made) return;
            Programs.Dotnet("publish", "src/Rapporteur.Cli", "-c", "Release", "-o", Folder);
            Programs.Dotnet("publish", "bench/EmptyProgram", "-c", "Release", "-o", Path.Combine(_folder, "empty"));
            _made = true;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
