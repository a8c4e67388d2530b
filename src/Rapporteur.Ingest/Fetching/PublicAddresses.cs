using System.Net;
using System.Net.Sockets;

namespace Rapporteur.Ingest.Fetching;

/// <summary>Tells addresses of the public internet from all others: what a page asks for must not reach into a private network.</summary>
/// <remarks>The ranges are those of IANA's registries of special-purpose addresses (RFC 6890) that are not globally reachable.</remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special4 =
    [
        .. from range in new[]
           {
               "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
               "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
           }
           select IPNetwork.Parse(range),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within the global range: protocol assignments (with Teredo), documentation, and 6to4, which carries addresses of version 4.
    private static readonly IPNetwork[] Special6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>Whether an address may be connected to.</summary>
    public static bool Allows(IPAddress address, bool loopback)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return loopback;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Special4.Any(range => range.Contains(address))
            : Global6.Contains(address) && !Special6.Any(range => range.Contains(address));
    }
}
