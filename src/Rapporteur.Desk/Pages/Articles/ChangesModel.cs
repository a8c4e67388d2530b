using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>What the page says that shows how an article changed.</summary>
public sealed class ChangesModel
{
    internal ChangesModel(StoredArticle article, int earlier, Changes changes)
    {
        Article = article;
        Earlier = earlier;
        Changes = changes;
    }

    /// <summary>The later version.</summary>
    internal StoredArticle Article { get; }

    /// <summary>The number of the earlier one.</summary>
    internal int Earlier { get; }

    internal Changes Changes { get; }
}
