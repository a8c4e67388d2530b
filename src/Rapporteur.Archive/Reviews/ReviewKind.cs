namespace Rapporteur.Archive.Reviews;

/// <summary>What a person says of a statement.</summary>
public enum ReviewKind
{
    /// <summary>What the reader found is right as it is.</summary>
    Confirmed,

    /// <summary>It is a statement, but another one than the reader found: its words, its speaker or its acts differ.</summary>
    Corrected,

    /// <summary>It is no statement.</summary>
    Rejected,

    /// <summary>It is a statement that the reader missed.</summary>
    Added,

    /// <summary>A remark, which changes nothing.</summary>
    Remarked,

    /// <summary>An earlier review no longer holds.</summary>
    TakenBack,
}
