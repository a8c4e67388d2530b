using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Deploy.Tests.Engines;

/// <summary>Files of JSON Lines, and what one <c>rapporteur pipe</c> makes of each: what every engine must make of them.</summary>
public abstract class EngineTest : IDisposable
{
    protected const string Unreadable = "{broken\n{\"id\":\"x \\\"{y\",\"text\":\"\"}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("engines-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Where results go.</summary>
    protected string Results => At("results");

    protected string At(params string[] names) => Path.Combine([_folder, .. names]);

    /// <summary>Lines of articles, no two alike.</summary>
    protected static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(i => JsonSerializer.Serialize(new
    {
        id = $"a{i}", text = $"The {i} boats of Venn \"will sail on Monday,\" Oda Brandt, the harbour master, said.\n\nMarta Quill denied it.",
    }) + "\n"));

    /// <summary>Writes a file; where its name ends in <c>.gz</c>, it is packed.</summary>
    protected string Write(string name, string lines)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using Stream file = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(lines));
        return path;
    }

    /// <summary>What one run of <c>pipe</c> gives.</summary>
    protected static byte[] Alone(string lines) => Programs.Run(Programs.Rapporteur, ["pipe"], lines).Output;

    protected byte[] Result(string name) => File.ReadAllBytes(Path.Combine(Results, name + ".records.jsonl"));

    /// <summary>A command that is used instead of <c>rapporteur</c>.</summary>
    protected string Command(string name, string script)
    {
        var path = Write(name, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
