using Rapporteur.Syntax;
using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>Dates of the calendar: days, months, years, decades, centuries, holidays. Each rule looks a few pieces ahead.</summary>
internal static class DateGrammar
{
    /// <summary>The longest date that starts at piece <paramref name="i"/>; null where there is none.</summary>
    public static TimeMatch? Match(TimePieces p, int i)
    {
        if (p[i].Number is { } n)
        {
            switch (n.Shape)
            {
                case NumericShape.Date when n.C == 0: return new TimeMatch(i, i + 1, new MonthMeaning(YearReference.Of(n.A), n.B, null));
                case NumericShape.Date: return new TimeMatch(i, i + 1, new DayMeaning(YearReference.Of(n.A), n.B, n.C));
                case NumericShape.Slashed: return new TimeMatch(i, i + 1, new SlashedMeaning(n.A, n.B, n.C));
                case NumericShape.Years: return new TimeMatch(i, i + 1, new FixedMeaning(TimeType.Date, $"{n.A:0000}/{n.B:0000}"));
                case NumericShape.Decade: return Decade(p, i, i);
            }
        }

        return DayFirst(p, i) ?? MonthFirst(p, i) ?? Era(p, i) ?? Holiday(p, i) ?? Year(p, i);
    }

    /// <summary>A year given beside a date: "1996", "'96", "last year", "of this year", "the same year".</summary>
    public static int YearAfter(TimePieces p, int i, out YearReference? year)
    {
        year = null;
        var at = i;
        if (p.IsMark(at, ',')) at++;
        else if (p.Is(at, K.Of)) at++;
        var digits = NumberGrammar.Year(p, at, out var value);
        if (digits > at)
        {
            if (p.IsMark(i, ',') && p.Is(digits, K.Units | K.Counted)) return i;
            year = YearReference.Of(value);
            return digits;
        }

        if (p.IsMark(at, '\'') || p.IsMark(at, '’'))
        {
            if (p[at + 1].Number is { Shape: NumericShape.Integer, Digits: 2 } two)
            {
                year = YearReference.Of(two.A + (two.A < 50 ? 2000 : 1900));
                return at + 2;
            }
        }

        if (p.IsMark(i, ',')) return i;
        if (p.Is(at, K.The)) at++;
        if (p.Is(at, K.Deictic | K.This | K.That) && p[at + 1].Word is { Named: TimeUnit.Year } unit && unit.Is(K.Unit))
        {
            year = p[at].Word is { Kind: var kind, Value: var offset } && (kind & K.Deictic) != 0 && (kind & (K.This | K.That)) == 0
                ? Relative(offset) : new YearReference(0, true, p.Is(at, K.That) ? Anchor.Mentioned : Anchor.Publication);
            return at + 2;
        }

        return i;
    }

    /// <summary>Another day of the month that a match ends with ("January 1-3", "March 5 and 6"); null where none follows.</summary>
    public static TimeMatch? Another(TimePieces p, TimeMatch match)
    {
        if (match.Meaning is not DayMeaning { Year: null } day || p[match.End - 1].Number is not { Shape: NumericShape.Integer }) return null;
        var at = p[match.End].Joined ? match.End : p.Is(match.End, K.And) ? match.End + 1 : -1;
        if (at < 0 || p[at].Number is not { Shape: NumericShape.Integer, Digits: <= 2, A: >= 1 and <= 31 } n || n.A == day.Day) return null;
        if (p.Is(at + 1, K.Units | K.Unit | K.Month | K.Large | K.Counted | K.Meridiem) || p[at + 1].Joined || p.IsMark(at + 1, '%')) return null;
        return new TimeMatch(at, at + 1, day with { Day = n.A });
    }

    /// <summary>The year that a deictic word makes: see the lexicon for the numbers.</summary>
    public static YearReference Relative(int deictic) => deictic switch
    {
        -1 or 1 or 0 => new YearReference(deictic, true, Anchor.Publication),
        -2 or 2 => new YearReference(deictic / 2, true, Anchor.Mentioned),
        _ => new YearReference(0, true, Anchor.Mentioned),
    };

    /// <summary>Whether the piece names a month here, and not a modal verb, a walk or a woman.</summary>
    public static bool IsMonth(TimePieces p, int i)
    {
        if (!p.Is(i, K.Month) || !p.IsCapitalised(i)) return false;
        if (!p.Is(i, K.Ambiguous)) return true;
        if (p[i + 1].Number is { Shape: NumericShape.Integer or NumericShape.Ordinal or NumericShape.Years } || p[i - 1].Number is { Shape: NumericShape.Integer or NumericShape.Ordinal }) return true;
        if (YearAfter(p, i + 1, out _) > i + 1 || NumberGrammar.Ordinal(p, i + 1, out _) > i + 1) return true;
        return p.Is(i - 1, K.On | K.Of | K.In | K.Position | K.Deictic | K.This | K.Every | K.And) && !p.IsCapitalised(i + 1) && !p.Is(i - 1, K.A);
    }

    // "5 March 1996", "the 5th of March", "fifth of March".
    private static TimeMatch? DayFirst(TimePieces p, int i)
    {
        var at = p.Is(i, K.The) ? i + 1 : i;
        int day, end;
        if (p[at].Number is { Shape: NumericShape.Integer, Digits: <= 2 } n) (day, end) = (n.A, at + 1);
        else if ((end = NumberGrammar.Ordinal(p, at, out day)) == at) return null;
        var month = p.Is(end, K.Of) ? end + 1 : end;
        if (day is < 1 or > 31 || !p.Is(month, K.Month) || !p.IsCapitalised(month)) return null;
        if (month == end && p[at].Number is { Shape: NumericShape.Integer } && p[month + 1].Number is { Shape: NumericShape.Integer, Digits: <= 2 }) return null;
        end = YearAfter(p, month + 1, out var year);
        return new TimeMatch(i, end, new DayMeaning(year, p[month].Word.Value, day));
    }

    private static TimeMatch? MonthFirst(TimePieces p, int i)
    {
        if (!IsMonth(p, i)) return null;
        var month = p[i].Word.Value;
        var at = i + 1;
        if (p.Is(at, K.The) && NumberGrammar.Ordinal(p, at + 1, out _) > at + 1) at++;
        var dayEnd = p[at].Number is { Shape: NumericShape.Integer, Digits: <= 2 } n ? at + 1 : NumberGrammar.Ordinal(p, at, out _);
        if (dayEnd > at)
        {
            var day = p[at].Number is { Shape: NumericShape.Integer } digits ? digits.A : 0;
            if (day == 0) NumberGrammar.Ordinal(p, at, out day);
            if (day is >= 1 and <= 31 && !p.Is(dayEnd, K.Units | K.Large) && !p.IsMark(dayEnd, '%'))
            {
                var end = YearAfter(p, dayEnd, out var year);
                return new TimeMatch(i, end, new DayMeaning(year, month, day));
            }
        }

        var after = YearAfter(p, i + 1, out var yearOfMonth);
        return new TimeMatch(i, after, new MonthMeaning(yearOfMonth, month, null));
    }

    // Decades and centuries: "the 1990s", "the '80s", "the nineties", "the 19th century".
    private static TimeMatch? Era(TimePieces p, int i)
    {
        var at = p.Is(i, K.The) ? i + 1 : i;
        if (p.IsMark(at, '\'') || p.IsMark(at, '’') || p.IsMark(at, '‘')) at++;
        if (p[at].Number is { Shape: NumericShape.Decade }) return Decade(p, i, at);
        if (p.Is(at, K.Decade) && at > i && p.Syntax.PennTags[p[i].Token] != PennTag.PrpPossessive) return new TimeMatch(i, at + 1, new DecadeMeaning(p[at].Word.Value));
        if (p.Is(at, K.Cardinal) && p[at].Word.Value is 18 or 19 && p.Is(at + 1, K.Decade))
            return new TimeMatch(i, at + 2, new FixedMeaning(TimeType.Date, $"{p[at].Word.Value}{p[at + 1].Word.Value / 10}"));
        var end = NumberGrammar.Ordinal(p, at, out var number);
        if (end == at || number is < 1 or > 30 || p[end].Word.Named != TimeUnit.Century) return null;
        return new TimeMatch(i, end + 1, new FixedMeaning(TimeType.Date, $"{number - 1:00}"));
    }

    private static TimeMatch Decade(TimePieces p, int first, int at)
    {
        var n = p[at].Number!.Value;
        return new TimeMatch(first, at + 1, n.Digits == 4 ? new FixedMeaning(TimeType.Date, $"{n.A / 10:000}") : new DecadeMeaning(n.A));
    }

    private static TimeMatch? Holiday(TimePieces p, int i)
    {
        if (!p.Is(i, K.Phrase) || !p.IsCapitalised(i)) return null;
        foreach (var phrase in p.Lexicon.PhrasesFrom(p.TextOf(i)))
        {
            if (phrase.Holiday is null || !Phrases.Matches(p, i, phrase)) continue;
            var end = i + phrase.Words.Length;
            if (phrase.Words.Length > 1 ? !p.IsCapitalised(end - 1) : p.IsCapitalised(end)) continue;
            var after = YearAfter(p, end, out var year);
            return new TimeMatch(i, after, new HolidayMeaning(year, phrase.Holiday));
        }

        return null;
    }

    // A number of four digits is a year unless it counts something or follows a sign of money.
    private static TimeMatch? Year(TimePieces p, int i)
    {
        var at = i;
        if (p.Is(at, K.The) && p[at + 1].Word is { Named: TimeUnit.Year }) at += 2;
        if (p.Is(at, K.Fiscal)) at += p[at + 1].Word.Named == TimeUnit.Year ? 2 : 1;
        var end = NumberGrammar.Year(p, at, out var year);
        if (end == at) return null;
        if (at == i && !IsYear(p, at, end, year)) return null;
        return new TimeMatch(i, end, new YearMeaning(YearReference.Of(year)));
    }

    private static bool IsYear(TimePieces p, int at, int end, int year)
    {
        if (year is < 1400 or > 2100 || p[at].Joined) return false;
        if (p.Is(end, K.Large | K.Counted | K.Units | K.Unit) && p[end].Word.Named != TimeUnit.Period) return false;
        var before = p.TextOf(at - 1);
        if (before is ['$' or '£' or '€' or '#' or '+' or '%' or '.' or '/' or '@']) return false;
        if (p.TextOf(end) is ['%' or '/' or '°'] || p[at - 1].Number is not null || p[end].Joined && p[end].Number is null) return false;
        // "Room 1200", "Expo 2000": a number that belongs to a name.
        if (at > 1 && p.IsCapitalised(at - 1) && p[at - 1].Word.Kind == K.None && p.Syntax.UniversalTags[p[at - 1].Token] == UniversalTag.Propn) return false;
        if (at == end - 1 && p[at].Number is null) return true;
        if (p.Is(at - 1, K.On | K.Of | K.Position | K.And | K.The | K.Fiscal | K.Possessive)) return true;
        return year is >= 1800 and <= 2059 && p.TextOf(end) is not [>= 'a' and <= 'z', _, _, .., 's'];
    }
}
