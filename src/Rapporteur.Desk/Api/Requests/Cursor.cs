using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>
/// Where the next page begins, as the caller hands it back: a place, sealed with what it is a place in. It holds no secret; the seal
/// tells one that was cut short, changed, or taken from another list.
/// </summary>
internal static class Cursor
{
    private const int SealLength = 12, Longest = 400;

    /// <summary>Writes a place in a list.</summary>
    /// <param name="list">The list, with everything that it was asked for with.</param>
    /// <param name="place">The place.</param>
    public static string Write(string list, string place)
    {
        var bytes = Encoding.UTF8.GetBytes(place);
        return Base64Url.EncodeToString([.. Seal(list, bytes), .. bytes]);
    }

    /// <summary>The place in a list; null where there is no cursor.</summary>
    /// <exception cref="RequestException">It is no cursor of this list.</exception>
    public static string? Read(string list, string? cursor)
    {
        if (cursor is null) return null;
        if (cursor.Length <= Longest && Base64Url.IsValid(cursor) && Base64Url.DecodeFromChars(cursor) is { Length: > SealLength } bytes)
        {
            var place = bytes.AsSpan(SealLength);
            if (CryptographicOperations.FixedTimeEquals(Seal(list, place), bytes.AsSpan(0, SealLength))) return Encoding.UTF8.GetString(place);
        }

        throw new RequestException(Problem.Of(400, "bad-cursor", "The cursor is not one that this list gave.") with { Field = "cursor" });
    }

    private static byte[] Seal(string list, ReadOnlySpan<byte> place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(list));
        hash.AppendData([0]);
        hash.AppendData(place);
        return hash.GetHashAndReset()[..SealLength];
    }
}
