using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rapporteur.Ingest.Pages;

namespace Rapporteur.Ingest.Feeds;

/// <summary>One item of RSS or entry of Atom, as an element.</summary>
internal sealed partial class EntryElement
{
    private const string Atom = "http://www.w3.org/2005/Atom", AtomOfDrafts = "http://purl.org/atom/ns#";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/", DublinCoreTerms = "http://purl.org/dc/terms/";

    private readonly ILookup<string, XElement> _parts;
    private readonly string? _base;
    private readonly bool _isAtom;

    /// <summary>An element, and the address that its links start from.</summary>
    public EntryElement(XElement element, string? address)
    {
        _isAtom = element.Name.NamespaceName is Atom or AtomOfDrafts || element.Name.LocalName == "entry";
        _base = Feed.Absolute(address, element.Attribute(XNamespace.Xml + "base")?.Value) ?? address;
        _parts = element.Elements().ToLookup(part => part.Name.LocalName, StringComparer.Ordinal);
    }

    /// <summary>What the entry says.</summary>
    public FeedEntry ToEntry()
    {
        var (published, modified) = Dates();
        var link = Link();
        var title = Plain(Own("title"));
        return new FeedEntry(
            Plain(Own(_isAtom ? "id" : "guid")) ?? link ?? title, link, title, Byline(), published, modified,
            Html(_isAtom ? Part("content") : Part("encoded", "http://purl.org/rss/1.0/modules/content/")),
            Html(_isAtom ? Part("summary") : Part("description")));
    }

    /// <summary>A text without markup, its white space made single blanks; null where nothing is left.</summary>
    public static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(text, " ")), " ").Trim();
        return plain.Length > 0 ? plain : null;
    }

    private (PublicationDate? Published, PublicationDate? Modified) Dates()
    {
        var published = Date("published") ?? Date("issued") ?? Date("pubDate") ?? Date("created") ?? Date("date");
        var modified = Date("updated") ?? Date("modified");

        // Of an entry of Atom that was never changed, many feeds say only when it was updated.
        return published is null ? (modified, null) : (published, modified == published ? null : modified);
    }

    private PublicationDate? Date(string name) => _parts[name].Select(part => DateText.Parse(part.Value.Trim())).FirstOrDefault(date => date is not null);

    // Of Atom's links the one to the page itself; of an RSS item its link, or an id that is one.
    private string? Link()
    {
        var links = _parts["link"].ToList();
        var alternate = links.FirstOrDefault(link => link.Attribute("href") is not null && (link.Attribute("rel")?.Value ?? "alternate") == "alternate"
            && link.Attribute("type")?.Value is null or "text/html" or "application/xhtml+xml");
        var written = links.Select(link => link.Value).FirstOrDefault(value => value.Trim().Length > 0);
        return Feed.Absolute(_base, alternate?.Attribute("href")?.Value) ?? Feed.Absolute(_base, written)
            ?? Feed.Absolute(null, _parts[_isAtom ? "id" : "guid"].FirstOrDefault(id => id.Attribute("isPermaLink")?.Value != "false")?.Value);
    }

    private string? Byline()
    {
        var names = _parts["creator"].Select(part => part.Value)
            .Concat(_parts["author"].Select(author => author.Elements().FirstOrDefault(part => part.Name.LocalName == "name")?.Value ?? Name(author.Value)))
            .Select(Plain).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    // RSS wants "address (name)"; an address alone is no byline.
    private static string? Name(string author)
    {
        var match = MailAndName().Match(author);
        return match.Success ? match.Groups[1].Value : author.Contains('@', StringComparison.Ordinal) ? null : author;
    }

    private string? Own(string name) => Part(name)?.Value;

    // Modules of RSS use the same names (media:title, itunes:summary): the format's own come first.
    private XElement? Part(string name, string? space = null) => space is null
        ? _parts[name].FirstOrDefault(part => part.Name.NamespaceName is "" or Atom or AtomOfDrafts or "http://purl.org/rss/1.0/")
            ?? _parts[name].FirstOrDefault(part => part.Name.NamespaceName is DublinCore or DublinCoreTerms)
        : _parts[name].FirstOrDefault(part => part.Name.NamespaceName == space);

    private static string? Html(XElement? part)
    {
        if (part is null || part.Attribute("src") is not null) return null;
        var type = part.Attribute("type")?.Value;
        var html = type is "xhtml" || part.HasElements ? Markup(part)
            : type is "text" or "text/plain" ? WebUtility.HtmlEncode(part.Value)
            : part.Value;
        return string.IsNullOrWhiteSpace(html) ? null : html;
    }

    // As a page would have it: XML's prefixes mean nothing there.
    private static string Markup(XElement part)
    {
        foreach (var element in part.Descendants())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        }

        return string.Concat(part.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
    }

    [GeneratedRegex(@"\A\s*\S+@\S+\s+\(([^()]+)\)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailAndName();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
