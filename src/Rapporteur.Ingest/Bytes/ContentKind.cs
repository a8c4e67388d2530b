using System.Text.RegularExpressions;

namespace Rapporteur.Ingest.Bytes;

/// <summary>What bytes hold: one article, or several in a format of their own.</summary>
internal enum ContentKind
{
    /// <summary>One article, as text or as a page; or anything else, of which the loader says what it is.</summary>
    Article,

    /// <summary>JSON: a value, a list of values, or a value a line.</summary>
    Json,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>RSS or Atom.</summary>
    Feed,
}

/// <summary>Tells what bytes hold by how they begin.</summary>
internal static partial class ContentKinds
{
    /// <summary>How much of the start is looked at, in bytes.</summary>
    public const int Reach = 8192;

    /// <summary>The kind of content that begins like this.</summary>
    public static ContentKind Of(ReadOnlySpan<byte> start)
    {
        var head = System.Text.Encoding.Latin1.GetString(start[..Math.Min(start.Length, Reach)]);
        if (head.StartsWith("ï»¿", StringComparison.Ordinal)) head = head[3..]; // the byte order mark of UTF-8
        if (head.StartsWith("WARC/", StringComparison.Ordinal)) return ContentKind.Warc;
        if (JsonStart().IsMatch(head)) return ContentKind.Json;
        return FeedStart().IsMatch(head) ? ContentKind.Feed : ContentKind.Article;
    }

    // An object, or a list of objects: texts begin with a bracket too ("[Updated] ...").
    [GeneratedRegex("""\A\s*(?:\[\s*)?\{\s*"|\A\s*\[\s*\]\s*\z""", RegexOptions.NonBacktracking)]
    private static partial Regex JsonStart();

    // Past declarations, style sheets, comments and document types.
    [GeneratedRegex(@"\A\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<![^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex FeedStart();
}
