using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>Times named from another: "yesterday", "last week", "this summer", "next Wednesday", "the third quarter".</summary>
internal static class RelativeGrammar
{
    /// <summary>The longest such time that starts at piece <paramref name="i"/>; null where there is none.</summary>
    public static TimeMatch? Match(TimePieces p, int i) =>
        Compared(p, i) ?? PartOfYear(p, i) ?? Day(p, i) ?? Weekday(p, i) ?? Deictic(p, i) ?? Season(p, i) ?? YearEnd(p, i) ?? Bare(p, i);

    // The numbers by which the lexicon tells deictic words apart that are no plain count.
    private const int Latest = 5;

    private static TimeMatch? Day(TimePieces p, int i)
    {
        if (p.Is(i, K.Day)) return new TimeMatch(i, i + 1, new ShiftMeaning(TimeUnit.Day, p[i].Word.Value, Anchor.Publication));
        if (!p.Is(i, K.The) || p[i + 1].Word.Named != TimeUnit.Day || !p.Is(i + 3, K.Day)) return null;
        var step = p.Is(i + 2, K.Before) ? -1 : p.Is(i + 2, K.After) ? 1 : 0;
        return step == 0 ? null : new TimeMatch(i, i + 4, new ShiftMeaning(TimeUnit.Day, p[i + 3].Word.Value + step, Anchor.Publication));
    }

    // "Tuesday", "last Friday", "the previous Friday", "Saturday, April 25", "Tuesday of last week".
    private static TimeMatch? Weekday(TimePieces p, int i)
    {
        var at = p.Is(i, K.The) ? i + 1 : i;
        int? deictic = null;
        if (p.Is(at, K.Deictic | K.This | K.That))
        {
            deictic = p.Is(at, K.This | K.That) && !p.Is(at, K.Deictic) ? 0 : p[at].Word.Value;
            at++;
            if (p.Is(at, K.Deictic)) deictic = p[at++].Word.Value;
        }

        if (!IsWeekday(p, at) || at > i && deictic is null && p.Is(at + 1, K.Dayparts)) return null;
        if (at > i && deictic is null) return null;
        var weekday = p[at].Word.Value;
        var end = at + 1;
        var comma = p.IsMark(end, ',') ? end + 1 : end;
        if (DateGrammar.Match(p, comma) is { Meaning: DayMeaning } date) return date with { First = i };
        if (comma > end && p[comma].Word.Is(K.The) && DateGrammar.Match(p, comma) is { Meaning: DayMeaning } the) return the with { First = i };
        var of = p.Is(end, K.Of) ? end + 1 : end;
        if (p.Is(of, K.Deictic | K.This) && p[of + 1].Word.Named == TimeUnit.Week && p.Is(of + 1, K.Unit))
            return new TimeMatch(i, of + 2, new WeekdayMeaning(weekday, null, p.Is(of, K.This) ? 0 : p[of].Word.Value));
        return new TimeMatch(i, end, new WeekdayMeaning(weekday, deictic, null));
    }

    private static bool IsWeekday(TimePieces p, int i) =>
        p.Is(i, K.Weekday) && p.IsCapitalised(i)
        && (!p.Is(i, K.Ambiguous) || p.TextOf(i)[^1] == '.' || DateGrammar.IsMonth(p, i + 1) || p.IsMark(i + 1, ',') && DateGrammar.IsMonth(p, i + 2));

    // "last year", "the coming week", "that day", "last May", "this spring".
    private static TimeMatch? Deictic(TimePieces p, int i)
    {
        var the = p.Is(i, K.The);
        var at = the ? i + 1 : i;
        if (p.Is(at, K.Fiscal) && p[at + 1].Word.Named == TimeUnit.Year && the) return new TimeMatch(i, at + 2, new ShiftMeaning(TimeUnit.Year, 0, Anchor.Publication));
        if (!p.Is(at, K.Deictic | K.This | K.That)) return null;
        var that = p.Is(at, K.That);
        var number = p.Is(at, K.Deictic) ? p[at].Word.Value : 0;
        at++;
        if (p.Is(at, K.Deictic) && !the) number = p[at++].Word.Value;
        if (p.Is(at, K.Fiscal)) at++;
        var word = p[at].Word;
        var anchor = that || Math.Abs(number) is 2 or 3 ? Anchor.Mentioned : Anchor.Publication;
        var latest = number == Latest && the;
        var amount = Math.Abs(number) == 2 ? number / 2 : number is 3 or Latest ? 0 : number;
        if (number is -4 or 4) return null;

        if (DateGrammar.IsMonth(p, at) && (number != 0 || !that)) return new TimeMatch(i, at + 1, new MonthMeaning(null, word.Value, amount));
        if (word.Is(K.Season) && !the) return new TimeMatch(i, at + 1, new SeasonMeaning(null, word.Code!, amount));
        if (!word.Is(K.Unit) || word.Is(K.Half) || word.Unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour) return null;
        if (word.Unit == TimeUnit.Period) return latest ? new TimeMatch(i, at + 1, new ComparedMeaning(TimeUnit.Period, amount, null)) : null;
        if (word.Unit == TimeUnit.Quarter && latest) return new TimeMatch(i, at + 1, new ComparedMeaning(TimeUnit.Quarter, 0, null));

        // "the next day" goes on from what was told; "next day" and "the next week" count from now.
        if (the && number is 1 && word.Unit == TimeUnit.Day) anchor = Anchor.Mentioned;
        if (word.Unit == TimeUnit.Day && !that && anchor == Anchor.Publication && number is -1 or 0 && !the) return null;
        if (p.Is(at + 1, K.Possessive) || !p[at + 1].Joined) return new TimeMatch(i, at + 1, new ShiftMeaning(word.Unit, amount, anchor));
        return null;
    }

    // "the third quarter", "this year's third quarter", "the 1988 second quarter", "the first half of last year".
    private static TimeMatch? PartOfYear(TimePieces p, int i)
    {
        var at = i;
        YearReference? year = null;
        var compared = 0;
        if (p.Is(at, K.The)) at++;
        if (p.Is(at, K.Deictic | K.This) && p[at + 1].Word.Named == TimeUnit.Year && p.Is(at + 2, K.Possessive))
            (year, at) = (p.Is(at, K.This) ? new YearReference(0, true, Anchor.Publication) : DateGrammar.Relative(p[at].Word.Value), at + 3);
        else if (at > i && NumberGrammar.Year(p, at, out var given) is var afterYear && afterYear > at) (year, at) = (YearReference.Of(given), afterYear);
        if (at > i && year is null && IsYearAgo(p, at)) (compared, at) = (-1, at + 2);
        if (p.Is(at, K.Fiscal)) at++;

        var end = NumberGrammar.Ordinal(p, at, out var number);
        var unit = p[Math.Max(end, at)].Word.Named;
        if (end == at)
        {
            // "last year's quarter", "the 1988 period", "the year-ago quarter".
            if (unit is not (TimeUnit.Quarter or TimeUnit.Period) || year is null && compared == 0) return null;
            return new TimeMatch(i, at + 1, new ComparedMeaning(unit, year is { Relative: true } r ? r.Value : compared, year is { Relative: false } y ? y.Value : null));
        }

        if (p.Is(end, K.Fiscal)) end++;
        unit = p[end].Word.Named;
        if (number is < 1 or > 4 || unit is not (TimeUnit.Quarter or TimeUnit.Half) || unit == TimeUnit.Half && number > 2) return null;
        if (compared != 0) year = new YearReference(-1, true, Anchor.Mentioned);
        var after = end + 1;
        if (year is null)
        {
            after = DateGrammar.YearAfter(p, end + 1, out year);
            if (year is null && unit == TimeUnit.Half) return null;
        }

        return new TimeMatch(i, after, new PartOfYearMeaning(year, unit, number));
    }

    // "a year earlier" is a length of time that runs back; here: "the year-ago period", "year-earlier results".
    private static TimeMatch? Compared(TimePieces p, int i)
    {
        var at = p.Is(i, K.The) ? i + 1 : i;
        if (p.Is(at, K.Comparable) && IsYearAgo(p, at + 1)) at++;
        if (IsYearAgo(p, at) && p[at + 1].Joined)
        {
            var end = at + 2;
            if (NumberGrammar.Ordinal(p, end, out _) > end) return null;
            if (p[end].Word.Named is TimeUnit.Quarter or TimeUnit.Period) return new TimeMatch(i, end + 1, new ComparedMeaning(p[end].Word.Unit, -1, null));
            return new TimeMatch(at, end, new ComparedMeaning(TimeUnit.None, -1, null));
        }

        if (at == i) return null;
        var period = p.Is(at, K.Comparable) ? at + 1 : at;
        if (p[period].Word.Named is not (TimeUnit.Period or TimeUnit.Quarter)) return null;
        var after = DateGrammar.YearAfter(p, period + 1, out var year);
        if (year is { Relative: true } relative) return new TimeMatch(i, after, new ComparedMeaning(p[period].Word.Unit, relative.Value, null));
        if (p.Is(period + 1, K.A) && p[period + 2].Word.Named == TimeUnit.Year && p.Is(period + 3, K.Ago | K.Earlier))
            return new TimeMatch(i, period + 4, new ComparedMeaning(p[period].Word.Unit, -1, null));
        return null;
    }

    private static bool IsYearAgo(TimePieces p, int i) => p[i].Word.Named == TimeUnit.Year && p.Is(i, K.Unit) && p.Is(i + 1, K.Ago | K.Earlier) && p[i + 1].Joined;

    // "summer" by itself only where something says that it is a time.
    private static TimeMatch? Season(TimePieces p, int i)
    {
        var at = p.Is(i, K.The) ? i + 1 : i;
        if (!p.Is(at, K.Season)) return null;
        var end = DateGrammar.YearAfter(p, at + 1, out var year);
        if (year is null && !p.Is(i - 1, K.On | K.Position)) return null;
        if (year is null && p.Is(at, K.Ambiguous) && (at == i || !p.Is(i - 1, K.Lasting) || p.Is(at + 1, K.In | K.Of))) return null;
        return new TimeMatch(i, end, new SeasonMeaning(year, p[at].Word.Code!, null));
    }

    // "year-end", "year's end".
    private static TimeMatch? YearEnd(TimePieces p, int i)
    {
        if (p[i].Word.Named != TimeUnit.Year || !p.Is(i, K.Unit)) return null;
        var end = p.Is(i + 1, K.Possessive) ? i + 2 : i + 1;
        return p[end].Word is { Code: "END" } part && part.Is(K.Part) ? new TimeMatch(i, end + 1, new ShiftMeaning(TimeUnit.Year, 0, Anchor.Publication), TimeMod.End) : null;
    }

    // "the quarter", "the weekend", "for the year": the one spoken of, or that of publication.
    private static TimeMatch? Bare(TimePieces p, int i)
    {
        if (!p.Is(i, K.The)) return null;
        var full = p.Is(i + 1, K.Filler) ? i + 2 : i + 1;
        var word = p[full].Word;
        if (!word.Is(K.Unit) || p[full + 1].Joined) return null;
        switch (word.Unit)
        {
            case TimeUnit.Weekend when full == i + 1: return new TimeMatch(i, full + 1, new ShiftMeaning(TimeUnit.Weekend, 0, Anchor.Mentioned));
            case TimeUnit.Quarter when p.Is(i - 1, K.On) && !p.Is(full + 1, K.Of): return new TimeMatch(i, full + 1, new ComparedMeaning(TimeUnit.Quarter, 0, null));
            case TimeUnit.Year when full > i + 1 || p.Is(i - 1, K.For) && !p.Is(full + 1, K.Of):
            case TimeUnit.Week when p.Is(i - 1, K.For) && !p.Is(full + 1, K.Of):
                return new TimeMatch(i, full + 1, new ShiftMeaning(word.Unit, 0, Anchor.Publication));
            default: return null;
        }
    }
}
