using System.Runtime.CompilerServices;

namespace Rapporteur.Learning;

/// <summary>
/// Hashes for features. A feature is a 32-bit number mixed from its parts; its weights stand in the bucket that its low bits
/// name, so no table of names is needed (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
/// </summary>
internal static class Hashing
{
    /// <summary>Mixes two numbers into one. The order of the two counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b)
    {
        var h = (a ^ (b + 0x9E3779B9u + (a << 6) + (a >> 2))) * 0x85EBCA6Bu;
        h ^= h >> 15;
        return h * 0xC2B2AE35u ^ h >> 13;
    }

    /// <summary>Mixes three numbers into one.</summary>
    public static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);

    /// <summary>Mixes four numbers into one.</summary>
    public static uint Mix(uint a, uint b, uint c, uint d) => Mix(Mix(Mix(a, b), c), d);

    /// <summary>Hashes characters as they are (FNV-1a over UTF-16 units).</summary>
    public static uint Of(ReadOnlySpan<char> characters)
    {
        var h = 2166136261u;
        foreach (var c in characters) h = (h ^ c) * 16777619u;
        return h ^ h >> 16;
    }
}
