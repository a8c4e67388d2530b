using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Archive.Search;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>A statement in a list.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Article">Its article; null where it has gone meanwhile.</param>
/// <param name="Matches">What of its words was looked for.</param>
public sealed record ListedStatement(StoredStatement Statement, StoredArticle? Article, ImmutableArray<Span> Matches)
{
    internal static ListedStatement Of(FoundStatement found) => new(found.Statement, found.Article, found.Matches);
}
