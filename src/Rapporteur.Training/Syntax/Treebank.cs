using System.Text.Json;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Syntax;

/// <summary>Treebanks and texts in files.</summary>
internal static class Treebank
{
    /// <summary>The documents of a CoNLL-U file.</summary>
    /// <exception cref="InvalidDataException">The file is no CoNLL-U.</exception>
    public static List<ConlluDocument> Read(FileInfo file)
    {
        using var reader = file.OpenText();
        try
        {
            return [.. ConlluReader.Read(reader)];
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file.FullName}: {e.Message}", e);
        }
    }

    /// <summary>The texts of a file of JSON Lines, taken apart.</summary>
    /// <exception cref="InvalidDataException">A line is no such JSON.</exception>
    public static List<Document> ReadTexts(FileInfo file)
    {
        try
        {
            return [.. File.ReadLines(file.FullName).Where(line => line.Length > 0).Select(line =>
            {
                using var json = JsonDocument.Parse(line);
                return Document.Parse(json.RootElement.GetProperty("text").GetString()!, null, LanguagePack.English);
            })];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file.FullName}: no JSON Lines with a text: {e.Message}", e);
        }
    }
}
