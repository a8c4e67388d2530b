using System.Collections.Immutable;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Desk.Api.Comparing;

/// <summary>Articles whose quotations are compared: 2 to 50 with each other, or 1 to 50 with the archive.</summary>
internal sealed record CompareRequest
{
    /// <summary>Numbers of articles of the archive.</summary>
    public ImmutableArray<long>? Articles { get; init; }

    /// <summary>Articles that are not in the archive; they are read and not kept.</summary>
    public ImmutableArray<ArticleFields>? Texts { get; init; }

    /// <summary>Whether each is compared with all that the archive holds, instead of with the others.</summary>
    public bool WithArchive { get; init; }
}

/// <summary>An article whose quotations are held against transcripts: one of the archive, or one that is given.</summary>
internal sealed record VerifyRequest
{
    /// <summary>The article's number in the archive.</summary>
    public long? Article { get; init; }

    /// <summary>The article, where it is not in the archive.</summary>
    public ArticleFields? Text { get; init; }

    /// <summary>Transcripts that are kept as articles of the archive: their numbers.</summary>
    public ImmutableArray<long>? Articles { get; init; }

    /// <summary>Transcripts: texts with labelled turns, or speeches.</summary>
    public ImmutableArray<ArticleFields>? Transcripts { get; init; }

    /// <summary>Who speaks where a transcript has no labels.</summary>
    public string? Speaker { get; init; }

    /// <summary>Quotations of fewer words are left out; 3 at least, 4 where nothing is said.</summary>
    public int? MinWords { get; init; }

    /// <summary>Whether quotations that are in none of the transcripts are left out.</summary>
    public bool FoundOnly { get; init; }
}
