using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Rapporteur.Ingest;
using Rapporteur.Queue.Work;
using Rapporteur.Records;

namespace Rapporteur.Queue;

/// <summary>
/// Reads what a worker hands over, in a process of its own: what never ends, or takes all memory, ends this process and no other. Over
/// its standard streams go frames: a letter, the length of what follows, and that.
/// </summary>
public static class LoneReading
{
    internal const byte Line = (byte)'l', Pages = (byte)'p', Name = (byte)'n', Read = (byte)'r', Unreadable = (byte)'u', End = (byte)'e';

    // An article has 16 million characters at most; its record is some times as long.
    private const int Longest = 1 << 30;

    // Where the worker is gone that would have ended this process.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Reads until nothing more comes.</summary>
    /// <param name="input">What the worker hands over.</param>
    /// <param name="output">What comes of it.</param>
    /// <param name="longestText">The longest text that is read, in UTF-16 units.</param>
    /// <param name="limit">How long one may be read.</param>
    public static void Serve(Stream input, Stream output, int longestText, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var watch = new Timer(_ => Process.GetCurrentProcess().Kill());
        while (Take(input) is (Name, var name) && Take(input) is var (kind, content))
        {
            watch.Change(limit + Grace, Timeout.InfiniteTimeSpan);
            foreach (var (origin, load) in new Piece(kind == Line, content, Encoding.UTF8.GetString(name)).Articles(longestText))
            {
                Put(output, Name, Encoding.UTF8.GetBytes(origin));
                try
                {
                    Put(output, Read, Record.From(Reader.English.Read(load())).ToJson());
                }
                catch (Exception e)
                {
                    Put(output, Unreadable, Encoding.UTF8.GetBytes(Problems.Describe(e)));
                }
            }

            Put(output, End, []);
            output.Flush();
            watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    internal static void Put(Stream stream, byte kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        stream.Write(head);
        stream.Write(content);
    }

    /// <summary>The next frame; null at the end.</summary>
    internal static (byte Kind, byte[] Content)? Take(Stream stream)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length is < 0 or > Longest) throw new UnreadableInputException("what came is no frame");
        var content = new byte[length];
        return stream.ReadAtLeast(content, length, throwOnEndOfStream: false) == length ? (head[0], content) : null;
    }
}
