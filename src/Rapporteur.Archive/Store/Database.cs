using System.Data.Common;
using System.Globalization;

namespace Rapporteur.Archive.Store;

/// <summary>
/// One connection to an archive, whichever engine keeps it: prepared commands, transactions, and errors in words for people. SQL is
/// what both engines understand (<see cref="Migrations"/> says what that is); what one alone does stands in the engine's folder.
/// </summary>
/// <remarks>Used by one thread at a time.</remarks>
internal abstract class Database(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private ArchiveException? _failure;

    /// <summary>Whether the connection is lost and another is to be made.</summary>
    public virtual bool IsBroken => false;

    /// <summary>The number of the last migration that the archive has seen; 0 where there is nothing yet.</summary>
    /// <exception cref="ArchiveException">It is something else's than rapporteur's.</exception>
    public abstract long Shape { get; set; }

    /// <summary>What ends the names of the migrations that are for this engine alone: <c>sqlite</c>.</summary>
    public abstract string Dialect { get; }

    /// <summary>What statements are found by.</summary>
    public abstract StatementIndex Index { get; }

    /// <summary>What gives numbers to what comes in.</summary>
    public abstract Numbering Numbering { get; }

    /// <summary>A script for both engines in this one's own words.</summary>
    public abstract string Translated(string script);

    /// <summary>What the engine itself finds wrong with its files, a line each.</summary>
    public abstract IEnumerable<string> Damages();

    /// <summary>Runs a statement and gives the number of rows that it changed. Values stand for $1, $2, ...</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepared(sql, values);
        try
        {
            var count = command.ExecuteNonQuery();
            HasChanged |= count > 0;
            return count;
        }
        catch (Exception e) when (IsOfTheEngine(e))
        {
            throw _failure = Explained(e);
        }
    }

    /// <summary>Runs a statement for rows, which are the table <c>given</c> in it; gives the number of rows that it changed.</summary>
    public virtual int RunFor(string sql, GivenRows given) => given.Rows.Sum(row => Run(OneGiven(given) + sql, row));

    /// <summary>
    /// Runs statements one after the other, each for its rows, that change counts of the whole archive: while no other does, and as the
    /// last thing in a transaction, as others wait until it ends.
    /// </summary>
    public virtual void Fold(IReadOnlyList<(string Sql, GivenRows Given)> statements)
    {
        foreach (var (sql, given) in statements) RunFor(sql, given);
    }

    /// <summary>All rows of a query for rows, which are the table <c>given</c> in it. The values of its own parameters come after those of a row.</summary>
    public virtual List<T> QueryFor<T>(string sql, Func<Row, T> read, GivenRows given, params object?[] values) =>
        [.. given.Rows.SelectMany(row => Query(OneGiven(given) + sql, read, [.. row, .. values]))];

    /// <summary>Some columns of statements s, by their numbers, in the order of these.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="numbers">The numbers, rising or falling.</param>
    public virtual List<T> Statements<T>(string columns, Func<Row, T> read, IReadOnlyList<long> numbers) =>
        [.. numbers.SelectMany(number => Query($"SELECT {columns} FROM statements s WHERE s.id = $1", read, number))];

    /// <summary>Adds rows to a table, faster than one by one where the engine can.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, commas between.</param>
    /// <param name="rows">A value for each column.</param>
    public virtual void Insert(string table, string columns, IReadOnlyList<object?[]> rows)
    {
        var places = string.Join(", ", Enumerable.Range(1, columns.Split(',').Length).Select(number => $"${number}"));
        foreach (var row in rows) Run($"INSERT INTO {table} ({columns}) VALUES ({places})", row);
    }

    /// <summary>All rows of a query. Values stand for $1, $2, ...</summary>
    public List<T> Query<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Prepared(sql, values);
        try
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            var row = new Row(reader);
            while (reader.Read()) rows.Add(read(row));
            reader.Close();
            HasChanged |= reader.RecordsAffected > 0;
            return rows;
        }
        catch (Exception e) when (IsOfTheEngine(e))
        {
            throw _failure = Explained(e);
        }
    }

    /// <summary>The number that a query gives; null where it gives no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        Query(sql, row => row.Number(0), values) is [var number, ..] ? number : null;

    /// <summary>Runs several statements that are not worth keeping prepared.</summary>
    public void Script(string sql) => Doing(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    /// <summary>Waits until this connection may write, and begins a transaction.</summary>
    /// <exception cref="ArchiveException">Others wrote for longer than it is patient.</exception>
    public abstract void BeginWriting(Writing writing);

    /// <summary>Waits until nobody else changes these rows, and keeps others from it until the transaction ends.</summary>
    /// <param name="table">A table with numbers.</param>
    /// <param name="ids">The rows' numbers.</param>
    /// <returns>Whether others may have changed them since the transaction began: what was read of them is to be read again.</returns>
    public abstract bool Lock(string table, IReadOnlyCollection<long> ids);

    /// <summary>Makes what is missing to write articles and statements of some days, before a transaction begins.</summary>
    public virtual void MakeRoom(IEnumerable<int?> days)
    {
    }

    /// <summary>Gives back to the disk what was kept for the time before a day, as far as it is empty; outside of a transaction.</summary>
    public virtual void GiveBack(DateOnly before)
    {
    }

    /// <summary>Does what changes the archive's shape, while nobody else does.</summary>
    public virtual void Migrating(Action work) => work();

    /// <summary>Does what comes before a migration, in transactions of its own: what takes long, so that nobody need wait for it.</summary>
    /// <param name="migration">The migration's name without its number.</param>
    public virtual void Prepare(string migration)
    {
    }

    /// <summary>Begins a transaction that sees the archive as it is now, whatever others write meanwhile.</summary>
    public abstract void BeginReading();

    /// <summary>Does something within the transaction that has begun, and completes it; where it fails, nothing was done.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="shows">Whether what was written counts among the archive's changes.</param>
    public T Complete<T>(Func<T> work, bool shows)
    {
        (HasChanged, _failure) = (false, null);
        try
        {
            var result = work();

            // Whatever became of the exception: what failed was not done, and one engine does nothing after it.
            if (_failure is not null) throw _failure;
            if (HasChanged && shows) Run("UPDATE state SET changes = changes + 1");
            Run("COMMIT");
            return result;
        }
        catch
        {
            if (IsInTransaction && !IsBroken) Run("ROLLBACK");
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does something to the archive, and tells what went wrong in words for people.</summary>
    protected T Doing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsOfTheEngine(e))
        {
            throw _failure = Explained(e);
        }
    }

    /// <summary>Whether anything was written since the transaction began.</summary>
    protected bool HasChanged { get; set; }

    /// <summary>Whether a transaction has begun that is neither completed nor, as a full disk does it, undone.</summary>
    protected abstract bool IsInTransaction { get; }

    /// <summary>An engine's error as what happened and what to do.</summary>
    protected abstract ArchiveException Explained(Exception e);

    private static string OneGiven(GivenRows given) =>
        $"WITH given ({string.Join(", ", given.Columns.Select(column => column.Name))}) AS (SELECT {string.Join(", ", given.Columns.Select((_, i) => $"${i + 1}"))}) ";

    // A lost connection is told of in several ways, one of them a fault of the library that meets a server's farewell where it awaits none.
    private bool IsOfTheEngine(Exception e) => e is DbException || (IsBroken && e is InvalidOperationException or IOException or NullReferenceException);

    /// <summary>The name of the parameter that stands as $<paramref name="number"/>.</summary>
    protected virtual string ParameterName(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    private DbCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = ParameterName(i);
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = StorableValue.Of(values[i]) ?? DBNull.Value;
        return command;
    }
}
