using Rapporteur.Archive.Store.Postgres;
using Rapporteur.Archive.Store.Sqlite;

namespace Rapporteur.Archive.Store;

/// <summary>What keeps an archive: makes connections to it.</summary>
internal abstract class Engine : IDisposable
{
    /// <summary>The engine of an archive.</summary>
    /// <param name="place">A file's path, or a PostgreSQL database's address.</param>
    /// <param name="access">What it is opened for.</param>
    /// <param name="patience">How long others who write are waited for.</param>
    /// <exception cref="ArchiveException">The address cannot be understood.</exception>
    public static Engine Of(string place, ArchiveAccess access, TimeSpan patience) =>
        PostgresAddress.IsOne(place) ? new PostgresEngine(place, access, patience) : new SqliteEngine(place, access, patience);

    /// <summary>Where the archive is, for people; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>How many connections that read may be open at once.</summary>
    public abstract int MostReaders { get; }

    /// <summary>Makes a connection that reads.</summary>
    /// <exception cref="ArchiveException">None can be made.</exception>
    public abstract Database ConnectToRead();

    /// <summary>Makes a connection that writes, where that is allowed.</summary>
    /// <exception cref="ArchiveException">None can be made.</exception>
    public abstract Database ConnectToWrite();

    /// <summary>Copies the archive, as it is at this moment, into a file that is an archive itself; others may go on writing.</summary>
    /// <exception cref="ArchiveException">It cannot be copied so; the message says what to do instead.</exception>
    public abstract void Backup(string file);

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
