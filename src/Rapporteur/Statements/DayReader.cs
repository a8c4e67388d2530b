using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>Reads days: "Tuesday", "December 15", "15 December 2021", "yesterday", told from the day of publication.</summary>
internal sealed class DayReader
{
    private readonly FrozenDictionary<string, (string Kind, int Number)>.AlternateLookup<ReadOnlySpan<char>> _names;

    public DayReader(LanguagePack language)
    {
        var names = new Dictionary<string, (string, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in language.List("days"))
        {
            var parts = line.Split(':');
            var head = parts[0].Split(' ');
            foreach (var word in parts[1].Split(',', StringSplitOptions.TrimEntries)) names[word] = (head[0], int.Parse(head[1], CultureInfo.InvariantCulture));
        }

        _names = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The day that is named at token <paramref name="i"/>, and how many tokens name it; null where none is.</summary>
    public (DateOnly Day, TokenRange Where)? At(Words words, int i, DateOnly published)
    {
        if (!words.IsWord(i) || !_names.TryGetValue(words[i].TrimEnd('.'), out var name)) return null;
        switch (name.Kind)
        {
            case "weekday" when words.IsCapitalised(i):
                var back = ((int)published.DayOfWeek - name.Number + 7) % 7;
                return (published.AddDays(-back), new TokenRange(i, i + 1));
            case "day":
                return (published.AddDays(name.Number), new TokenRange(i, i + 1));
            case "month" when words.IsCapitalised(i):
                return MonthDay(words, i, name.Number, published);
            default:
                return null;
        }
    }

    /// <summary>Whether a word is the name of a month or of a day of the week.</summary>
    public bool IsMonth(ReadOnlySpan<char> word) => _names.ContainsKey(word.TrimEnd('.'));

    private static (DateOnly, TokenRange)? MonthDay(Words words, int i, int month, DateOnly published)
    {
        int day, first = i, end = i + 2;
        if (Number(words, i + 1) is { } after and >= 1 and <= 31) day = after;
        else if (Number(words, i - 1) is { } before and >= 1 and <= 31) (day, first, end) = (before, i - 1, i + 1);
        else return null;
        var comma = end < words.Count && words.First(end) == ',' ? 1 : 0;
        if (Number(words, end + comma) is { } year and >= 1800 and <= 2200)
            return Valid(year, month, day) ? (new DateOnly(year, month, day), new TokenRange(first, end + comma + 1)) : null;

        // Without a year: the last such day that is not after publication, for what was said was said before.
        var near = published.Year;
        if (Valid(near, month, day) && new DateOnly(near, month, day) <= published) return (new DateOnly(near, month, day), new TokenRange(first, end));
        return Valid(near - 1, month, day) ? (new DateOnly(near - 1, month, day), new TokenRange(first, end)) : null;
    }

    private static int? Number(Words words, int i)
    {
        if (i < 0 || i >= words.Count) return null;
        var digits = words[i];
        if (digits.Length > 2 && digits[^2..] is "st" or "nd" or "rd" or "th") digits = digits[..^2];
        return digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool Valid(int year, int month, int day) => year > 0 && day <= DateTime.DaysInMonth(year, month);
}
