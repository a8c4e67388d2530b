using System.Text.Json.Serialization;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Records;

/// <summary>A time expression in a record: see <see cref="TimeExpression"/>.</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The value, ISO 8601 as TIMEX3 extends it.</param>
/// <param name="Mod">APPROX, START, MID, END, LESS_THAN, ..., or null.</param>
public sealed record RecordTime(CodePointRange Span, TimeType Type, string Value, TimeMod? Mod)
{
    internal static RecordTime From(TimeExpression time, CodePoints points) =>
        new(Record.Range(time.Span, points), time.Type, time.Value, time.Mod);
}
