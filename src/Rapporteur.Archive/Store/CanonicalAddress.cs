namespace Rapporteur.Archive.Store;

/// <summary>An address in the form that tells articles apart: RFC 3986's normal form, without what only tracks readers.</summary>
internal static class CanonicalAddress
{
    // What campaigns, networks and mail services append; no site tells articles apart by them.
    private static readonly string[] Tracking = ["utm_", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid"];

    /// <summary>The canonical form of an http or https address; null where there is none.</summary>
    /// <remarks>http and https, and an address with and without its last slash, are taken for the same place.</remarks>
    public static string? Of(string? url)
    {
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri)) return null;
        if ((uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0) return null;
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part)));
        return $"{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static bool IsTracking(string part) => Tracking.Any(name =>
        part.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (name[^1] == '_' || part.Length == name.Length || part[name.Length] == '='));
}
