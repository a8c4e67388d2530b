using System.Globalization;
using System.Text;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// Words as PostgreSQL's indexes keep them (postgresql.org/docs/current/datatype-textsearch.html): those of what was said as they are,
/// those of other fields behind the field's name between colons (<c>:speaker:marten</c>), as no word begins with one. We cut the words, so that both engines find
/// the same.
/// </summary>
internal static class Lexemes
{
    // The bounds of tsvector; what does not fit into them is searched as text.
    private const int MostPositions = 16_383, MostOfOne = 255, MostBytes = 2_046, MostBytesInAll = 512 * 1024;

    /// <summary>Stands with statements that are searched as text.</summary>
    private const string TextLexeme = ":text:";

    /// <summary>A word of a field.</summary>
    public static string Of(QueryField field, string word) => field == QueryField.Content ? word : $":{field.Name}:{word}";

    /// <summary>Where words stand, as a tsvector is written; and all of them as text, where they do not fit into one.</summary>
    public static (string Vector, string? Text) Written(IEnumerable<(QueryField Field, string? Text)> texts)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var sequence = new List<string>();
        var fits = true;
        foreach (var (field, text) in texts)
        {
            foreach (var word in FoldedWords.Of(text ?? ""))
            {
                var lexeme = Of(field, word);
                sequence.Add(lexeme);
                if (!positions.TryGetValue(lexeme, out var places)) positions[lexeme] = places = [];
                places.Add(sequence.Count);
                fits &= places.Count <= MostOfOne && Fits(lexeme);
            }
        }

        if (fits && sequence.Count <= MostPositions && positions.Keys.Sum(Encoding.UTF8.GetByteCount) <= MostBytesInAll) return (Vector(positions), null);
        return ($"'{TextLexeme}'", TextOf(sequence));
    }

    /// <summary>Words one after the other as they stand in a statement that is searched as text.</summary>
    public static string TextOf(IEnumerable<string> lexemes) => $" {string.Join(' ', lexemes)} ";

    /// <summary>A condition as a tsquery is written: fulfilled by statements that fulfil it, and by those that are searched as text.</summary>
    public static string Query(QueryNode condition) => $"{Written(condition)} | '{TextLexeme}'";

    private static string Vector(Dictionary<string, List<int>> positions)
    {
        var vector = new StringBuilder();
        foreach (var (lexeme, places) in positions)
            vector.Append('\'').Append(lexeme).Append("':").AppendJoin(',', places.Select(place => place.ToString(CultureInfo.InvariantCulture))).Append(' ');
        return vector.ToString();
    }

    private static string Written(QueryNode node) => node switch
    {
        PhraseNode phrase => Written(phrase),
        AnyNode any => $"({string.Join(" | ", any.Parts.Select(Written))})",
        AllNode all => Written(all.Parts),
        NotNode => Written([node]),
        _ => throw new InvalidOperationException(),
    };

    // The index finds what is wanted, and leaves out of it: where nothing is wanted, out of all statements.
    private static string Written(IReadOnlyCollection<QueryNode> parts)
    {
        var wanted = parts.Where(part => part is not NotNode).Select(Written).ToList();
        if (wanted.Count == 0) wanted.Add($"({string.Join(" | ", QueryField.Kind.Values!.Select(kind => $"'{Of(QueryField.Kind, kind)}'"))})");
        return $"({string.Join(" & ", wanted.Concat(parts.OfType<NotNode>().Select(not => $"!{Written(not.Part)}")))})";
    }

    private static string Written(PhraseNode phrase)
    {
        var lexemes = phrase.Words.Select(word => Of(phrase.Field, word)).ToList();

        // No statement with so long a word is found but as text.
        return lexemes.TrueForAll(Fits) ? $"({string.Join(" <-> ", lexemes.Select(lexeme => $"'{lexeme}'"))}{(phrase.IsPrefix ? ":*" : "")})" : $"'{TextLexeme}'";
    }

    private static bool Fits(string lexeme) => Encoding.UTF8.GetByteCount(lexeme) <= MostBytes;
}
