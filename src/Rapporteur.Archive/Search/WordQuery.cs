using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Search;

/// <summary>What a query finds in the store.</summary>
internal sealed class WordQuery
{
    public static readonly string Columns = string.Join(", ", ArticleReader.StatementColumns.Split(", ").Select(column => "s." + column));

    private readonly Database _database;

    // FROM and WHERE: of the statements s, and of the numbers alone where that is enough.
    private readonly string _statements, _numbers;
    private readonly string _id;
    private ImmutableArray<object?> _values;

    public WordQuery(Database database, StatementQuery query)
    {
        _database = database;
        var (firstDay, lastDay) = (query.Days?.First?.DayNumber, query.Days?.Last?.DayNumber);

        // A range of days leaves out what has no day.
        var values = ImmutableArray.CreateBuilder<object?>();
        values.Add(query.Days is null ? 0L : StatementOrder.First(firstDay ?? 0));
        values.Add(StatementOrder.Last(lastDay ?? int.MaxValue));
        var days = Days(firstDay, lastDay, values);
        var words = query.Condition is null ? null : database.Index.Condition(query.Condition, values.Count);
        if (words is not null) values.AddRange(words.Values);
        _values = values.ToImmutable();
        _id = words?.Id ?? "s.id";

        var where = $"{_id} BETWEEN $1 AND $2{days}";
        _statements = words is null ? $"FROM statements s WHERE {where}" : $"FROM statement_words w CROSS JOIN statements s WHERE s.id = {_id} AND {where} AND {words.Where}";
        _numbers = words is null || days.Length > 0 ? _statements : $"FROM statement_words w WHERE {where} AND {words.Where}";
    }

    /// <summary>The same, of statements after one in the order of time.</summary>
    public WordQuery Above(long number) => Between(number + 1, long.MaxValue);

    /// <summary>The same, of statements before one in the order of time.</summary>
    public WordQuery Below(long number) => Between(long.MinValue, number - 1);

    /// <summary>The statements, in the order of time.</summary>
    public List<StoredStatement> Statements(bool descending, int skip, int take) =>
        _database.Query(
            $"SELECT {Columns} {_statements} ORDER BY {_id} {(descending ? "DESC" : "ASC")} LIMIT ${_values.Length + 1} OFFSET ${_values.Length + 2}",
            ArticleReader.Statement, [.. _values, take, skip]);

    /// <summary>Some columns of the latest statements s, the last first, of those with numbers below <paramref name="below"/>.</summary>
    public List<T> Latest<T>(string columns, Func<Row, T> read, int take, string also = "1 = 1", long below = long.MaxValue) =>
        _database.Query($"SELECT {columns} {_statements} AND {also} ORDER BY {_id} DESC LIMIT ${_values.Length + 1}", read, [.. _values.SetItem(1, Math.Min((long)_values[1]!, below - 1)), take]);

    /// <summary>How many of the latest statements have numbers of which day (<see cref="StatementOrder.Day"/>), the first day first.</summary>
    public List<(long High, int Statements)> LatestDays(int take) =>
        _database.Query(
            $"""
            SELECT found.id / {StatementOrder.NumbersOfDay}, count(*)
            FROM (SELECT {_id} AS id {_numbers} ORDER BY {_id} DESC LIMIT ${_values.Length + 1}) AS found GROUP BY 1 ORDER BY 1
            """,
            row => (row.GetInt64(0), row.GetInt32(1)), [.. _values, take]);

    /// <summary>How many statements there are, counted up to <paramref name="most"/>.</summary>
    public int Count(int most) => (int)_database.Number($"SELECT count(*) FROM (SELECT 1 {_numbers} LIMIT ${_values.Length + 1}) AS found", [.. _values, most])!.Value;

    private WordQuery Between(long first, long last)
    {
        var rest = (WordQuery)MemberwiseClone();
        rest._values = [Math.Max(first, (long)_values[0]!), Math.Min(last, (long)_values[1]!), .. _values[2..]];
        return rest;
    }

    // Numbers do not tell all days apart: where they do not, the days themselves are compared too.
    private static string Days(int? first, int? last, ImmutableArray<object?>.Builder values)
    {
        if ((first is null || StatementOrder.IsExact(first.Value)) && (last is null || StatementOrder.IsExact(last.Value))) return "";
        var days = "";
        if (first is not null)
        {
            values.Add(first);
            days += $" AND s.day >= ${values.Count}";
        }

        if (last is not null)
        {
            values.Add(last);
            days += $" AND s.day <= ${values.Count}";
        }

        return days;
    }
}
