using System.Collections.Immutable;

namespace Rapporteur.Archive.Store;

/// <summary>
/// Rows that a statement is run for (<see cref="Database.RunFor"/>): within it they are the table <c>given</c>. One engine is given them
/// all at once, so that they cost one journey; the other, which is no journey away, one by one.
/// </summary>
/// <param name="columns">Names and types of the columns, in the words of <see cref="Migrations"/>: <c>id INTEGER, key BLOB</c>.</param>
internal sealed class GivenRows(string columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>The columns, each with its type.</summary>
    public ImmutableArray<(string Name, string Type)> Columns { get; } = [.. columns.Split(", ").Select(column => column.Split(' ')).Select(parts => (parts[0], parts[1]))];

    /// <summary>The rows, a value for each column.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Numbers as rows.</summary>
    public static GivenRows Of(string column, IEnumerable<long> numbers)
    {
        var given = new GivenRows($"{column} INTEGER");
        foreach (var number in numbers) given.Add(number);
        return given;
    }

    /// <summary>Adds a row.</summary>
    public void Add(params object?[] row) => _rows.Add(row);
}
