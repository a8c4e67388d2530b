using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>What a page says of its article's publication.</summary>
/// <remarks>
/// Of several places that say the same thing, the one made for machines and filled per article comes first: linked data, then Open
/// Graph and other meta elements, then the marks in the page itself (itemprop, rel, time). What none says is null.
/// </remarks>
internal sealed partial class PageMetadata
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly IDocument _page;
    private readonly LinkedData _linked;
    private readonly Uri? _base;

    private PageMetadata(IDocument page, string? url)
    {
        _page = page;
        _linked = LinkedData.Of(page);
        foreach (var meta in page.QuerySelectorAll("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (Text(meta.GetAttribute("content")) is { } content && name is not null) _meta.TryAdd(name.Trim(), content);
        }

        _base = Uri.TryCreate(url, UriKind.Absolute, out var given) ? given : null;
        Url = Address(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")) ?? Address(Meta("og:url"))
            ?? Address(_linked.Text("mainEntityOfPage")) ?? Address(_linked.Text("url")) ?? url;
        Outlet = Text(_linked.Publisher) ?? Meta("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name");
        Title = FindTitle();
        Byline = FindByline();
        Published = Date(_linked.Text("datePublished") ?? _linked.Text("dateCreated"))
            ?? MetaDate(PublishedNames) ?? Marked("datePublished") ?? FirstTime();
        Modified = Date(_linked.Text("dateModified")) ?? MetaDate(ModifiedNames) ?? Marked("dateModified");
        Language = LanguageTag(page.DocumentElement.GetAttribute("lang")) ?? LanguageTag(page.DocumentElement.GetAttribute("xml:lang"))
            ?? LanguageTag(_linked.Text("inLanguage")) ?? LanguageTag(Meta("content-language", "language", "dc.language", "og:locale"));
    }

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "article:published", "og:article:published_time", "datePublished", "dateCreated",
        "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "cXenseParse:recs:publishtime", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "article.published", "article_date_original",
        "originalpublicationdate", "date.release", "og:pubdate", "ptime", "date", "displaydate",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time", "dateModified",
        "dcterms.modified", "dc.date.modified",
        "lastmod", "last-modified", "modified", "article.updated", "utime",
    ];

    /// <summary>The headline, without the outlet's name.</summary>
    public string? Title { get; }

    /// <summary>Who wrote it, as printed, without "By".</summary>
    public string? Byline { get; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; }

    /// <summary>When it was published.</summary>
    public PublicationDate? Published { get; }

    /// <summary>When it was last changed.</summary>
    public PublicationDate? Modified { get; }

    /// <summary>The canonical address.</summary>
    public string? Url { get; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string? Language { get; }

    /// <summary>The article's text as linked data gives it: without paragraphs, and often cut.</summary>
    public string? Body => _linked.Body;

    /// <summary>Every wording of the headline that the page gives.</summary>
    public IEnumerable<string> Titles =>
        new[] { Title, Text(_linked.Text("headline")), Meta("og:title"), Meta("twitter:title"), Text(_page.Title) }.OfType<string>();

    /// <summary>Reads the metadata of a page that was found at <paramref name="url"/>.</summary>
    public static PageMetadata Of(IDocument page, string? url) => new(page, url);

    // The headline as printed, where a heading of the first order agrees with what the page's head says.
    private string? FindTitle()
    {
        string?[] said = [Text(_linked.Text("headline")), Meta("og:title"), Meta("twitter:title"), Text(_page.Title)];
        var headings = _page.QuerySelectorAll("h1").Select(h => Text(h.TextContent)).OfType<string>()
            .Where(heading => heading.Length > 5 && heading != Outlet).ToList();
        var titles = said.OfType<string>().ToList();
        var printed = headings.FirstOrDefault(heading => titles.Exists(title => title.StartsWith(heading, StringComparison.OrdinalIgnoreCase)))
            ?? headings.FirstOrDefault(heading => titles.Exists(title => title.Contains(heading, StringComparison.OrdinalIgnoreCase)));
        if (printed is not null) return printed;
        return titles.Select(WithoutOutlet).FirstOrDefault() ?? headings.FirstOrDefault();
    }

    private string WithoutOutlet(string title)
    {
        var cut = Separator().Matches(title).LastOrDefault();
        if (cut is null || cut.Index == 0) return title;
        var last = title[(cut.Index + cut.Length)..];
        return Outlet is not null
            && (last.Contains(Outlet, StringComparison.OrdinalIgnoreCase) || Outlet.Contains(last, StringComparison.OrdinalIgnoreCase))
            ? title[..cut.Index]
            : title;
    }

    private string? FindByline()
    {
        var said = Text(_linked.Authors) ?? Name(Meta("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "byl", "article:author"));
        if (said is null)
        {
            var marked = _page.QuerySelectorAll("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline, .author-name, .byline-name")
                .Select(element => Text(element.GetAttribute("content") ?? element.TextContent))
                .FirstOrDefault(text => text is { Length: > 2 and < 120 });
            said = Name(marked);
        }

        return said is null ? null : By().Replace(said, "");
    }

    private static string? Name(string? text) =>
        text is null || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith('@') ? null : text;

    private PublicationDate? MetaDate(string[] names) => names.Select(name => Date(Meta(name))).FirstOrDefault(date => date is not null);

    private PublicationDate? Marked(string property) =>
        _page.QuerySelectorAll($"[itemprop~={property}]").Select(DateOf).FirstOrDefault(date => date is not null);

    private PublicationDate? FirstTime() =>
        _page.QuerySelectorAll("time[pubdate], article time, header time, main time, time").Select(DateOf).FirstOrDefault(date => date is not null);

    private static PublicationDate? DateOf(IElement element) =>
        Date(element.GetAttribute("datetime")) ?? Date(element.GetAttribute("content")) ?? Date(element.TextContent);

    private static PublicationDate? Date(string? text) => DateText.Parse(text);

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_meta.TryGetValue(name, out var content)) return content;
        return null;
    }

    private string? Address(string? address) =>
        WebAddress(address) ?? (_base is not null && Uri.TryCreate(_base, address, out var uri) ? WebAddress(uri.AbsoluteUri) : null);

    // A path such as "/news" is an absolute file address to some systems.
    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static string? LanguageTag(string? text)
    {
        var match = Tag().Match(text ?? "");
        if (!match.Success) return null;
        var region = match.Groups["region"].Value;
        var script = match.Groups["script"].Value;
        return match.Groups["language"].Value.ToLowerInvariant()
            + (script.Length > 0 ? "-" + char.ToUpperInvariant(script[0]) + script[1..].ToLowerInvariant() : "")
            + (region.Length > 0 ? "-" + region.ToUpperInvariant() : "");
    }

    private static string? Text(string? text)
    {
        if (text is null) return null;
        var clean = Blank().Replace(text, " ").Trim();
        return clean.Length > 0 ? clean : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+[|–—·•»:-]+\s+|\s*\|\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A(?:(?:written\s+)?by\b|author:)[:\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"\A\s*(?<language>[a-zA-Z]{2,3})(?:[-_](?<script>[a-zA-Z]{4}))?(?:[-_](?<region>[a-zA-Z]{2}|\d{3}))?(?=\Z|[-_.,;\s])")]
    private static partial Regex Tag();
}
