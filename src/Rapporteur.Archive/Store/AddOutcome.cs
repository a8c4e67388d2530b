namespace Rapporteur.Archive.Store;

/// <summary>What adding an article came to.</summary>
public enum AddedAs
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>An article of its address was there and said something else.</summary>
    NewVersion,

    /// <summary>It was there in these words: nothing was written.</summary>
    Known,
}

/// <summary>What adding one article came to.</summary>
/// <param name="Article">Its number in the archive.</param>
/// <param name="As">As what it was added.</param>
public readonly record struct AddOutcome(long Article, AddedAs As);
