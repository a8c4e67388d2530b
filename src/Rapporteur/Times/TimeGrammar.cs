using K = Rapporteur.Times.TimeWordKind;

namespace Rapporteur.Times;

/// <summary>The cascade of rules: at each piece the rule that covers most decides; among equals the one listed first.</summary>
internal static class TimeGrammar
{
    /// <summary>The time expression that starts at piece <paramref name="i"/>; null where none does.</summary>
    public static TimeMatch? Match(TimePieces p, int i)
    {
        if (p[i].Span.IsEmpty || p[i] is { Number: null, Word.Kind: K.None } && p.TextOf(i) is not ['\'' or '’' or '‘']) return null;
        return Positioned(p, i) ?? Approximated(p, i) ?? Simple(p, i);
    }

    private static TimeMatch? Simple(TimePieces p, int i)
    {
        TimeMatch? best = null;
        Take(Reference(p, i), ref best);
        Take(ClockGrammar.Match(p, i), ref best);
        Take(DateGrammar.Match(p, i), ref best);
        Take(PeriodGrammar.Match(p, i), ref best);
        Take(RelativeGrammar.Match(p, i), ref best);
        return best;
    }

    private static void Take(TimeMatch? found, ref TimeMatch? best)
    {
        if (found is not null && (best is null || found.End > best.End)) best = found;
    }

    // "early Tuesday", "later this week", "the end of the month", "mid-November", "the late 1970s", "earlier in the year".
    private static TimeMatch? Positioned(TimePieces p, int i)
    {
        var at = i;
        if (p.Is(at, K.The)) at++;
        TimeMod mod;
        if (p.Is(at, K.Position)) mod = ModOf(p[at++].Word.Code!);
        else if (at > i && p.Is(at, K.Part) && p.Is(at + 1, K.Of)) (mod, at) = (ModOf(p[at].Word.Code!), at + 2);
        else return null;

        if (p.Is(at, K.In | K.Upon)) at++;
        var found = Simple(p, at);
        if (found is null && p.Is(at, K.The) && p[at + 1].Word is { Named: TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Day or TimeUnit.Quarter } unit && unit.Is(K.Unit))
            found = new TimeMatch(at, at + 2, new ShiftMeaning(unit.Unit, 0, Anchor.Publication));
        if (found is null && p.Is(at, K.Season)) found = new TimeMatch(at, at + 1, new SeasonMeaning(null, p[at].Word.Code!, null));
        if (found is null || found.Meaning is FixedMeaning { Type: not TimeType.Date } or TimeOfDayMeaning { Day: null } && found.Mod is null) return null;
        if (found.Meaning is FixedMeaning { Value: [.., 'F'] }) return null;
        return found with { First = i, Mod = mod };
    }

    // "around Nov. 1", "about 1990": lengths take their own bounds.
    private static TimeMatch? Approximated(TimePieces p, int i)
    {
        if (!p.Is(i, K.Approximate) || p[i].Word.Code != "APPROX" || Simple(p, i) is not null) return null;
        if ((Positioned(p, i + 1) ?? Simple(p, i + 1)) is not { Meaning: not FixedMeaning } found) return null;
        return p.Is(i, K.Vague) ? null : found with { First = i, Mod = TimeMod.Approx };
    }

    private static TimeMatch? Reference(TimePieces p, int i)
    {
        if (!p.Is(i, K.Phrase)) return null;
        foreach (var phrase in p.Lexicon.PhrasesFrom(p.TextOf(i)))
        {
            var end = i + phrase.Words.Length;
            if (phrase.Reference is not { } value || !Phrases.Matches(p, i, phrase) || p[end].Joined) continue;

            // "the past three years", "in one day": lengths, not "the past" and "one day".
            if (p.Is(i, K.The) && (p.Is(end, K.Cardinal | K.Vague | K.Unit | K.Units | K.Season | K.Seasons | K.Daypart) || p[end].Number is not null)) continue;
            // "as soon as", "soon after".
            if (p.Is(end, K.After | K.Before) && phrase.Words.Length == 1) continue;
            if (p.Is(i, K.Cardinal) && p.Is(i - 1, K.On | K.Of | K.Lasting)) continue;
            return new TimeMatch(i, end, new FixedMeaning(TimeType.Date, value));
        }

        return null;
    }

    private static TimeMod ModOf(string code) => Enum.Parse<TimeMod>(code, ignoreCase: true);
}
