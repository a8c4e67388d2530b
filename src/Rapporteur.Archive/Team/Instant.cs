using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>Times as tables keep them: milliseconds since 1970, UTC.</summary>
internal static class Instant
{
    public static long Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset At(Row row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? Or(Row row, int column) => row.IsDBNull(column) ? null : At(row, column);
}
