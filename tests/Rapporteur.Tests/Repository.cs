namespace Rapporteur.Tests;

/// <summary>Where this repository's files stand, and the data that lie beside it on our own machines.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The data beside the repository; tests that need them skip where they are absent.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source files under version control's folders, build outputs left out.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "artifacts" or ".git" or "TestResults" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (System.IO.File.Exists(Path.Combine(folder, "Rapporteur.slnx"))) return folder;
        throw new InvalidOperationException("The tests do not lie inside the repository.");
    }
}
