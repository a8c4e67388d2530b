namespace Rapporteur.Archive.Store;

/// <summary>Beside whom a transaction writes, where the engine lets several.</summary>
internal enum Writing
{
    /// <summary>It changes articles, and locks of what is there no more than it must: others may do the same meanwhile.</summary>
    Articles,

    /// <summary>It looks at what is there and writes accordingly: no other that does, but articles may change.</summary>
    Alone,

    /// <summary>It changes the archive's shape: nobody else.</summary>
    Shape,
}
