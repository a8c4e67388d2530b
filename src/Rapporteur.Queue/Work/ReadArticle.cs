using Rapporteur.Archive.Store;

namespace Rapporteur.Queue.Work;

/// <summary>What came of an article: what is to be stored, or why it cannot be read.</summary>
/// <param name="Origin">Where it comes from, for people.</param>
/// <param name="Entry">What is to be stored; null where it is there already, or cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal readonly record struct ReadArticle(string Origin, ArchiveEntry? Entry, Exception? Problem);
