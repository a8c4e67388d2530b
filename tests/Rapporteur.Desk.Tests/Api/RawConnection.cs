using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Rapporteur.Desk.Tests.Api;

/// <summary>A connection on which a test says what no client would.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();
    private StreamReader? _reader;

    public static async Task<RawConnection> To(Uri address, CancellationToken cancellation)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, cancellation);
        connection._reader = new StreamReader(connection._client.GetStream());
        return connection;
    }

    public async Task Send(string text, CancellationToken cancellation) => await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);

    /// <summary>Sends a part of a body that is sent in parts; an empty one ends it.</summary>
    public Task SendPart(string text, CancellationToken cancellation) =>
        Send(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"), cancellation);

    /// <summary>The next line of the answer; null at its end, also where it is cut off.</summary>
    public async Task<string?> Line(CancellationToken cancellation)
    {
        try
        {
            return await _reader!.ReadLineAsync(cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The next line that begins so; null where none does.</summary>
    public async Task<string?> Line(string beginning, CancellationToken cancellation)
    {
        while (await Line(cancellation) is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        return null;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _client.Dispose();
    }
}
