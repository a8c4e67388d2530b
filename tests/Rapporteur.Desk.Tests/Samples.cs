using Rapporteur.Ingest;

namespace Rapporteur.Desk.Tests;

/// <summary>The articles of samples/, which were written for this project.</summary>
internal static class Samples
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An article of a file.</summary>
    public static Article Load(string name)
    {
        using var content = File.OpenRead(Path.Combine(Root, "samples", name));
        return ArticleLoader.Load(content, Path.GetFileNameWithoutExtension(name));
    }

    /// <summary>All articles of all files.</summary>
    public static IEnumerable<Article> All() => new InputSource().Find([Path.Combine(Root, "samples")]).Select(input => input.Load());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
