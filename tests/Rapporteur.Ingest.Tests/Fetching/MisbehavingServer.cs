using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rapporteur.Ingest.Tests.Fetching;

/// <summary>A server on loopback that answers a path with whatever bytes a test wants, however wrong and slow.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Func<string, Stream, CancellationToken, Task>> _answers = new();
    private int _open;
    private int _mostOpen;

    public MisbehavingServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many requests were being answered at a time, at most; those for robots.txt, whose answer has an end of its own, are not counted.</summary>
    public int MostAtATime => _mostOpen;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address(string path) => new($"http://127.0.0.1:{Port}{path}");

    /// <summary>Answers a path with bytes, and then closes the connection.</summary>
    public void On(string path, string head, byte[] body) =>
        On(path, async (_, stream, end) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), end);
            await stream.WriteAsync(body, end);
        });

    public void On(string path, string head, string body = "") => On(path, head, Encoding.UTF8.GetBytes(body));

    public void OnPage(string path, string html) => On(path, "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", html);

    public void On(string path, Func<string, Stream, CancellationToken, Task> answer) => _answers[path] = answer;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var counted = false;
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var request = new StringBuilder();
                while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } line) request.AppendLine(line);
                var path = request.ToString().Split(' ')[1];
                Requests.Enqueue(request.ToString());
                counted = path != "/robots.txt";
                if (counted) Note(Interlocked.Increment(ref _open));
                var answer = _answers.GetValueOrDefault(path) ?? ((_, to, end) => to.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), end).AsTask());
                await answer(request.ToString(), stream, _end.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or IndexOutOfRangeException)
            {
                // Whoever asked has gone.
            }
            finally
            {
                if (counted) Interlocked.Decrement(ref _open);
            }
        }
    }

    private void Note(int open)
    {
        int most;
        while (open > (most = _mostOpen)) Interlocked.CompareExchange(ref _mostOpen, open, most);
    }
}
