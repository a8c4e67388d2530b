using System.Globalization;
using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>Lengths of time and what is counted with them: "three weeks", "two years ago", "forty a week", "every Monday".</summary>
internal static class PeriodGrammar
{
    /// <summary>The longest period that starts at piece <paramref name="i"/>; null where there is none.</summary>
    public static TimeMatch? Match(TimePieces p, int i) => Recurring(p, i) ?? Counted(p, i) ?? Uncounted(p, i);

    /// <summary>A length as TIMEX3 writes it: <c>P3M</c>, <c>PT90M</c>, <c>PXD</c>.</summary>
    public static string Length(double? amount, TimeUnit unit)
    {
        if (unit == TimeUnit.Fortnight) (amount, unit) = (amount * 2, TimeUnit.Week);
        if (amount == 0.5)
            (amount, unit) = unit switch
            {
                TimeUnit.Hour => (30, TimeUnit.Minute),
                TimeUnit.Minute => (30, TimeUnit.Second),
                TimeUnit.Year => (6, TimeUnit.Month),
                TimeUnit.Decade => (5, TimeUnit.Year),
                TimeUnit.Century => (50, TimeUnit.Year),
                TimeUnit.Day => (12, TimeUnit.Hour),
                _ => (amount.Value, unit),
            };
        var number = amount is { } value ? value.ToString("0.##", CultureInfo.InvariantCulture) : "X";
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Half => $"P{number}H",
            TimeUnit.Year => $"P{number}Y",
            TimeUnit.Decade => $"P{number}E",
            TimeUnit.Century => $"P{number}C",
            TimeUnit.Millennium => $"P{number}L",
            _ => "PXX",
        };
    }

    private static TimeMatch? Recurring(TimePieces p, int i)
    {
        if (p.Is(i, K.Frequency)) return new TimeMatch(i, i + 1, new FixedMeaning(TimeType.Set, Length(1, p[i].Word.Unit)));
        if (p.Is(i, K.Weekdays) && p.IsCapitalised(i)) return Set(p, i, i);
        if (p.Is(i, K.Weekday) && p.Is(i + 1, K.Dayparts)) return Set(p, i, i);
        if (!p.Is(i, K.Every)) return null;
        var at = i + 1;
        if (p.Is(at, K.Alternate)) at++;
        return Set(p, i, at);
    }

    private static TimeMatch? Set(TimePieces p, int first, int at)
    {
        var word = p[at].Word;
        if (word.Is(K.Weekday | K.Weekdays))
            return p.Is(at + 1, K.Daypart | K.Dayparts)
                ? new TimeMatch(first, at + 2, new FixedMeaning(TimeType.Set, $"XXXX-WXX-{word.Value}T{p[at + 1].Word.Code}"))
                : new TimeMatch(first, at + 1, new FixedMeaning(TimeType.Set, $"XXXX-WXX-{word.Value}"));
        if (word.Is(K.Month) && p.IsCapitalised(at)) return new TimeMatch(first, at + 1, new FixedMeaning(TimeType.Set, $"XXXX-{word.Value:00}"));
        if (word.Is(K.Season)) return new TimeMatch(first, at + 1, new FixedMeaning(TimeType.Set, $"XXXX-{word.Code}"));
        if (word.Is(K.Daypart)) return new TimeMatch(first, at + 1, new FixedMeaning(TimeType.Set, $"XXXX-XX-XXT{word.Code}"));
        if (word.Is(K.Unit) && word.Unit is not (TimeUnit.Period or TimeUnit.Half or TimeUnit.Second))
            return new TimeMatch(first, at + 1, new FixedMeaning(TimeType.Set, Length(p[at - 1].Word is { Value: 2 } other && other.Is(K.Alternate) ? 2 : 1, word.Unit)));
        var end = NumberGrammar.Amount(p, at, out var amount);
        if (end == at || !p.Is(end, K.Units)) return null;
        return new TimeMatch(first, end + 1, new FixedMeaning(TimeType.Set, Length(amount.Value, p[end].Word.Unit)));
    }

    // An amount and a unit, with what stands around them.
    private static TimeMatch? Counted(TimePieces p, int i)
    {
        var at = i;
        var leading = 0;
        if (p.Is(at, K.The | K.This | K.That)) at++;
        if (p.Is(at, K.Deictic) || p.Is(at, K.Ordinal) && at > i) leading = p.Is(at, K.Deictic) ? p[at++].Word.Value : Skip(ref at);
        var count = NumberGrammar.Amount(p, at, out var amount);
        if (count == at || at > i && p.Is(at, K.A)) return null;
        while (p.Is(count, K.Filler)) count++;
        var word = p[count].Word;
        if (!word.Is(K.Unit | K.Units) || word.Unit == TimeUnit.Period) return null;
        if (!IsLength(p, at, count, amount)) return null;
        var end = count + 1;
        var value = amount.Value;
        if (value is not null && p.Is(end, K.And) && p.Is(end + 1, K.A) && p.Is(end + 2, K.Half)) (value, end) = (value + 0.5, end + 3);
        var mod = amount.Mod;
        if (p.Is(end, K.And) && p.Is(end + 1, K.So)) (mod, end) = (TimeMod.Approx, end + 2);

        if (p.Is(end, K.Ago)) return Ago(i, end + 1, word.Unit, value, mod);
        if (p.Is(end, K.Earlier) && at == i && value is { } back)
            return new TimeMatch(i, end + 1, back == 1 && word.Unit == TimeUnit.Year ? new ComparedMeaning(TimeUnit.None, -1, null) : new ShiftMeaning(word.Unit, -Whole(back), Anchor.Mentioned), mod);
        if (at == i && p.Is(at, K.A) && IsRate(p, i)) return new TimeMatch(i, end, new FixedMeaning(TimeType.Set, Length(1, word.Unit)));
        if (at == i && value is { } ahead && LiesAhead(p, i, ahead, word)) return new TimeMatch(i, end, new ShiftMeaning(word.Unit, Whole(ahead), Anchor.Publication), mod);

        if (p.Is(end, K.Old) && !p[end].Joined) return null;
        if (p.Is(end, K.Old)) end++;
        else if (p[count].Joined && p[end].Word.Named == TimeUnit.Period) end++;
        else if (p[end].Joined && p[end].Token == p[count].Token && p[count].Joined) end = TokenEnd(p, end);
        if (at > i && leading == 0 && p[count].Joined) i = at;
        if (at == i && leading == 0 && p.Is(i - 1, K.A) && p[count].Joined && p[count + 1].Word.Named == TimeUnit.Period) i--;
        return new TimeMatch(i, end, new FixedMeaning(TimeType.Duration, Length(value, word.Unit)), mod);
    }

    private static TimeMatch Ago(int first, int end, TimeUnit unit, double? value, TimeMod? mod)
    {
        if (value is not { } back) return new TimeMatch(first, end, new FixedMeaning(TimeType.Date, "PAST_REF"));
        if (unit is TimeUnit.Decade or TimeUnit.Century) (unit, back) = (TimeUnit.Year, back * (unit == TimeUnit.Decade ? 10 : 100));
        if (unit == TimeUnit.Year && back == 1 && mod is null) return new TimeMatch(first, end, new ComparedMeaning(TimeUnit.None, -1, null));
        return new TimeMatch(first, end, new ShiftMeaning(unit, -Whole(back), Anchor.Publication), mod);
    }

    // "weeks", "recent years", "the weeks ahead": some of them.
    private static TimeMatch? Uncounted(TimePieces p, int i)
    {
        var at = i;
        if (p.Is(at, K.The)) at++;
        var marked = p.Is(at, K.Deictic | K.Position);
        if (marked) at++;
        if (!p.Is(at, K.Units)) return null;
        var unit = p[at].Word.Unit;
        if (unit is TimeUnit.Second or TimeUnit.Weekend) return null;
        if (!marked)
        {
            var follows = p.Is(i - 1, K.Lasting);
            var leads = p.Is(at + 1, K.Of | K.Ago | K.Later | K.Earlier | K.Before | K.After | K.Ahead);
            if (unit == TimeUnit.Quarter || !follows && !leads || at > i && !leads) return null;
        }

        var end = at + 1;
        if (p.Is(end, K.Ago)) return new TimeMatch(i, end + 1, new FixedMeaning(TimeType.Date, "PAST_REF"));
        if (p.Is(end, K.Ahead)) end++;
        if (p.Is(end, K.And) && p.Is(end + 1, K.Units)) end += 2;
        return new TimeMatch(i, end, new FixedMeaning(TimeType.Duration, Length(null, unit)));
    }

    private static bool IsLength(TimePieces p, int at, int unit, Amount amount)
    {
        var word = p[unit].Word;
        var single = p.Is(at, K.A);
        if (word.Unit == TimeUnit.Second && word.Is(K.Unit) && !p[unit].Joined) return false;

        // "a quarter of the seats", "one half": fractions.
        if (word.Unit == TimeUnit.Half || word.Unit == TimeUnit.Quarter && (word.Is(K.Unit) && !p[unit].Joined && !IsRate(p, at) || p.Is(unit + 1, K.Of))) return false;

        // "two-year" and "two years"; "two year" only as it is said before a noun.
        if (word.Is(K.Unit) && !word.Is(K.Units) && !p[unit].Joined && !single && amount.Value is > 1 && p.Is(unit + 1, K.On)) return false;
        // "the 1988 quarter" is one of 1988.
        if (word.Is(K.Unit) && !word.Is(K.Units) && amount.Value is >= 1900 and <= 2100) return false;
        return amount.Value is not > 100000;
    }

    // "$33 million a year", "forty ships a week", "twice a day": a number stands shortly before, and nothing that takes a length.
    private static bool IsRate(TimePieces p, int i)
    {
        if (p.Is(i - 1, K.On | K.Of | K.And | K.Lasting) || i == 0) return false;
        const int Reach = 5;
        for (var k = i - 1; k >= Math.Max(0, i - Reach); k--)
        {
            if (p.TextOf(k) is [',' or ';' or ':' or '.' or '(' or '—'] || p.Is(k, K.Lasting) && !p.Is(k, K.In)) return false;
            if (p[k].Number is not null || p.Is(k, K.Cardinal | K.Large | K.Scale) || p.Is(k, K.Times) || p.IsMark(k, '%')) return true;
        }

        return false;
    }

    // "will return in two weeks": from now, where the words before point ahead.
    private static bool LiesAhead(TimePieces p, int i, double value, TimeWord word) =>
        value == Math.Floor(value) && word.Unit >= TimeUnit.Day && p.Is(i - 1, K.In) && TenseReader.Read(p, i - 1, i) == Direction.Future;

    private static int Whole(double value) => (int)Math.Min(value, 100000);

    private static int TokenEnd(TimePieces p, int i)
    {
        while (i < p.Count && p[i].Joined) i++;
        return i;
    }

    private static int Skip(ref int at)
    {
        at++;
        return 0;
    }
}
