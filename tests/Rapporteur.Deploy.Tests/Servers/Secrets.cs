using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary>What <c>deploy/secrets.sh</c> makes, in a folder that is gone afterwards.</summary>
internal sealed class Secrets : IDisposable
{
    public Secrets()
    {
        Programs.Need("openssl", "openssl");
        Assert.Equal(0, Make().ExitCode);
    }

    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("secrets-").FullName, "made");

    /// <summary>Runs the script once more.</summary>
    public Outcome Make(params string[] hosts) => Programs.Run(Repository.File("deploy", "secrets.sh"), [Folder, .. hosts]);

    public string File(string name) => Path.Combine(Folder, name);

    public string Text(string name) => System.IO.File.ReadAllText(File(name));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
