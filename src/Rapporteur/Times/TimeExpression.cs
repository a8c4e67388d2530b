using Rapporteur.Text;

namespace Rapporteur.Times;

/// <summary>What a time expression names, as TIMEX3 has it.</summary>
public enum TimeType
{
    /// <summary>A day, or a period of the calendar longer than a day ("Tuesday", "last year", "the 1990s"), or past, present or future.</summary>
    Date,

    /// <summary>A time of day ("noon on Friday", "last night").</summary>
    Time,

    /// <summary>A length of time ("three weeks").</summary>
    Duration,

    /// <summary>Times that recur ("every Monday", "annually").</summary>
    Set,
}

/// <summary>What a word beside a time expression does to its value, as TIMEX3 has it.</summary>
public enum TimeMod
{
    /// <summary>About then or about as long.</summary>
    Approx,

    /// <summary>The early part of the period.</summary>
    Start,

    /// <summary>The middle of the period.</summary>
    Mid,

    /// <summary>The late part of the period.</summary>
    End,

    /// <summary>Shorter ("nearly two years").</summary>
    LessThan,

    /// <summary>Longer ("more than four hours").</summary>
    MoreThan,

    /// <summary>No longer ("up to 180 days").</summary>
    EqualOrLess,

    /// <summary>No shorter ("at least a week").</summary>
    EqualOrMore,
}

/// <summary>Words that tell when, how long or how often.</summary>
/// <remarks>
/// Types and values are those of TIMEX3 (Saurí and others, TimeML Annotation Guidelines 1.2.1, 2006), which extends ISO 8601:
/// <c>2021-12-14</c>, <c>2021-W50</c>, <c>1989-Q3</c>, <c>199</c> (a decade), <c>19</c> (a century), <c>2021-12-14TEV</c>,
/// <c>P3M</c>, <c>PXD</c> (some days), <c>XXXX-WXX-1</c> (Mondays), <c>PAST_REF</c>. What the text and the date of publication
/// leave open is written X.
/// </remarks>
/// <param name="Span">The words, in UTF-16 units.</param>
/// <param name="Type">What they name.</param>
/// <param name="Value">The value in ISO 8601 as TIMEX3 extends it.</param>
/// <param name="Mod">What the words around the value do to it; null where nothing does.</param>
public sealed record TimeExpression(Span Span, TimeType Type, string Value, TimeMod? Mod)
{
    /// <summary>The day that the expression falls on, where it names one; null for all longer periods and for lengths of time.</summary>
    public DateOnly? Day =>
        Type is TimeType.Date or TimeType.Time && Value.Length >= 10
        && DateOnly.TryParseExact(Value.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>The value without a time of day: <c>2021-12-14</c> of <c>2021-12-14TEV</c>.</summary>
    public string DateValue => Type == TimeType.Time && Value.IndexOf('T', StringComparison.Ordinal) is > 0 and var t ? Value[..t] : Value;
}
