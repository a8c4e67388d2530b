using System.Collections.Immutable;

namespace Rapporteur.Archive.Reviews;

/// <summary>What people say of an article's statements, for exports.</summary>
/// <param name="History">All that was said, in the order of writing; empty where not all versions of articles are exported.</param>
/// <param name="Versions">The exported versions in which statements were reviewed.</param>
public sealed record ArticleReviews(ImmutableArray<ReviewLine> History, ImmutableArray<ReviewedArticle> Versions);
