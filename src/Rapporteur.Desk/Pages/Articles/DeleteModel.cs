using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>What is asked before an article is deleted.</summary>
/// <param name="Article">The article.</param>
public sealed record DeleteModel(StoredArticle Article)
{
    internal string Title => Printed.Line(Article.Heading);
}
