using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>How many: a count as far as the words tell it.</summary>
/// <param name="Value">The count; of an unknown one ("several") nothing.</param>
/// <param name="Mod">What limits it.</param>
internal readonly record struct Amount(double? Value, TimeMod? Mod);

/// <summary>Reads numbers in digits and in words. A match is at most a few pieces long.</summary>
internal static class NumberGrammar
{
    /// <summary>An amount that starts at piece <paramref name="i"/>, with what bounds it ("at least twenty").</summary>
    /// <returns>The piece after it; <paramref name="i"/> where there is none.</returns>
    public static int Amount(TimePieces p, int i, out Amount amount)
    {
        amount = default;
        var start = i;
        var mod = default(TimeMod?);
        if (Bound(p, i, out var bound) is var afterBound && afterBound > i) (i, mod) = (afterBound, bound);
        else if (p.Is(i, K.Approximate)) mod = Enum.Parse<TimeMod>(p[i++].Word.Code!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

        var end = Count(p, i, out var value);
        if (end == i) return start;

        // "two to three weeks", "12 to 18 months", "two or three": the first counts, as the least.
        if (value is not null && p.Is(end, K.And) && Count(p, end + 1, out var other) is var beyond && beyond > end + 1 && other > value && !p.Is(end + 1, K.A))
            (end, mod) = (beyond, TimeMod.EqualOrMore);
        else if (p[end].Joined && value is not null && Count(p, end, out var second) is var last && last > end && second > value)
            (end, mod) = (last, TimeMod.EqualOrMore);
        amount = new Amount(value, mod);
        return end;
    }

    /// <summary>A year in words ("nineteen ninety-six", "two thousand and four") or digits.</summary>
    public static int Year(TimePieces p, int i, out int year)
    {
        year = 0;
        if (p[i].Number is { Shape: NumericShape.Integer, Digits: 4 } n && n.A is >= 1000 and <= 2199)
        {
            year = n.A;
            return i + 1;
        }

        if (!p.Is(i, K.Cardinal)) return i;
        if (p[i].Word.Value is 19 or 18 or 17 or 20 && p.Is(i + 1, K.Cardinal) && p[i + 1].Word.Value >= 10)
        {
            var end = Count(p, i + 1, out var rest);
            if (rest is not (>= 10 and <= 99)) return i;
            year = p[i].Word.Value * 100 + (int)rest;
            return end;
        }

        if (p[i].Word.Value == 2 && p.Is(i + 1, K.Scale) && p[i + 1].Word.Value == 1000)
        {
            var end = Count(p, i, out var value);
            if (value is not (>= 2000 and <= 2100)) return i;
            year = (int)value;
            return end;
        }

        return i;
    }

    /// <summary>An ordinal ("third", "3rd", "twenty-first").</summary>
    public static int Ordinal(TimePieces p, int i, out int number)
    {
        number = 0;
        if (p[i].Number is { Shape: NumericShape.Ordinal } n)
        {
            number = n.A;
            return i + 1;
        }

        if (p.Is(i, K.Ordinal))
        {
            number = p[i].Word.Value;
            return i + 1;
        }

        if (!p.Is(i, K.Cardinal) || p[i].Word.Value < 20 || !p.Is(i + 1, K.Ordinal) || p[i + 1].Word.Value > 9) return i;
        number = p[i].Word.Value + p[i + 1].Word.Value;
        return i + 2;
    }

    /// <summary>"more than", "no fewer than": see the list of bounds.</summary>
    public static int Bound(TimePieces p, int i, out TimeMod mod)
    {
        mod = default;
        if (!p.Is(i, K.Phrase)) return i;
        foreach (var phrase in p.Lexicon.PhrasesFrom(p.TextOf(i)))
        {
            if (phrase.Bound is not { } bound || !Phrases.Matches(p, i, phrase)) continue;
            mod = bound;
            return i + phrase.Words.Length;
        }

        return i;
    }

    private static int Count(TimePieces p, int i, out double? value)
    {
        value = null;
        if (p[i].Number is { } number) return Digits(p, i, number, out value);
        if (p.Is(i, K.A))
        {
            if (p.Is(i + 1, K.Vague)) return p[i + 1].Word.Value == 2 ? Couple(p, i + 2, out value) : i + 2;
            if (p.Is(i + 1, K.Scale)) return Words(p, i + 1, out value);
            value = 1;
            return i + 1;
        }

        if (p.Is(i, K.Half) && p.Is(i + 1, K.A))
        {
            value = 0.5;
            return i + 2;
        }

        if (p.Is(i, K.Vague)) return p[i].Word.Value == 2 ? Couple(p, i + 1, out value) : p.Is(i + 1, K.Of) ? i + 2 : i + 1;
        return p.Is(i, K.Cardinal) ? Words(p, i, out value) : i;
    }

    private static int Couple(TimePieces p, int i, out double? value)
    {
        value = 2;
        return p.Is(i, K.Of) ? i + 1 : i;
    }

    private static int Digits(TimePieces p, int i, NumericForm number, out double? value)
    {
        value = number.Amount;
        if (number.Shape is not (NumericShape.Integer or NumericShape.Decimal or NumericShape.Fraction) || p.Is(i + 1, K.Large)) return i;
        if (number.Shape == NumericShape.Fraction)
        {
            value = (double)number.A / number.B;
            return i + 1;
        }

        if (p[i + 1].Number is { Shape: NumericShape.Fraction } part)
        {
            value += (double)part.A / part.B;
            return i + 2;
        }

        return AndAHalf(p, i + 1, ref value);
    }

    // Ones, tens, hundreds and thousands, added up from left to right: "two thousand and four", "hundred eighty".
    private static int Words(TimePieces p, int i, out double? value)
    {
        double whole = 0, group = 0;
        var end = i;
        const int Most = 8;
        while (end < i + Most)
        {
            var word = p[end].Word;
            if (word.Is(K.Cardinal) && (group % 10 == 0 && group % 100 != 10 && word.Value < 10 || group % 100 == 0)) group += word.Value;
            else if (word.Is(K.Scale) && word.Value == 100 && group < 10) group = Math.Max(1, group) * 100;
            else if (word.Is(K.Scale) && word.Value == 1000 && whole == 0) (whole, group) = (Math.Max(1, group) * 1000, 0);
            else if (end > i && word.Is(K.And) && (group >= 100 && group % 100 == 0 || whole > 0 && group == 0) && p.Is(end + 1, K.Cardinal)) { }
            else break;
            end++;
        }

        value = whole + group;
        return p.Is(end, K.Large) ? i : AndAHalf(p, end, ref value);
    }

    private static int AndAHalf(TimePieces p, int i, ref double? value)
    {
        if (!p.Is(i, K.And) || !p.Is(i + 1, K.A) || !p.Is(i + 2, K.Half)) return i;
        value += 0.5;
        return i + 3;
    }
}
