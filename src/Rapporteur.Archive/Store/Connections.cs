using System.Collections.Concurrent;

namespace Rapporteur.Archive.Store;

/// <summary>
/// The connections to an archive: one that writes (several processes may write at once where the engine lets them), and as many that read as there are threads reading at once, up to what the engine
/// allows; more threads than that wait. Connections are made when they are needed, and made anew where they were lost.
/// </summary>
/// <remarks>What reads within other reading, or within writing, on the same thread sees what that sees.</remarks>
internal sealed class Connections(Engine engine) : IDisposable
{
    // The longest pause is of 2^8 milliseconds.
    private const int MostTries = 20, LongestPause = 8;

    private readonly Lock _writing = new();
    private readonly SemaphoreSlim _readers = new(engine.MostReaders);
    private readonly ThreadLocal<Database?> _current = new();

    // The one used last comes first: its caches are warm.
    private readonly ConcurrentStack<Database> _idle = [];
    private Database? _writer;

    /// <summary>Reads, all of it as the archive was when the reading began.</summary>
    public T Read<T>(Func<Database, T> work)
    {
        if (_current.Value is { } current) return work(current);
        _readers.Wait();
        try
        {
            if (_idle.TryPop(out var idle))
            {
                try
                {
                    return Read(idle, work);
                }
                catch (ArchiveException) when (idle.IsBroken)
                {
                    // It was lost while nobody used it, and so are the others.
                    while (_idle.TryPop(out var lost)) lost.Dispose();
                }
            }

            return Read(engine.ConnectToRead(), work);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Writes in one transaction; where others who write at the same moment are in its way, once more.</summary>
    /// <param name="writing">Beside whom.</param>
    /// <param name="work">What is written; it may be done several times.</param>
    /// <param name="shows">Whether what was written counts among the archive's changes.</param>
    /// <param name="days">The days that articles and statements are written of.</param>
    public T Write<T>(Writing writing, Func<Database, T> work, bool shows = true, IReadOnlyCollection<int?>? days = null)
    {
        lock (_writing)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return Written(writing, work, shows, days ?? []);
                }
                catch (ArchiveException e) when (e.IsConflict && tries < MostTries)
                {
                    // Not all at the same moment again.
                    Thread.Sleep(Random.Shared.Next(1 << Math.Min(tries, LongestPause)));
                }
            }
        }
    }

    /// <summary>Brings the archive to this version's shape.</summary>
    public void Migrate()
    {
        lock (_writing) Migrations.Run(_writer ??= engine.ConnectToWrite(), engine.Place);
    }

    /// <summary>Checks that the archive has this version's shape.</summary>
    public void Check() => Read(database =>
    {
        Migrations.Check(database, engine.Place);
        return true;
    });

    /// <summary>Gives back to the disk what was kept for the time before a day, as far as it is empty.</summary>
    public void GiveBack(DateOnly before)
    {
        lock (_writing) (_writer ??= engine.ConnectToWrite()).GiveBack(before);
    }

    /// <summary>Copies the archive into a file.</summary>
    public void Backup(string file) => engine.Backup(file);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryPop(out var idle)) idle.Dispose();

        // The last: what one that only reads leaves behind beside a file, it clears away.
        _writer?.Dispose();
        _current.Dispose();
        _readers.Dispose();
        engine.Dispose();
    }

    private T Written<T>(Writing writing, Func<Database, T> work, bool shows, IReadOnlyCollection<int?> days)
    {
        var writer = Begun(writing, days);
        _current.Value = writer;
        try
        {
            return writer.Complete(() => work(writer), shows);
        }
        finally
        {
            _current.Value = null;
        }
    }

    private T Read<T>(Database database, Func<Database, T> work)
    {
        _current.Value = database;
        try
        {
            database.BeginReading();
            return database.Complete(() => work(database), shows: false);
        }
        finally
        {
            _current.Value = null;
            if (database.IsBroken) database.Dispose();
            else _idle.Push(database);
        }
    }

    // Nothing was written before a transaction begins: a connection that was lost meanwhile may be made anew.
    private Database Begun(Writing writing, IReadOnlyCollection<int?> days)
    {
        if (_writer is not null)
        {
            try
            {
                return Begun(_writer);
            }
            catch (ArchiveException) when (_writer.IsBroken)
            {
                _writer.Dispose();
                _writer = null;
            }
        }

        return Begun(_writer = engine.ConnectToWrite());

        Database Begun(Database writer)
        {
            writer.MakeRoom(days);
            writer.BeginWriting(writing);
            return writer;
        }
    }
}
