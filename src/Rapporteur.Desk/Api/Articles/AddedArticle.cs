using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>What adding an article came to.</summary>
/// <param name="Article">Its number in the archive; null while it waits in a queue.</param>
/// <param name="Outcome">
/// new; newVersion, where an article of its address was there in other words; known, where it was there in these; queued, where it
/// waits in a queue.
/// </param>
internal sealed record AddedArticle(long? Article, string Outcome)
{
    public static AddedArticle Of(AddOutcome? outcome) => new(outcome?.Article, outcome?.As switch
    {
        null => "queued",
        AddedAs.New => "new",
        AddedAs.NewVersion => "newVersion",
        _ => "known",
    });
}

/// <summary>An address to fetch an article from.</summary>
/// <param name="Url">The address: http or https, of the public internet.</param>
internal sealed record ArticleAddress(string Url);

/// <summary>Articles to add at once.</summary>
/// <param name="Articles">The articles, 1,000 at most.</param>
internal sealed record ArticleBatch(ImmutableArray<ArticleFields> Articles);

/// <summary>What came of the articles of a batch.</summary>
/// <param name="Items">What came of each, in the order given.</param>
/// <param name="Added">How many were new or had a new version, or wait in a queue.</param>
/// <param name="Known">How many were there already.</param>
/// <param name="Refused">How many could not be added.</param>
internal sealed record BatchResult(ImmutableArray<BatchItem> Items, int Added, int Known, int Refused);

/// <summary>What came of one article of a batch.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Status">The status code that it would have had alone.</param>
internal sealed record BatchItem(long Index, int Status)
{
    /// <summary>What adding it came to; left out where it could not be added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AddedArticle? Added { get; init; }

    /// <summary>Why it could not be added; left out where it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Problem? Problem { get; init; }
}
