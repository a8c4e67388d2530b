namespace Rapporteur.Archive;

/// <summary>What an archive is opened for.</summary>
public enum ArchiveAccess
{
    /// <summary>To read; it must be there. Nothing is written, so that a copy on a read-only disk will do.</summary>
    Read,

    /// <summary>To read and add; it is made where it is not there, and brought to this version's shape.</summary>
    Write,
}
