using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>What a run of the command came to.</summary>
public sealed record Outcome(int ExitCode, byte[] Bytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(Bytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public JsonNode[] JsonLines => [.. Lines.Select(line => JsonNode.Parse(line)!)];

    public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the command in this process, in a folder of its own that goes away with it.</summary>
public sealed class Command : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("rapporteur-").FullName;

    public int Width { get; init; } = 80;

    public bool Colour { get; init; }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        System.IO.File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public Outcome Run(params string[] args) => RunOn([], args);

    public Outcome RunOn(string input, params string[] args) => RunOn(Encoding.UTF8.GetBytes(input), args);

    public Outcome RunOn(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var stream = new MemoryStream(input);
        var (code, error) = RunOn(stream, output, args);
        return new Outcome(code, output.ToArray(), error);
    }

    public (int ExitCode, string Error) RunOn(Stream input, Stream output, params string[] args)
    {
        using var interruption = new Interruption();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(() => input, output, error) { Width = Width, Colour = Colour };
        return (CommandLine.Run(args, terminal, interruption), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Articles of our own, small enough to be seen through.</summary>
internal static class Texts
{
    public const string Harbour = """
        The swing bridge over the Venn will reopen "well before Easter", Marta Quill, the harbour minister, told reporters on Monday.

        Quill said that the repairs had cost less than planned. "We kept our word," she added.

        The port authority denied that a second closure was likely.
        """;

    public const string Page = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Lighthouse keepers reject new rota</title>
        <meta property="og:site_name" content="The Skerry Post"><meta name="author" content="Runa Falk">
        <meta property="article:published_time" content="2023-03-09T08:15:00+00:00"></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Lighthouse keepers reject new rota</h1>
        <p>The keepers of the northern lights have turned down a rota that would leave one of them on each rock for a month at a time.</p>
        <p>"Nobody should be asked to do that alone," said Edda Storm, who speaks for the keepers. She said that talks would go on.</p>
        <p>The lights board said in a statement that it had offered more leave and a second boat, and that the offer stood until Friday.</p>
        </article><footer>All rights reserved</footer></body></html>
        """;

    public static string Line(string id, string text) => new JsonObject { ["id"] = id, ["text"] = text }.ToJsonString() + "\n";

    /// <summary>Articles that differ in length, so that a later one is often done first.</summary>
    public static IEnumerable<(string Id, string Text)> Many(int count) =>
        Enumerable.Range(0, count).Select(i => ($"article-{i:000}", string.Join("\n\n", Enumerable.Repeat(Harbour, 1 + i * 7 % 13))));
}
