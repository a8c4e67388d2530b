using System.IO.Compression;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.EndToEnd;

public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_package_holds_the_library_its_documentation_and_its_models()
    {
        Programs.SkipUnlessInCi();
        Programs.Dotnet("pack", "src/Rapporteur", "-c", "Release", "-o", _folder);
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder, "*.nupkg")));
        var library = Assert.Single(package.Entries, entry => entry.FullName == "lib/net10.0/Rapporteur.dll");
        Assert.Contains(package.Entries, entry => entry.FullName == "lib/net10.0/Rapporteur.xml");
        Assert.Contains(package.Entries, entry => entry.FullName == "README.md");
        var models = new DirectoryInfo(Repository.File("src", "Rapporteur", "Models")).GetFiles("*.model").Sum(model => model.Length);
        Assert.True(library.Length > models, $"the library has {library.Length} bytes, its models {models}");
    }
}
