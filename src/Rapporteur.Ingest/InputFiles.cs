namespace Rapporteur.Ingest;

/// <summary>One file to read, or the reason why it cannot be.</summary>
/// <param name="Path">The path, for messages; <c>-</c> for standard input.</param>
/// <param name="Id">The file's name without folder, <c>.gz</c> and <c>.html</c>/<c>.htm</c>/<c>.txt</c>.</param>
/// <param name="Problem">Why it cannot be read, in one line; null where it can, as far as is known before it is opened.</param>
public sealed record InputFile(string Path, string Id, string? Problem = null);

/// <summary>Finds the files that paths name: files as they are, folders with all that lies below them.</summary>
public static class InputFiles
{
    /// <summary>
    /// The files, in a fixed order, one at a time, so that a folder of any size costs no memory. A file named by the caller is
    /// always given; of a folder, files whose names end in .txt, .text, .md, .htm, .html, .xhtml, each also with .gz.
    /// </summary>
    public static IEnumerable<InputFile> Find(IEnumerable<string> paths) =>
        paths.Select(path => new InputFile(path, System.IO.Path.GetFileNameWithoutExtension(path)));
}
