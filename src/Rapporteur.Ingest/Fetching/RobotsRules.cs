using System.Globalization;

namespace Rapporteur.Ingest.Fetching;

/// <summary>What a host's robots.txt lets us fetch (RFC 9309).</summary>
internal sealed class RobotsRules
{
    // What is longer is no rule that anybody wrote; the standard asks for half a megabyte to be read.
    private const int LongestRule = 2048;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Everything may be fetched.</summary>
    public static RobotsRules All { get; } = new();

    /// <summary>The most that is read of the file, in bytes.</summary>
    public static int Reach => 512 * 1024;

    /// <summary>The pause between requests that it asks for; null where it asks for none.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads the rules of the groups that name <paramref name="product"/>, or else of those for everybody.</summary>
    public static RobotsRules Parse(string text, string product)
    {
        RobotsRules named = new(), general = new();
        var isNamed = false;
        bool forUs = false, forAll = false, inAgents = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rule = line[..(line.IndexOf('#') is >= 0 and var comment ? comment : line.Length)];
            var colon = rule.IndexOf(':');
            if (colon < 0 || rule.Length > LongestRule) continue;
            var name = rule[..colon].Trim();
            var value = rule[(colon + 1)..].Trim();
            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inAgents) forUs = forAll = false;
                inAgents = true;
                forUs |= IsProduct(value, product);
                forAll |= value is "*";
                isNamed |= forUs;
                continue;
            }

            if (!name.Equals("allow", StringComparison.OrdinalIgnoreCase) && !name.Equals("disallow", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
                continue; // such as a sitemap, which belongs to no group
            inAgents = false;
            if (forUs) named.Add(name, value);
            if (forAll) general.Add(name, value);
        }

        return isNamed ? named : general;
    }

    /// <summary>Whether a path with its query may be fetched: the longest rule that fits decides, of two equal ones that which allows.</summary>
    public bool Allow(string path)
    {
        var (length, allows) = (-1, true);
        foreach (var rule in _rules)
            if (rule.Pattern.Length >= length && Fits(rule.Pattern, path))
                (length, allows) = (rule.Pattern.Length, rule.Allows || (rule.Pattern.Length == length && allows));
        return allows;
    }

    private static bool IsProduct(ReadOnlySpan<char> value, string product)
    {
        var end = value.IndexOfAny('/', ' ');
        return (end < 0 ? value : value[..end]).Equals(product, StringComparison.OrdinalIgnoreCase);
    }

    private void Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1_000_000)
                Delay = TimeSpan.FromSeconds(seconds);
        }
        else if (value.Length > 0)
        {
            _rules.Add((Escaped(value.ToString()), name.Equals("allow", StringComparison.OrdinalIgnoreCase)));
        }
    }

    // Paths are compared as they are sent: letters outside ASCII as escapes.
    private static string Escaped(string pattern) =>
        Uri.TryCreate("http://host" + (pattern[0] is '/' ? "" : "/") + pattern, UriKind.Absolute, out var uri) ? uri.PathAndQuery : pattern;

    // The pieces between stars one after another, each at its first place; nothing is tried twice.
    private static bool Fits(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var pieces = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            if (toEnd && i == pieces.Length - 1)
                return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
            var next = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (next < 0) return false;
            at = next + pieces[i].Length;
        }

        return !toEnd || at == path.Length;
    }
}
