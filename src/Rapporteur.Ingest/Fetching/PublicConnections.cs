using System.Net;
using System.Net.Sockets;

namespace Rapporteur.Ingest.Fetching;

/// <summary>Connections to public addresses only. What is checked is the address connected to, so that no name can mean one thing when it is checked and another afterwards.</summary>
internal static class PublicConnections
{
    /// <summary>A handler without proxy, cookies, credentials and redirections of its own.</summary>
    /// <param name="options">How far it goes.</param>
    /// <param name="lookUp">Finds the addresses of a name.</param>
    public static SocketsHttpHandler Handler(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> lookUp) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        MaxResponseHeadersLength = 64,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        ConnectCallback = async (context, cancellation) =>
        {
            var addresses = await lookUp(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
            var allowed = Array.FindAll(addresses, address => PublicAddresses.Allows(address, options.AllowsLoopback));
            if (allowed.Length == 0)
                throw new UnreadableInputException(addresses.Length == 0
                    ? $"{context.DnsEndPoint.Host} has no address"
                    : $"{Name(context.DnsEndPoint.Host, addresses[0])} is no address of the public internet");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    private static string Name(string host, IPAddress address) => IPAddress.TryParse(host.Trim('[', ']'), out _) ? host : $"{host}, which is {address},";
}
