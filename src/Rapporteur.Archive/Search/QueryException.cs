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

    /// <summary>The message, then the query with a caret below the character: three lines for a screen of fixed width.</summary>
    public string Pointed => string.Create(CultureInfo.InvariantCulture, $"{Message} (character {Position + 1})\n  {Query}\n  {new string(' ', Position)}^");
}
