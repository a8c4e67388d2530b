using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>An article a line in, what came of it a line out, in the same order; only so many are held as are added at once.</summary>
/// <param name="add">Adds the article of a line.</param>
/// <param name="atOnce">How many lines are held.</param>
/// <param name="longest">The longest line, in bytes.</param>
/// <param name="patience">How long the next bytes are waited for.</param>
internal sealed class BatchLines(Func<BatchLines.Line, Task<BatchItem>> add, int atOnce, long longest, TimeSpan patience) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (httpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        httpContext.Response.ContentType = BatchRoute.Lines;
        await httpContext.Response.StartAsync(ended.Token);
        var pending = Channel.CreateBounded<Task<BatchItem>>(atOnce);
        await Task.WhenAll(Read(), Write());

        async Task Read()
        {
            try
            {
                var index = 0L;
                await foreach (var bytes in Lines(httpContext.Request.BodyReader, ended.Token)) await pending.Writer.WriteAsync(add(new Line(index++, bytes)), ended.Token);
                pending.Writer.Complete();
            }
            catch (Exception e)
            {
                pending.Writer.Complete(e);
            }
        }

        // An answer is written when it is known, not when the next line comes. Where nobody takes it, no more is read.
        async Task Write()
        {
            try
            {
                await foreach (var item in pending.Reader.ReadAllAsync(ended.Token))
                {
                    await httpContext.Response.Body.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(await item, ApiJson.Default.BatchItem), (byte)'\n'], ended.Token);
                    await httpContext.Response.Body.FlushAsync(ended.Token);
                }
            }
            catch
            {
                await ended.CancelAsync();
                throw;
            }
        }
    }

    // Blank lines are none; of one that is too long the bytes are not kept.
    private async IAsyncEnumerable<byte[]?> Lines(PipeReader reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var pending = new MemoryStream();
        var tooLong = false;
        while (true)
        {
            idle.CancelAfter(patience);
            var read = await reader.ReadAsync(idle.Token);
            idle.CancelAfter(Timeout.InfiniteTimeSpan);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                Keep(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                if (Taken(out var line)) yield return line;
            }

            Keep(buffer);
            reader.AdvanceTo(buffer.End);
            if (!read.IsCompleted) continue;
            if (Taken(out var last)) yield return last;
            yield break;
        }

        void Keep(ReadOnlySequence<byte> bytes)
        {
            tooLong |= pending.Length + bytes.Length > longest;
            if (tooLong) pending.SetLength(0);
            else foreach (var part in bytes) pending.Write(part.Span);
        }

        bool Taken(out byte[]? line)
        {
            line = tooLong ? null : pending.ToArray();
            tooLong = false;
            pending.SetLength(0);
            return line is null || !line.AsSpan().Trim(" \t\r"u8).IsEmpty;
        }
    }

    /// <summary>A line.</summary>
    /// <param name="Index">Its place, from 0, blank lines not counted.</param>
    /// <param name="Bytes">What it holds; null where it is too long.</param>
    internal readonly record struct Line(long Index, byte[]? Bytes)
    {
        /// <summary>The article that it holds.</summary>
        /// <exception cref="RequestException">It holds none.</exception>
        public ArticleFields Fields(HttpContext context) => Bytes is null
            ? throw new RequestException(Problem.Of(StatusCodes.Status413PayloadTooLarge, "The line is longer than is taken at once."))
            : Body.Parse<ArticleFields>(context, Bytes);
    }
}
