using Rapporteur.Languages;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax;

/// <summary>Treebanks in files.</summary>
internal static class Treebank
{
    /// <summary>The documents of a CoNLL-U file.</summary>
    /// <exception cref="InvalidDataException">The file is no CoNLL-U.</exception>
    public static List<ConlluDocument> Read(FileInfo file)
    {
        using var reader = file.OpenText();
        try
        {
            return [.. ConlluReader.Read(reader, LanguagePack.English)];
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file.FullName}: {e.Message}", e);
        }
    }
}
