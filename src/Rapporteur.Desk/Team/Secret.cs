using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Desk.Team;

/// <summary>
/// Random words that open something: 256 bits in base64url. Only their SHA-256 is kept; as nobody can guess them, it needs no salt and
/// need not be slow.
/// </summary>
internal static class Secret
{
    private const int Bytes = 32;
    private const int Longest = 100;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of one; null for what cannot be one.</summary>
    public static byte[]? Hash(string? secret) => string.IsNullOrEmpty(secret) || secret.Length > Longest ? null : SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
