using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Rapporteur.Tests;

namespace Rapporteur.Fuzz;

/// <summary>Changes generated articles at random and runs the target on each: the same seed makes the same inputs.</summary>
internal static class Mutations
{
    // Bytes and sequences that decoders, tokenisers and quotation marks find hard.
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0xBD], [0x1F, 0x8B, 8], [0xC0, 0x80], [0x3D, 0xD8], [0x00, 0xDE],
        .. new[] { "“", "”", "‘", "’", "«", "»", "„", "\"", "'", "``", "\n", "\r", "\u2028", "<p>", "</p>", "<div>", "<script>", "<!--", "-->", "&amp;",
            "&#xD83D;", "&#0;", "<html", " said ", "according to ", ":\n", "🚢", "\u0301", "(sic)", "…", "http://" }.Select(Encoding.UTF8.GetBytes),
    ];

    public static int Run(TimeSpan time, int seed)
    {
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var corpus = Enumerable.Range(0, 24).Select(Seed).ToList();
        var (slowest, size) = (TimeSpan.Zero, 0);
        long runs = 0;
        for (; clock.Elapsed < time; runs++)
        {
            var input = Changed(corpus[random.Next(corpus.Count)], corpus, random);
            var before = clock.Elapsed;
            try
            {
                Target.Run(input);
            }
            catch (Exception e)
            {
                var file = Path.Combine(Path.GetTempPath(), $"rapporteur-fuzz-{seed}-{runs}");
                File.WriteAllBytes(file, input);
                Console.Error.WriteLine($"Run {runs} of seed {seed} failed; its input is {file}\n{e}");
                return 1;
            }

            var taken = clock.Elapsed - before;
            if (taken > slowest) (slowest, size) = (taken, input.Length);

            // Some changed inputs are changed further, so that changes add up.
            if (runs % 16 == 0 && input.Length < 1 << 15) corpus[random.Next(corpus.Count)] = input;
        }

        Console.WriteLine($"seed {seed}: {runs} inputs in {clock.Elapsed.TotalSeconds:F0} s, nothing found; the slowest, of {size} bytes, took {slowest.TotalMilliseconds:F0} ms");
        return 0;
    }

    private static byte[] Seed(int number)
    {
        var text = News.Article(number);
        return (number % 4) switch
        {
            0 => Encoding.UTF8.GetBytes(text),
            1 => Encoding.UTF8.GetBytes($"<html><head><title>News</title></head><body><article><p>{text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>"),
            2 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => Packed(Encoding.UTF8.GetBytes(text)),
        };
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Changed(byte[] input, List<byte[]> corpus, Random random)
    {
        var bytes = new List<byte>(input);
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(7))
            {
                case 0 when bytes.Count > 0: bytes[random.Next(bytes.Count)] = (byte)random.Next(256); break;
                case 1 when bytes.Count > 0: bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]); break;
                case 3: bytes.InsertRange(at, Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 400)).SelectMany(p => p)); break;
                case 4: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 200))); break;
                case 5: bytes.RemoveRange(at, bytes.Count - at); break;
                default:
                    var other = corpus[random.Next(corpus.Count)];
                    var from = random.Next(other.Length + 1);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(1, 600))).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
