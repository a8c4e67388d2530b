using System.Net;
using System.Net.Sockets;

namespace Rapporteur.TestServers;

/// <summary>Ports of this machine's loopback.</summary>
public static class Loopback
{
    /// <summary>A port where nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
