namespace Rapporteur.Archive.Store;

/// <summary>What keeps an archive: makes connections to it.</summary>
internal abstract class Engine : IDisposable
{
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

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
