namespace Rapporteur.Records;

/// <summary>
/// Text that UTF-8 can hold: it has no half surrogates, so each becomes U+FFFD, which is one code point as well.
/// </summary>
internal static class WellFormed
{
    /// <summary>The text itself where it is well formed, else a copy with U+FFFD in place of halves.</summary>
    public static string Of(string text)
    {
        var half = NextHalf(text, 0);
        return half < 0 ? text : string.Create(text.Length, (text, half), static (buffer, state) =>
        {
            state.text.CopyTo(buffer);
            for (var i = state.half; i >= 0; i = NextHalf(buffer, i + 1)) buffer[i] = '\uFFFD';
        });
    }

    /// <summary>As <see cref="Of"/>, null staying null.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);

    private static int NextHalf(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return -1;
            i += next;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }

        return -1;
    }
}
