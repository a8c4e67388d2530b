using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Rapporteur.Ingest.Feeds;

/// <summary>A feed: RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom, with the entries in the order of the file.</summary>
/// <remarks>
/// Read over the framework's XML reader, an entry at a time, so that a feed that is damaged or cut off gives the entries before the
/// damage; the framework's own feed classes read neither RDF nor dates that are a little wrong. Document types are passed over, so
/// that no entity can grow.
/// </remarks>
/// <param name="Title">The feed's name.</param>
/// <param name="Language">Its language as a tag.</param>
/// <param name="Entries">What it announces.</param>
/// <param name="Damage">Why it could not be read to its end, in one line; null where it was.</param>
internal sealed partial record Feed(string? Title, string? Language, IReadOnlyList<FeedEntry> Entries, string? Damage)
{
    private const int LongestFeed = 64 << 20;
    private const int Depth = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a feed that was found at <paramref name="url"/>, from which its relative links start.</summary>
    /// <exception cref="UnreadableInputException">It is no feed, too large, or nested too deeply.</exception>
    public static Feed Read(string xml, string? url = null)
    {
        if (xml.Length > LongestFeed) throw new UnreadableInputException($"a feed larger than {LongestFeed >> 20} million characters");
        xml = Escaped().Replace(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), Mend);
        var damage = CheckDepth(xml);
        var entries = new List<FeedEntry>();
        string? title = null, language = null, link = url;
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        try
        {
            reader.MoveToContent();
            if (reader.LocalName.ToLowerInvariant() is not ("rss" or "rdf" or "feed")) throw new UnreadableInputException("XML, but not a feed");
            language = reader.GetAttribute("lang", XNamespace.Xml.NamespaceName);
            link = Absolute(link, reader.GetAttribute("base", XNamespace.Xml.NamespaceName)) ?? link;
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName == "channel") reader.Read();
                else if (XNode.ReadFrom(reader) is XElement element)
                {
                    if (element.Name.LocalName is "item" or "entry") entries.Add(new EntryElement(element, link).ToEntry());
                    else if (element.Name.LocalName == "title") title ??= EntryElement.Plain(element.Value);
                    else if (element.Name.LocalName == "language") language ??= EntryElement.Plain(element.Value);
                    else if (element.Name.LocalName == "link" && element.Value.Length > 0) link ??= element.Value.Trim();
                }
            }
        }
        catch (XmlException)
        {
            if (entries.Count == 0 && title is null) throw new UnreadableInputException(damage ?? "the XML is damaged");
        }

        return new Feed(title, language, entries, damage);
    }

    /// <summary>The address that <paramref name="address"/> says, taken from <paramref name="start"/> where it is relative; null where it is none of the web.</summary>
    internal static string? Absolute(string? start, string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var isWhole = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (!isWhole && !(Uri.TryCreate(start, UriKind.Absolute, out var from) && Uri.TryCreate(from, address.Trim(), out uri))) return null;
        return uri!.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    // Trees are walked by recursion: how deep they are is known before one is made.
    private static string? CheckDepth(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        try
        {
            while (reader.Read())
                if (reader.Depth > Depth) throw new UnreadableInputException($"its elements are nested more than {Depth} deep");
            return null;
        }
        catch (XmlException e)
        {
            return $"the XML is damaged or cut off at line {e.LineNumber}; what stands before was read";
        }
    }

    // Feeds put together by hand have entities of HTML, which XML does not know, and ampersands that are none.
    private static string Mend(Match match)
    {
        if (match.Value[0] == '<') return match.Value; // a section where nothing is escaped
        if (match.Groups["name"] is { Success: true } name)
        {
            var text = WebUtility.HtmlDecode($"&{name.Value};");
            if (text.Length > 0 && text[0] != '&') return text;
        }

        return "&amp;" + match.Value[1..];
    }

    [GeneratedRegex(@"<!\[CDATA\[.*?(?:\]\]>|\z)|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(?:(?<name>[a-zA-Z0-9]{2,10});)?", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escaped();
}
