using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>No sentence of other people's texts stands in this repository: no nine words in a row that also stand in the data beside it.</summary>
public sealed partial class BorrowedTextTests
{
    private const int Run = 9;

    private static readonly string[] Ours = [".cs", ".md", ".txt", ".json", ".jsonl", ".tsv", ".csv", ".html", ".js", ".css", ".xml", ".conllu"];

    [Fact]
    public void No_nine_words_in_a_row_stand_in_the_shared_data_too()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Repository.Shared, "data")), "The shared data are not here.");
        var ours = new Dictionary<ulong, string>();
        foreach (var file in Repository.Files("*").Where(f => Ours.Contains(Path.GetExtension(f))))
            ForEachRun(File.ReadAllText(file), (hash, words) => ours.TryAdd(hash, $"{Path.GetRelativePath(Repository.Root, file)}: {words()}"));
        Assert.True(ours.Count > 10_000, "the repository's own texts were not found");

        var borrowed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in SharedTexts())
            ForEachRun(text, (hash, _) => { if (ours.TryGetValue(hash, out var where)) borrowed.Add(where); });
        Assert.True(borrowed.Count == 0, string.Join('\n', borrowed.Take(50)));
    }

    [Fact]
    public void Nine_words_in_a_row_are_noticed_whatever_stands_between_them()
    {
        var first = new List<ulong>();
        var second = new List<ulong>();
        ForEachRun("One two three, four five six: seven eight nine ten", (hash, _) => first.Add(hash));
        ForEachRun("zero ONE two\nthree four — five six seven (eight) nine", (hash, _) => second.Add(hash));
        Assert.Equal(2, first.Count);
        Assert.Equal(first[0], second[1]);
        Assert.NotEqual(first[0], second[0]);
    }

    private static IEnumerable<string> SharedTexts()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shared, "*", SearchOption.AllDirectories))
        {
            // Scorers are held to the same figures and so name the same things; tables of names are facts, not sentences.
            if (file.Contains("/tools/", StringComparison.Ordinal) || file.Contains("/actors/", StringComparison.Ordinal)) continue;
            switch (Path.GetExtension(file))
            {
                case ".gz":
                    using (var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress))) yield return Markup().Replace(reader.ReadToEnd(), " ");
                    break;
                case ".conllu":
                    yield return string.Join(' ', File.ReadLines(file).Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).Select(l => l.Split('\t', 3)[1]));
                    break;
                case ".jsonl":
                    foreach (var line in File.ReadLines(file))
                        foreach (var text in Strings(line)) yield return text;
                    break;
                case ".json":
                    foreach (var text in Strings(File.ReadAllText(file))) yield return text;
                    break;
                default:
                    yield return File.ReadAllText(file);
                    break;
            }
        }
    }

    // Tags and what a page shows to nobody: the words of HTML itself are not borrowed.
    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    private static List<string> Strings(string json)
    {
        var found = new List<string>();
        if (string.IsNullOrWhiteSpace(json)) return found;
        using var document = JsonDocument.Parse(json);
        Collect(document.RootElement, found);
        return found;
    }

    private static void Collect(JsonElement element, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.String) found.Add(element.GetString()!);
        else if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Collect(item, found);
        else if (element.ValueKind == JsonValueKind.Object) foreach (var property in element.EnumerateObject()) Collect(property.Value, found);
    }

    private static void ForEachRun(string text, Action<ulong, Func<string>> use)
    {
        var hashes = new ulong[Run];
        var starts = new int[Run];
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var start = i;
            var hash = 14695981039346656037UL;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++) hash = (hash ^ char.ToLowerInvariant(text[i])) * 1099511628211UL;
            hashes[count % Run] = hash;
            starts[count % Run] = start;
            if (++count < Run) continue;
            var whole = 0UL;
            for (var k = 0; k < Run; k++) whole = (whole ^ hashes[(count + k) % Run]) * 0x9E3779B97F4A7C15UL + (ulong)k;
            int from = starts[count % Run], to = i;
            use(whole, () => text[from..to].ReplaceLineEndings(" "));
        }
    }
}
