namespace Rapporteur.Ingest;

/// <summary>One file to read, or the reason why it cannot be.</summary>
/// <param name="Path">The path, for messages; <c>-</c> for standard input.</param>
/// <param name="Id">The file's name without folder, <c>.gz</c> and <c>.html</c>/<c>.htm</c>/<c>.txt</c>.</param>
/// <param name="Problem">Why it cannot be read, in one line; null where it can, as far as is known before it is opened.</param>
public sealed record InputFile(string Path, string Id, string? Problem = null);

/// <summary>Finds the files that paths name: files as they are, folders with all that lies below them.</summary>
public static class InputFiles
{
    private const string Packed = ".gz";
    private static readonly string[] Endings = [".txt", ".text", ".md", ".htm", ".html", ".xhtml"];
    private static readonly string[] CollectionEndings = [".jsonl", ".ndjson", ".json", ".warc", ".rss", ".atom", ".rdf", ".xml"];

    /// <summary>
    /// The files, in a fixed order, one at a time, so that a folder of any size costs no more memory than its list of names. A file
    /// named by the caller is always given; of a folder, files whose names end in .txt, .text, .md, .htm, .html, .xhtml, or as files
    /// of several articles do (.jsonl, .ndjson, .json, .warc, .rss, .atom, .rdf, .xml), each also with .gz, in ordinal order of their
    /// names, a folder's own files before those of the folders in it.
    /// </summary>
    /// <remarks>
    /// Links to folders are followed where the caller names them, not inside a folder, so that no loop can arise. What cannot be
    /// read (a missing path, a closed folder, an empty file) is given with its problem; the walk goes on.
    /// </remarks>
    public static IEnumerable<InputFile> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.SelectMany(Find);
    }

    private static IEnumerable<InputFile> Find(string path)
    {
        if (path == "-") return [new InputFile("-", "-")];
        if (Directory.Exists(path)) return Walk(path);
        return [new InputFile(path, IdOf(path), File.Exists(path) ? null : "no such file or folder")];
    }

    private static IEnumerable<InputFile> Walk(string root)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            FileSystemInfo[] entries = [];
            string? problem = null;
            try
            {
                entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
            }
            catch (Exception e) when (e is UnauthorizedAccessException or System.Security.SecurityException)
            {
                problem = "the folder may not be read";
            }
            catch (IOException)
            {
                problem = "the folder cannot be read";
            }

            if (problem is not null) yield return new InputFile(folder, IdOf(folder), problem);
            foreach (var file in entries.OfType<FileInfo>())
                if (IsArticle(file.Name) || HasEnding(file.Name, CollectionEndings)) yield return new InputFile(System.IO.Path.Combine(folder, file.Name), IdOf(file.Name), ProblemOf(file));
            foreach (var inner in entries.OfType<DirectoryInfo>().Reverse())
                if (inner.LinkTarget is null) folders.Push(System.IO.Path.Combine(folder, inner.Name));
        }
    }

    // Pipes, sockets and devices have no length either, and opening one could wait for ever: none of them is opened.
    private static string? ProblemOf(FileInfo file)
    {
        try
        {
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return !target.Exists ? "the link leads nowhere" : target.Length == 0 ? "the file is empty" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "the link cannot be followed";
        }
    }

    /// <summary>Whether a file is named as one article is: what it holds need not be looked at.</summary>
    internal static bool IsArticle(string name) => HasEnding(name, Endings);

    private static bool HasEnding(string name, string[] endings) =>
        endings.Any(ending => Unpacked(name).EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    internal static string IdOf(string path)
    {
        var name = Unpacked(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path)));
        var ending = Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return ending is null || ending.Length == name.Length ? name : name[..^ending.Length];
    }

    private static string Unpacked(string name) =>
        name.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) && name.Length > Packed.Length ? name[..^Packed.Length] : name;
}
