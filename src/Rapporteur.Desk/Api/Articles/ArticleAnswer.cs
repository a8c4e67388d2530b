using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>An article with what was read in it.</summary>
/// <param name="Article">The article, in the version asked for.</param>
/// <param name="Record">Its record, with the text.</param>
internal sealed record ArticleAnswer(StoredArticle Article, Record Record);
