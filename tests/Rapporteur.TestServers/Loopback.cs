using System.Net;
using System.Net.Sockets;

namespace Rapporteur.TestServers;

/// <summary>Ports of this machine's loopback.</summary>
public static class Loopback
{
    // Below those that systems give to whoever asks for any (Linux: from 32768), clients and listeners alike: nobody gets one of these
    // while whoever asked for it has not begun to listen, or is down for a moment.
    private const int First = 15_000, Last = 32_000;

    /// <summary>A port where nobody listens, and that the system gives to nobody else.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Another one, then.
            }
        }
    }
}
