using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Happenings;

/// <summary>Who covers a happening, who is cited in which outlet and how much, and who is left out.</summary>
internal static class Coverage
{
    /// <summary>A happening of these articles, which stand by day.</summary>
    public static Happening Of(NewsArchive archive, IReadOnlyList<long> articles, long central)
    {
        var found = archive.Read(database => ArticleReader.Articles(database, articles));
        var stored = articles.Select(id => found.GetValueOrDefault(id)).OfType<StoredArticle>().ToImmutableArray();
        var cited = stored.SelectMany(article => Cited(article, archive.Record(article.Id))).ToList();
        var days = stored.Select(article => PublicationDate.TryParse(article.Published, out var date) ? date.Day : DateOnly.MinValue).ToList();
        var outlets = stored.GroupBy(article => article.Outlet ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CoveringOutlet(group.Key, group.Count(),
                cited.Where(c => c.Outlet == group.Key).Sum(c => c.Words), cited.Where(c => c.Outlet == group.Key && c.Name is null).Sum(c => c.Words)))
            .ToImmutableArray();
        return new Happening(articles.Min(), days.Min(), days.Max(), stored.FirstOrDefault(article => article.Id == central)?.Title, stored, outlets, Speakers(cited, outlets));
    }

    // Nested statements are counted once: the record's account has them so.
    private static IEnumerable<Citation> Cited(StoredArticle article, Record? record)
    {
        if (record is null) yield break;
        var unnamed = record.Statements.Where(statement => statement.Speaker?.Anonymous is not null).Select(statement => statement.Speaker!.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var share in record.Account.Speakers)
            yield return new Citation(article.Outlet ?? "", SpeakerNames.IsName(share.Name) && !unnamed.Contains(share.Name) ? share.Name : null, share.Statements, share.Quoted, share.Paraphrased);
    }

    private static ImmutableArray<CitedSpeaker> Speakers(List<Citation> cited, ImmutableArray<CoveringOutlet> outlets)
    {
        var names = SpeakerNames.Merge(cited.Select(citation => citation.Name).OfType<string>());
        return
        [
            .. cited.Where(citation => citation.Name is not null).GroupBy(citation => names[citation.Name!], StringComparer.Ordinal)
                .Select(group => new CitedSpeaker(group.Key, Shares(group, outlets), [.. outlets.Select(outlet => outlet.Name).Except(group.Select(citation => citation.Outlet))]))
                .OrderByDescending(speaker => speaker.Shares.Length).ThenByDescending(speaker => speaker.Shares.Sum(share => share.Quoted + share.Paraphrased))
                .ThenBy(speaker => speaker.Name, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<SpeakerShare> Shares(IEnumerable<Citation> citations, ImmutableArray<CoveringOutlet> outlets) =>
    [
        .. citations.GroupBy(citation => citation.Outlet, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SpeakerShare(group.Key, group.Sum(c => c.Statements), group.Sum(c => c.Quoted), group.Sum(c => c.Paraphrased),
                outlets.First(outlet => outlet.Name == group.Key).Words is > 0 and var words ? (double)group.Sum(c => c.Words) / words : 0)),
    ];

    /// <summary>What one article cites one speaker for.</summary>
    private sealed record Citation(string Outlet, string? Name, int Statements, int Quoted, int Paraphrased)
    {
        public int Words => Quoted + Paraphrased;
    }
}
