using System.Globalization;
using System.Text;

namespace Rapporteur.Cli.Formats;

/// <summary>A folder that annotations are written to, under the articles' ids.</summary>
internal sealed class AnnotationFolder
{
    private readonly string _folder;
    private readonly AnnotationFormat _format;

    // Names that differ only in case would be one file on some systems.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the folder where it is not there.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public AnnotationFolder(string folder, AnnotationFormat format)
    {
        _folder = folder;
        _format = format;
        try
        {
            Directory.CreateDirectory(folder);
            if (format.Configuration is { } file) Write(file.Name, Encoding.UTF8.GetBytes(file.Contents));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot write to {folder}: {e.Message}");
        }
    }

    /// <summary>Writes an article's files; a second article of the same id gets a number.</summary>
    public void Write(string id, AnnotationFiles files)
    {
        id = id == "-" ? "stdin" : FileName(id);
        var name = id;
        for (var i = 2; !_taken.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        if (files.Text is not null) Write(name + ".txt", files.Text);
        Write(name + _format.Ending, files.Annotations);
    }

    // Ids of articles in feeds and web archives are addresses: what no system takes in a name is written as a hyphen.
    private static string FileName(string id)
    {
        const int Longest = 120;
        var name = string.Concat(id.Select(c => c < ' ' || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim('.', ' ');
        return name.Length == 0 ? "article" : name.Length > Longest ? name[^Longest..] : name;
    }

    // A file that is there is whole, also when the run is broken off.
    private void Write(string name, byte[] contents)
    {
        var path = Path.Combine(_folder, name);
        var partial = path + ".partial";
        File.WriteAllBytes(partial, contents);
        File.Move(partial, path, overwrite: true);
    }
}
