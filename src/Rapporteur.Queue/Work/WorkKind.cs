namespace Rapporteur.Queue.Work;

/// <summary>What a message asks for.</summary>
internal enum WorkKind
{
    /// <summary>To read the article in it.</summary>
    Article,

    /// <summary>To read the pages in a range of a web archive.</summary>
    Pages,

    /// <summary>To read a version anew that an older reader has read.</summary>
    Version,
}
