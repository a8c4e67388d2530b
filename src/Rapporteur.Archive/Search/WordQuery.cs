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
        _statements = words is null ? $"FROM statements s WHERE {where}" : $"FROM statement_words w CROSS JOIN statements s WHERE s.id = {_id} AND s.id BETWEEN $1 AND $2 AND {where} AND {words.Where}";
        _numbers = words is null || days.Length > 0 ? _statements : $"FROM statement_words w WHERE {where} AND {words.Where}";
    }

    /// <summary>The same, of statements after one in the order of time.</summary>
    public WordQuery Above(long number) => Between(number + 1, long.MaxValue);

    /// <summary>The same, of statements before one in the order of time.</summary>
    public WordQuery Below(long number) => Between(0, number - 1);

    /// <summary>The statements, in the order of time.</summary>
    public List<StoredStatement> Statements(bool descending, int skip, int take) =>
        _database.Statements(Columns, ArticleReader.Statement, [.. Numbers(descending, skip + take).Skip(skip)]);

    /// <summary>Some columns of the latest statements s, the last first, of those with numbers below <paramref name="below"/>.</summary>
    public List<T> Latest<T>(string columns, Func<Row, T> read, int take, string? also = null, long below = long.MaxValue) =>
        _database.Statements(columns, read, Below(below).Numbers(descending: true, take, also));

    /// <summary>How many of the latest statements have numbers of which day (<see cref="StatementOrder.Day"/>), the first day first.</summary>
    public List<(long High, int Statements)> LatestDays(int take) =>
        [.. Numbers(descending: true, take).CountBy(id => id / StatementOrder.NumbersOfDay).OrderBy(day => day.Key).Select(day => (day.Key, day.Value))];

    /// <summary>How many statements there are, counted up to <paramref name="most"/>.</summary>
    public int Count(int most)
    {
        var count = 0L;
        foreach (var part in Parts(descending: true))
            if (count < most) count += _database.Number($"SELECT count(*) FROM (SELECT 1 {_numbers} LIMIT ${_values.Length + 1}) AS found", [.. part._values, most - count])!.Value;
        return (int)count;
    }

    // The numbers alone first: what is not on the page need not be read.
    private List<long> Numbers(bool descending, int take, string? also = null)
    {
        var numbers = new List<long>();
        foreach (var part in Parts(descending))
        {
            if (numbers.Count >= take) break;
            numbers.AddRange(_database.Query(
                $"SELECT {_id} {(also is null ? _numbers : $"{_statements} AND {also}")} ORDER BY {_id} {(descending ? "DESC" : "ASC")} LIMIT ${_values.Length + 1}",
                row => row.GetInt64(0), [.. part._values, take - numbers.Count]));
        }

        return numbers;
    }

    private IEnumerable<WordQuery> Parts(bool descending)
    {
        var parts = _database.Index.Parts((long)_values[0]!, (long)_values[1]!).Select(part => Between(part.First, part.Last));
        return descending ? parts.Reverse() : parts;
    }

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
