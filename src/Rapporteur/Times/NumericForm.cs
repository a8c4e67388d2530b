using System.Globalization;

namespace Rapporteur.Times;

/// <summary>The shapes in which digits tell numbers and times.</summary>
internal enum NumericShape : byte
{
    /// <summary>"1996", "25".</summary>
    Integer,

    /// <summary>"2.5".</summary>
    Decimal,

    /// <summary>"12,000": never a year.</summary>
    Grouped,

    /// <summary>"5th".</summary>
    Ordinal,

    /// <summary>"1990s", "90s".</summary>
    Decade,

    /// <summary>"7:15", "19:00:30", with "pm" written up against it where it is.</summary>
    Clock,

    /// <summary>"9am".</summary>
    Hour,

    /// <summary>"2026-02-01".</summary>
    Date,

    /// <summary>"3/5/96", "18/07/2025".</summary>
    Slashed,

    /// <summary>"1997-98", "1997-1999", "1997/98".</summary>
    Years,

    /// <summary>"1/2".</summary>
    Fraction,
}

/// <summary>A token of digits, read.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="A">The first number.</param>
/// <param name="B">The second number, where there is one.</param>
/// <param name="C">The third number, where there is one.</param>
/// <param name="Digits">How many digits the first number has.</param>
internal readonly record struct NumericForm(NumericShape Shape, int A, int B, int C, int Digits)
{
    // Longer runs of digits are counts or serial numbers, and would overflow.
    private const int MostDigits = 7;
    private const int LongestToken = 20;

    /// <summary>Whether this alone could be a time expression.</summary>
    public bool CanBeTime => Shape switch
    {
        NumericShape.Integer => Digits == 4,
        NumericShape.Decade or NumericShape.Clock or NumericShape.Hour or NumericShape.Date or NumericShape.Slashed or NumericShape.Years => true,
        _ => false,
    };

    /// <summary>The number with its fraction, for an amount.</summary>
    public double Amount => Shape == NumericShape.Decimal ? A + B / Math.Pow(10, C) : A;

    /// <summary>Reads a token; null where it is not made of digits in one of the shapes.</summary>
    public static NumericForm? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[0] is '\'' or '’' or '‘') return Read(text[1..]) is { Digits: 2, Shape: NumericShape.Decade } decade ? decade : null;
        if (text.IsEmpty || text.Length > LongestToken || !char.IsAsciiDigit(text[0])) return null;
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        Span<char> marks = stackalloc char[3];
        var count = 0;
        var i = 0;
        while (i < text.Length && count < 3)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i == start || i - start > MostDigits) return null;
            digits[count] = i - start;
            numbers[count++] = int.Parse(text[start..i], NumberStyles.None, CultureInfo.InvariantCulture);
            if (i == text.Length || char.IsLetter(text[i])) break;
            marks[count - 1] = text[i++];
        }

        var rest = text[i..];
        if (rest.IsEmpty && marks[count - 1] != '\0') return null;
        return count switch
        {
            1 => One(numbers[0], digits[0], rest),
            2 => Two(numbers, digits, marks[0], rest),
            _ => Three(numbers, digits, marks, rest),
        };
    }

    private static NumericForm? One(int a, int digits, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return new NumericForm(NumericShape.Integer, a, 0, 0, digits);
        if (rest is "s" or "’s" or "'s" && digits is 2 or 4 && a % 10 == 0) return new NumericForm(NumericShape.Decade, a, 0, 0, digits);
        if (rest is "st" or "nd" or "rd" or "th" && digits <= 2) return new NumericForm(NumericShape.Ordinal, a, 0, 0, digits);
        if (Meridiem(rest) is { } half && a is >= 1 and <= 12) return new NumericForm(NumericShape.Hour, a % 12 + half, 0, 0, digits);
        return null;
    }

    private static NumericForm? Two(Span<int> n, Span<int> digits, char mark, ReadOnlySpan<char> rest)
    {
        if (mark == ':' && digits[1] == 2 && n[0] <= 24 && n[1] < 60)
        {
            if (rest.IsEmpty) return new NumericForm(NumericShape.Clock, n[0], n[1], -1, digits[0]);
            return Meridiem(rest) is { } half && n[0] is >= 1 and <= 12 ? new NumericForm(NumericShape.Clock, n[0] % 12 + half, n[1], 0, digits[0]) : null;
        }

        if (!rest.IsEmpty) return null;
        if (mark == '.') return new NumericForm(NumericShape.Decimal, n[0], n[1], digits[1], digits[0]);
        if (mark == ',') return new NumericForm(NumericShape.Grouped, n[0], n[1], 0, digits[0]);
        if (mark is '-' or '/' && digits[0] == 4) return Years(n[0], n[1], digits[1]);

        return mark == '/' && n[1] is > 1 and <= 16 && n[0] < n[1] ? new NumericForm(NumericShape.Fraction, n[0], n[1], 0, digits[0]) : null;
    }

    /// <summary>Two numbers that a hyphen joins, as years or year and month: "1997-98", "1990-1995", "2026-02"; null where they are neither.</summary>
    public static NumericForm? Span(NumericForm first, NumericForm second) => Years(first.A, second.A, second.Digits);

    // The end of the range has two digits or four; "2026-02" is a month, as it cannot be such an end.
    private static NumericForm? Years(int first, int second, int digits)
    {
        if (first is < 1000 or > 2199 || digits is not (2 or 4)) return null;
        var end = digits == 2 ? first / 100 * 100 + second : second;
        if (end > first) return end - first <= 200 ? new NumericForm(NumericShape.Years, first, end, 0, 4) : null;
        return digits == 2 && second is >= 1 and <= 12 ? new NumericForm(NumericShape.Date, first, second, 0, 4) : null;
    }

    private static NumericForm? Three(Span<int> n, Span<int> digits, Span<char> marks, ReadOnlySpan<char> rest)
    {
        if (marks[0] == ':' && marks[1] == ':' && n[0] <= 24 && n[1] < 60) return new NumericForm(NumericShape.Clock, n[0], n[1], -1, digits[0]);
        if (marks[0] == ',' && marks[1] == ',') return new NumericForm(NumericShape.Grouped, n[0], n[1], n[2], digits[0]);
        if (!rest.IsEmpty || marks[0] != marks[1]) return null;
        if (digits[0] == 4 && marks[0] is '-' or '/' or '.' && n[1] is >= 1 and <= 12 && n[2] is >= 1 and <= 31)
            return new NumericForm(NumericShape.Date, n[0], n[1], n[2], 4);
        if (marks[0] is not ('/' or '.' or '-') || digits[0] > 2 || digits[1] > 2 || digits[2] is not (2 or 4)) return null;
        return n[0] is >= 1 and <= 31 && n[1] is >= 1 and <= 31 && (n[0] <= 12 || n[1] <= 12)
            ? new NumericForm(NumericShape.Slashed, n[0], n[1], digits[2] == 4 ? n[2] : n[2] + (n[2] < 50 ? 2000 : 1900), digits[0])
            : null;
    }

    private static int? Meridiem(ReadOnlySpan<char> rest) =>
        rest.Equals("am", StringComparison.OrdinalIgnoreCase) ? 0 : rest.Equals("pm", StringComparison.OrdinalIgnoreCase) ? 12 : null;
}
