using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using CsCheck;
using Rapporteur.Ingest.Warc;
using Xunit;

namespace Rapporteur.Ingest.Tests.Warc;

/// <summary>A web archive taken apart holds what the whole holds.</summary>
public sealed class WarcPieceTests
{
    private static string Record(int number, string body, string ending = "\r\n") =>
        string.Join(ending,
            "WARC/1.0", "WARC-Type: resource", $"WARC-Target-URI: https://meridian.example/{number}", "Content-Type: text/plain",
            $"Content-Length: {Encoding.UTF8.GetByteCount(body)}", "", body, "", "");

    private static byte[] Packed(IEnumerable<string> members, CompressionLevel level = CompressionLevel.Optimal, Func<int, byte[]>? head = null)
    {
        var file = new MemoryStream();
        foreach (var (index, member) in members.Index())
        {
            var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(member));
            var bytes = packed.ToArray();
            file.Write(head?.Invoke(index) ?? bytes[..10]);
            file.Write(bytes.AsSpan(10));
        }

        return file.ToArray();
    }

    private static List<WarcPiece> Pieces(byte[] archive) => [.. WarcPieces.Of(new MemoryStream(archive))];

    private static List<string> Pages(IEnumerable<byte[]> parts) =>
        [.. parts.SelectMany(part => new InputSource().Find(new MemoryStream(part), "crawl.warc")).Select(input => $"{input.Id} {TextOf(input)}")];

    private static string TextOf(Input input)
    {
        try
        {
            return input.Load().Text;
        }
        catch (UnreadableInputException e)
        {
            return e.Message;
        }
    }

    private static void HoldsTheSame(byte[] archive, int pieces)
    {
        var found = Pieces(archive);
        Assert.Equal(pieces, found.Count);
        Assert.Equal(archive, found.SelectMany(piece => piece.Content));
        Assert.Equal(found.Select(piece => piece.Offset), found.Select((_, i) => (long)found.Take(i).Sum(piece => piece.Content.Length)));
        Assert.Equal(Pages([archive]), Pages(found.Select(piece => piece.Content)));
    }

    [Fact]
    public void A_packed_archive_is_taken_apart_member_by_member_whatever_their_sizes() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 3000].Array[1, 8], Gen.Int[0, 2])
            .Sample((bodies, level) => HoldsTheSame(Packed(bodies.Select((body, i) => Record(i, body)), (CompressionLevel)level), bodies.Length), iter: 300);

    [Fact]
    public void A_plain_archive_is_taken_apart_record_by_record_whatever_stands_between()
    {
        string[] bodies = ["Ships sailed.", "WARC/1.0\nnot a record", new string('x', 200_000), "The end."];
        HoldsTheSame(Encoding.UTF8.GetBytes(string.Concat(bodies.Select((body, i) => Record(i, body)))), 4);
        HoldsTheSame(Encoding.UTF8.GetBytes(string.Concat(bodies.Select((body, i) => Record(i, body, "\n")))), 4);
        HoldsTheSame(Encoding.UTF8.GetBytes(Record(1, bodies[0]) + "rubbish\r\n" + new string('y', 100_000) + "\n" + Record(2, bodies[3])), 2);
    }

    [Fact]
    public void What_a_page_holds_is_never_taken_for_the_start_of_a_record()
    {
        var hidden = Packed([Record(666, "Forged.")]);
        var record = Record(1, new string('x', hidden.Length)).Split('x', 2);
        byte[] member = [.. Encoding.UTF8.GetBytes(record[0]), .. hidden, .. Encoding.UTF8.GetBytes(record[1].TrimStart('x'))];
        var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(member);
        HoldsTheSame([.. file.ToArray(), .. Packed([Record(2, "Ships sailed.")])], 2);
    }

    [Fact]
    public void Heads_with_names_comments_and_extra_fields_are_passed_over() =>
        HoldsTheSame(Packed([Record(1, "One."), Record(2, "Two."), Record(3, "Three.")], head: i => i switch
        {
            0 => [0x1F, 0x8B, 8, 8 | 16, 0, 0, 0, 0, 0, 3, .. "crawl"u8, 0, .. "a comment"u8, 0],
            1 => [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3],
            _ => [0x1F, 0x8B, 8, 2, 0, 0, 0, 0, 0, 3, .. Crc32.Hash([0x1F, 0x8B, 8, 2, 0, 0, 0, 0, 0, 3]).AsSpan(0, 2)],
        }), 3);

    [Fact]
    public void Damage_is_said_after_what_stands_before_it()
    {
        var archive = Packed([Record(1, "One."), Record(2, new string('b', 5000) + "Two.")]);
        foreach (var damaged in new[] { archive[..^20], [.. archive, .. "and more"u8] })
        {
            var found = new List<WarcPiece>();
            Assert.Throws<InvalidDataException>(() => found.AddRange(WarcPieces.Of(new MemoryStream(damaged)).Select(piece => piece)));
        }

        using var pieces = WarcPieces.Of(new MemoryStream(archive[..^20])).GetEnumerator();
        Assert.True(pieces.MoveNext());
        Assert.Equal(0, pieces.Current.Offset);
    }

    [Fact]
    public void Any_bytes_give_pieces_or_a_message_and_never_anything_else() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            foreach (var archive in new[] { bytes, [0x1F, 0x8B, 8, .. bytes], [.. "WARC/1.0\r\n"u8, .. bytes] })
            {
                try
                {
                    Assert.InRange(Pieces(archive).Sum(piece => piece.Content.Length), 0, archive.Length);
                }
                catch (InvalidDataException)
                {
                    // It says what is wrong.
                }
            }
        });
}
