using System.Globalization;

namespace Rapporteur.Archive.Search;

/// <summary>A query cannot be understood. The message says in one line what is wrong; the query is pointed into.</summary>
public sealed class QueryException : Exception
{
    /// <summary>With what is wrong, and where in the query.</summary>
    public QueryException(string message, string query, int position) : base(message)
    {
        Query = query;
        Position = position;
    }

    /// <summary>The query.</summary>
    public string Query { get; }

    /// <summary>Where it goes wrong: a position in the query, in UTF-16 units; its length where it ends too soon.</summary>
    public int Position { get; }

    /// <summary>The query in one line, with a mark below the character: two lines for a screen of fixed width.</summary>
    public string[] Pointed => ["  " + string.Concat(Query.Select(c => IsPlain(c) ? c : ' ')), "  " + new string(' ', Position) + "^"];

    // A query may come from a page: what would steer a terminal is not printed.
    private static bool IsPlain(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
