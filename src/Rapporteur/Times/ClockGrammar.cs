using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>Times of day: "10 p.m. Wednesday", "noon", "19:30 GMT", "Saturday night", "this morning", "the night of 14 September".</summary>
internal static class ClockGrammar
{
    /// <summary>The longest time of day that starts at piece <paramref name="i"/>; null where there is none.</summary>
    public static TimeMatch? Match(TimePieces p, int i) => Clock(p, i) ?? PartOfDay(p, i);

    private static TimeMatch? Clock(TimePieces p, int i)
    {
        var at = i;
        var mod = default(TimeMod?);
        if (p.Is(at, K.Approximate) && !p.Is(at, K.Vague) && p[at].Word.Code == "APPROX") (at, mod) = (at + 1, TimeMod.Approx);
        var end = Hour(p, at, out var suffix);
        if (end == at) return null;
        if (p.Is(end, K.Zone) && p.IsCapitalised(end) || p.Is(end, K.Local) && p.Is(end + 1, K.Time)) end++;
        if (p.Is(end, K.Time)) end++;

        // The day it falls on, where it follows: "10 p.m. on Wednesday", "5 p.m. EST, Nov. 6".
        var day = end;
        if (p.IsMark(day, ',') || p.Is(day, K.Upon)) day++;
        if (DayAt(p, day) is { } date) return new TimeMatch(i, date.End, new TimeOfDayMeaning(date.Meaning, suffix), mod);
        return new TimeMatch(i, end, new TimeOfDayMeaning(null, suffix), mod);
    }

    private static int Hour(TimePieces p, int i, out string suffix)
    {
        suffix = "";
        if (p.Is(i, K.Clock))
        {
            suffix = "T" + p[i].Word.Code;
            return i + 1;
        }

        if (p[i].Number is { } n)
        {
            if (n.Shape == NumericShape.Hour) return Spoken(n.A, 0, i + 1, out suffix);
            if (n is { Shape: NumericShape.Decimal, A: >= 1 and <= 12, B: < 60, C: 2 } && p.Is(i + 1, K.Meridiem)) return Spoken(n.A % 12 + p[i + 1].Word.Value, n.B, i + 2, out suffix);
            if (n.Shape == NumericShape.Clock)
            {
                if (n.C == 0) return Spoken(n.A, n.B, i + 1, out suffix);
                if (p.Is(i + 1, K.Meridiem)) return n.A is >= 1 and <= 12 ? Spoken(n.A % 12 + p[i + 1].Word.Value, n.B, i + 2, out suffix) : i;
                return Spoken(n.A, n.B, i + 1, out suffix);
            }

            if (n.Shape == NumericShape.Integer && n.A is >= 1 and <= 12 && n.Digits <= 2)
            {
                if (p.Is(i + 1, K.Meridiem) || p.Is(i + 1, K.OClock)) return Spoken(n.A % 12 + p[i + 1].Word.Value, 0, i + 2, out suffix);
            }

            // "0900 GMT"
            if (n is { Shape: NumericShape.Integer, Digits: 4, A: < 2400 } && n.A % 100 < 60 && p.Is(i + 1, K.Zone) && p.IsCapitalised(i + 1))
                return Spoken(n.A / 100, n.A % 100, i + 1, out suffix);
        }
        else if (p.Is(i, K.Cardinal) && p[i].Word.Value <= 12 && (p.Is(i + 1, K.Meridiem) && p.TextOf(i + 1).Contains('.') || p.Is(i + 1, K.OClock)))
        {
            return Spoken(p[i].Word.Value % 12 + p[i + 1].Word.Value, 0, i + 2, out suffix);
        }

        return i;
    }

    private static int Spoken(int hour, int minute, int end, out string suffix)
    {
        suffix = $"T{hour:00}:{minute:00}";
        return end;
    }

    private static TimeMatch? PartOfDay(TimePieces p, int i)
    {
        if (p.Is(i, K.Tonight)) return new TimeMatch(i, i + 1, new TimeOfDayMeaning(Today, "TNI"));
        var at = i;
        var mod = default(TimeMod?);
        if (p.Is(at, K.Position) && p[at].Word.Code == "MID" && p.Is(at + 1, K.Daypart)) (at, mod) = (at + 1, TimeMod.Mid);

        // "this morning", "last night".
        if (p.Is(at, K.This | K.Deictic) && p.Is(at + 1, K.Daypart) && !p.Is(at, K.That))
        {
            var back = p.Is(at, K.Deictic) && p[at].Word.Value == -1 ? -1 : p.Is(at, K.This) ? 0 : 1;
            return new TimeMatch(i, at + 2, new TimeOfDayMeaning(new ShiftMeaning(TimeUnit.Day, back, Anchor.Publication), "T" + p[at + 1].Word.Code));
        }

        // "the night of 14 September", "mid-afternoon yesterday".
        var part = p.Is(at, K.The) ? at + 1 : at;
        if (p.Is(part, K.Daypart))
        {
            var of = p.Is(part + 1, K.Of | K.Upon) ? part + 2 : part + 1;
            if (DayAt(p, of) is { } day) return new TimeMatch(i, day.End, new TimeOfDayMeaning(day.Meaning, "T" + p[part].Word.Code), mod);
            return mod is null && !(part > at && p.Is(i - 1, K.In)) ? null : new TimeMatch(i, part + 1, new TimeOfDayMeaning(null, "T" + p[part].Word.Code), mod);
        }

        // "Saturday night", "yesterday morning".
        if (DayAt(p, i) is not { } named || !p.Is(named.End, K.Daypart)) return null;
        return new TimeMatch(i, named.End + 1, new TimeOfDayMeaning(named.Meaning, "T" + p[named.End].Word.Code));
    }

    private static readonly TimeMeaning Today = new ShiftMeaning(TimeUnit.Day, 0, Anchor.Publication);

    private static TimeMatch? DayAt(TimePieces p, int i)
    {
        if (RelativeGrammar.Match(p, i) is { Meaning: WeekdayMeaning or DayMeaning or ShiftMeaning { Unit: TimeUnit.Day } } day) return day;
        return DateGrammar.Match(p, i) is { Meaning: DayMeaning or HolidayMeaning or SlashedMeaning } date ? date : null;
    }
}
