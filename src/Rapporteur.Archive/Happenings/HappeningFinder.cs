using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Happenings;

/// <summary>
/// Groups the articles of an archive by what happened: those of about the same days that speak of the same people and things in
/// much the same words. What an article is about is kept when it is added; grouping reads no text.
/// </summary>
/// <remarks>Which articles belong together does not depend on the order they were added in.</remarks>
public static class HappeningFinder
{
    // Set on the articles of PolNeAR's train part: see docs/measurements.md.
    private const double LeastAlike = 0.27;

    // Pairs below count as not alike at all; far fewer are left to sort.
    private const double LeastPair = 0.06;

    /// <summary>The happenings of some days, the largest first.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="from">The first day of publication.</param>
    /// <param name="to">The last.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static IEnumerable<Happening> Find(NewsArchive archive, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return Groups(archive, from, to)
            .OrderByDescending(group => group.Articles.Count).ThenByDescending(group => group.LastDay).ThenBy(group => group.Articles.Min())
            .Select(group => Coverage.Of(archive, group.Articles, group.Central));
    }

    /// <summary>The happenings of some days in outline, the largest first: what is told without reading what anybody is cited for.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="from">The first day of publication.</param>
    /// <param name="to">The last.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static ImmutableArray<HappeningOutline> Outline(NewsArchive archive, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var groups = Groups(archive, from, to);
        var articles = archive.Read(database => ArticleReader.Articles(database, groups.SelectMany(group => group.Articles)));
        return
        [
            .. groups
                .OrderByDescending(group => group.Articles.Count).ThenByDescending(group => group.LastDay).ThenBy(group => group.Articles.Min())
                .Select(group => Outline(articles, group)),
        ];
    }

    /// <summary>The happening that an article belongs to; null where no other article is about the same.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static Happening? Around(NewsArchive archive, long article)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (archive.Read(database => database.Number("SELECT day FROM profiles WHERE article = $1", article)) is not { } day) return null;
        var middle = DateOnly.FromDayNumber((int)day);
        var group = Around(Profiles(archive, Shifted(middle, -DaysAround), Shifted(middle, DaysAround)), article);
        return group is null ? null : Coverage.Of(archive, group.Articles, group.Central);
    }

    /// <summary>The last day on which an article of the archive was published; null where no article has a day.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static DateOnly? LastDay(NewsArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return archive.Read(database => database.Number("SELECT max(day) FROM profiles")) is { } day ? DateOnly.FromDayNumber((int)day) : null;
    }

    // Enough that what is at the edge cannot reach the middle.
    private const int DaysAround = 15;

    private static DateOnly Shifted(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static HappeningOutline Outline(Dictionary<long, StoredArticle> all, ArticleGroup group)
    {
        var articles = group.Articles.Select(id => all.GetValueOrDefault(id)).OfType<StoredArticle>().ToList();
        var days = articles.Select(article => PublicationDate.TryParse(article.Published, out var date) ? date.Day : DateOnly.MinValue).ToList();
        return new HappeningOutline(
            group.Articles.Min(), days.Min(), days.Max(), articles.Find(article => article.Id == group.Central)?.Title, articles.Count,
            [.. articles.Select(article => article.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static List<ArticleGroup> Groups(NewsArchive archive, DateOnly from, DateOnly to) => Group(Profiles(archive, from, to));

    // By day, and within a day by what they are about, not by when they came.
    private static List<DatedProfile> Profiles(NewsArchive archive, DateOnly from, DateOnly to)
    {
        var profiles = archive.Read(database => database.Query(
            "SELECT article, day, terms FROM profiles WHERE day BETWEEN $1 AND $2",
            row => new DatedProfile(row.GetInt64(0), row.GetInt32(1), ArticleProfile.Unpack(row.Bytes(2))), from.DayNumber, to.DayNumber));
        profiles.Sort((one, other) =>
            one.Day != other.Day ? one.Day.CompareTo(other.Day)
            : one.Profile.CompareTo(other.Profile) is not 0 and var order ? order
            : one.Article.CompareTo(other.Article));
        return profiles;
    }

    /// <summary>The group of one article among those of <see cref="Group"/>, found without the others; null where it has none.</summary>
    internal static ArticleGroup? Around(IReadOnlyList<DatedProfile> profiles, long article)
    {
        if (profiles.Index().FirstOrDefault(profile => profile.Item.Article == article) is not (var place, { } found)) return null;
        var units = new SimilarArticles.UnitProfiles(profiles);
        var reached = SimilarArticles.Reach(profiles, units, place, LeastAlike);
        return Grouped([.. reached.Select(i => profiles[i])], SimilarArticles.Among(reached, profiles, units, LeastPair)).Find(group => group.Articles.Contains(found.Article));
    }

    /// <summary>Groups profiles, which stand by day and, within a day, in an order of their own.</summary>
    internal static List<ArticleGroup> Group(IReadOnlyList<DatedProfile> profiles)
    {
        // On average two groups are alike enough only where one pair of theirs is: what no chain of such pairs joins never comes together.
        var units = new SimilarArticles.UnitProfiles(profiles);
        return [.. SimilarArticles.Joined(profiles, units, LeastAlike).SelectMany(some => Grouped([.. some.Select(i => profiles[i])], SimilarArticles.Among(some, profiles, units, LeastPair)))];
    }

    private static List<ArticleGroup> Grouped(IReadOnlyList<DatedProfile> profiles, List<SimilarPair> pairs)
    {
        var groups = AverageLinkage.Group(pairs, LeastAlike);
        var groupOf = new Dictionary<int, int>();
        for (var i = 0; i < groups.Count; i++)
            foreach (var item in groups[i]) groupOf[item] = i;
        var closeness = new Dictionary<int, double>();
        foreach (var pair in pairs)
        {
            if (!groupOf.TryGetValue(pair.One, out var one) || !groupOf.TryGetValue(pair.Other, out var other) || one != other) continue;
            closeness[pair.One] = closeness.GetValueOrDefault(pair.One) + pair.Similarity;
            closeness[pair.Other] = closeness.GetValueOrDefault(pair.Other) + pair.Similarity;
        }

        return [.. groups.Select(group => new ArticleGroup(
            [.. group.Select(item => profiles[item].Article)],
            profiles[group.MaxBy(item => closeness.GetValueOrDefault(item))].Article, profiles[group[^1]].Day))];
    }

    /// <summary>Articles that belong together, by day.</summary>
    /// <param name="Articles">Their numbers.</param>
    /// <param name="Central">The one that is most like the others.</param>
    /// <param name="LastDay">The day of the last.</param>
    internal sealed record ArticleGroup(IReadOnlyList<long> Articles, long Central, int LastDay);
}
