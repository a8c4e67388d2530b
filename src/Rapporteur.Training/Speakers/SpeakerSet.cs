using System.Globalization;

namespace Rapporteur.Training.Speakers;

/// <summary>One article of the speaker set with the statements expected in it: tests/Rapporteur.Tests/Speakers/README.md has the format.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Article">The article as a reader takes it.</param>
/// <param name="Expected">What must be found in it.</param>
internal sealed record SpeakerArticle(string Name, Article Article, IReadOnlyList<ExpectedStatement> Expected)
{
    private const string Border = "\n## statements\n";
    private const int Columns = 8;

    /// <summary>Reads the articles of a folder, by their names.</summary>
    /// <exception cref="InvalidDataException">A file is not such an article, or a key phrase does not stand in it exactly once.</exception>
    public static List<SpeakerArticle> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(ReadFile)];

    private static SpeakerArticle ReadFile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var file = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (head, rest) = Split(file, "\n\n", name);
        var (text, table) = Split(rest, Border, name);
        var known = head.Split('\n').Select(line => Split(line, ": ", name)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        if (!PublicationDate.TryParse(known.GetValueOrDefault("published"), out var published))
            throw new InvalidDataException($"{name}: no publication date.");
        var article = new Article(text.Trim('\n')) { Id = name, Outlet = known.GetValueOrDefault("outlet"), Published = published };
        return new SpeakerArticle(name, article,
            [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ReadRow(line, article.Text, name))]);
    }

    private static ExpectedStatement ReadRow(string line, string text, string name)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns) throw new InvalidDataException($"{name}: {cells.Length} cells, not {Columns}: {line}");
        var at = text.IndexOf(cells[0], StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(cells[0], at + 1, StringComparison.Ordinal) >= 0)
            throw new InvalidDataException($"{name}: not exactly once in the article: {cells[0]}");
        if (cells[6] is not ("-" or "*") && !DateOnly.TryParseExact(cells[6], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new InvalidDataException($"{name}: not a day: {cells[6]}");
        return new ExpectedStatement(cells[0], new Text.Span(at, cells[0].Length), cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
    }

    private static (string, string) Split(string text, string border, string name)
    {
        var at = text.IndexOf(border, StringComparison.Ordinal);
        return at >= 0 ? (text[..at], text[(at + border.Length)..]) : throw new InvalidDataException($"{name}: no '{border.Trim()}'.");
    }
}

/// <summary>A statement that must be found. In each cell <c>-</c> stands for none and <c>*</c> for not scored.</summary>
internal sealed record ExpectedStatement(
    string Phrase, Text.Span Where, string Speaker, string Role, string Affiliation, string Relays, string Medium, string Day, string Kind);
