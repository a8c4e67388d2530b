namespace Rapporteur.Times;

/// <summary>Compares pieces with the phrases of the lexicon.</summary>
internal static class Phrases
{
    /// <summary>Whether the pieces from <paramref name="i"/> on are the words of <paramref name="phrase"/>, in any case.</summary>
    public static bool Matches(TimePieces p, int i, TimePhrase phrase)
    {
        for (var k = 0; k < phrase.Words.Length; k++)
            if (!Equal(p.TextOf(i + k), phrase.Words[k])) return false;
        return true;
    }

    private static bool Equal(ReadOnlySpan<char> piece, string word)
    {
        if (piece.Length != word.Length) return false;
        for (var k = 0; k < word.Length; k++)
        {
            var c = piece[k] == '’' ? '\'' : char.ToLowerInvariant(piece[k]);
            if (c != word[k]) return false;
        }

        return true;
    }
}
