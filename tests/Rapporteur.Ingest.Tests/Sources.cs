using System.IO.Compression;
using System.Text;

namespace Rapporteur.Ingest.Tests;

/// <summary>A folder of inputs that goes away with the test, and what is found in it.</summary>
internal sealed class Sources : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("rapporteur-").FullName;

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static List<Input> Find(params string[] paths) => [.. new InputSource().Find(paths)];

    /// <summary>The article of an input, or the reason why there is none.</summary>
    public static (Article? Article, string? Problem) Load(Input input)
    {
        try
        {
            return (input.Load(), null);
        }
        catch (UnreadableInputException e)
        {
            return (null, e.Message);
        }
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A page with an article of our own.</summary>
    public static string Page(string title, string speaker = "Signe Lund") => $"""
        <!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><nav><a href="/">Start</a></nav><article><h1>{title}</h1>
        <p>The ferry line to the outer islands will close for good in the autumn, the county council decided after a long night.</p>
        <p>"Nobody on the council has ever taken that boat in January," said {speaker}, who has steered it for twenty years.</p>
        <p>The council answered in a statement that a bus over the new bridge would do the same work at a third of the cost.</p>
        </article></body></html>
        """;
}
