namespace Rapporteur.Languages;

/// <summary>The regular forms of English verbs and nouns, made from the base form.</summary>
internal static class Inflections
{
    private const string Vowels = "aeiou";

    /// <summary>All forms of a verb: the base, then its own irregular ones (third person, past, participle, or just the last two).</summary>
    public static IEnumerable<string> OfVerb(string[] given)
    {
        var verb = given[0];
        yield return verb;
        foreach (var form in given.Skip(1)) yield return form;
        if (given.Length < 4) yield return Plural(verb);
        if (given.Length == 1)
        {
            yield return verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : Doubled(verb) + "ed";
            if (Doubled(verb) != verb) yield return verb + "ed";
        }

        yield return verb.EndsWith("ee", StringComparison.Ordinal) ? verb + "ing"
            : verb.EndsWith('e') ? verb[..^1] + "ing"
            : Doubled(verb) + "ing";
        if (Doubled(verb) != verb) yield return verb + "ing";
    }

    /// <summary>The form in -s: of a noun the plural, of a verb the third person.</summary>
    public static string Plural(string word)
    {
        if (EndsInConsonantY(word)) return word[..^1] + "ies";
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z')
            || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es" : word + "s";
    }

    /// <summary>The plural of a noun, those in -man among them.</summary>
    public static string PluralNoun(string word) =>
        word.EndsWith("man", StringComparison.Ordinal) ? word[..^2] + "en" : Plural(word);

    private static bool EndsInConsonantY(string word) =>
        word.Length > 1 && word[^1] == 'y' && !Vowels.Contains(word[^2], StringComparison.Ordinal);

    // "admit" doubles its t, "debate" and "shout" do not; whether the stress falls on the last syllable is not known, so the
    // callers take both spellings.
    private static string Doubled(string verb) =>
        verb.Length > 2 && !Vowels.Contains(verb[^1], StringComparison.Ordinal) && verb[^1] is not ('w' or 'x' or 'y')
        && Vowels.Contains(verb[^2], StringComparison.Ordinal) && !Vowels.Contains(verb[^3], StringComparison.Ordinal)
            ? verb + verb[^1] : verb;
}
