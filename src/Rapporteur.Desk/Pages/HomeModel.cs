using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages;

/// <summary>What the first page shows.</summary>
/// <param name="Articles">The articles added last.</param>
public sealed record HomeModel(ImmutableArray<StoredArticle> Articles);
