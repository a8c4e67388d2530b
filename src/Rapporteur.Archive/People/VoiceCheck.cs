using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.People;

/// <summary>Whether the counts of voices are those of the statements that are there.</summary>
internal static class VoiceCheck
{
    /// <summary>What is wrong, a line each.</summary>
    public static IEnumerable<string> Problems(Database database)
    {
        var counts = VoiceTable.Counted(database);
        var voices = counts.Voices.ToList();
        foreach (var line in Differences("voice", voices.Select(Expected), database.Query("SELECT kind, key, statements, articles, name FROM voices", row =>
                (Of(row.GetInt32(0), row.GetString(1)), $"{row.GetInt32(2)} statements in {row.GetInt32(3)} articles as {row.GetString(4)}")))) yield return line;
        var tallies = voices.SelectMany(voice => voice.Tallies.Select(tally => ($"{Of((int)voice.Key.Kind, voice.Key.Key)}, {tally.Facet} {tally.Value}", $"{tally.Statements} statements")));
        foreach (var line in Differences("tally of", tallies, database.Query(
            "SELECT v.kind, v.key, t.facet, t.value, t.statements FROM tallies t LEFT JOIN voices v ON v.id = t.voice",
            row => ($"{(row.IsDBNull(0) ? "nobody" : Of(row.GetInt32(0), row.GetString(1)))}, {(Facet)row.GetInt32(2)} {row.GetString(3)}", $"{row.GetInt32(4)} statements")))) yield return line;
        foreach (var line in Differences("day", counts.Days.Select(day => ($"{day.Day}", $"{day.Statements} statements")), database.Query(
            "SELECT day, statements FROM days", row => ($"{row.GetInt32(0)}", $"{row.GetInt32(1)} statements")))) yield return line;
        foreach (var line in database.Query(
            "SELECT 'statement ' || s.article || '#s' || s.number || ' is of a voice that is not there' FROM statements s WHERE s.voice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM voices v WHERE v.id = s.voice)",
            row => row.GetString(0))) yield return line;
    }

    private static (string What, string Says) Expected(VoiceChange voice)
    {
        var name = voice.Tallies.Where(tally => tally.Facet == Facet.Name).OrderByDescending(tally => tally.Statements).ThenBy(tally => tally.Value, StringComparer.Ordinal).First().Value;
        return (Of((int)voice.Key.Kind, voice.Key.Key), $"{voice.Statements} statements in {voice.Articles} articles as {name}");
    }

    private static string Of(int kind, string key) => $"{(VoiceKind)kind} '{key}'";

    private static IEnumerable<string> Differences(string what, IEnumerable<(string Of, string Says)> counted, IEnumerable<(string Of, string Says)> kept)
    {
        var should = counted.ToDictionary(entry => entry.Of, entry => entry.Says, StringComparer.Ordinal);
        foreach (var (of, says) in kept)
        {
            var known = should.Remove(of, out var expected);
            if (!known || says != expected) yield return $"{what} {of}: {says}, should be {(known ? expected : "none")}";
        }

        foreach (var (of, says) in should) yield return $"{what} {of}: missing, should be {says}";
    }
}
