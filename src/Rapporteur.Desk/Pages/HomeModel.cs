using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages;

/// <summary>What the first page shows.</summary>
/// <param name="Articles">Articles, those added last first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Next">The number below which the next page begins; null where this is the last.</param>
public sealed record HomeModel(ImmutableArray<StoredArticle> Articles, long Count, long? Next);
