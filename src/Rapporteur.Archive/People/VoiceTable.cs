using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.People;

/// <summary>
/// Keeps count of who speaks, within one transaction: what comes and goes is gathered, and written at once at its end. Every count is
/// a sum over the statements that are there, so that it does not matter in which order they came.
/// </summary>
internal sealed class VoiceTable(Database database)
{
    private const int ArticlesAtATime = 500;

    private readonly Dictionary<VoiceKey, long> _numbers = [];
    private readonly VoiceCounts _changes = new();

    /// <summary>The number of a speaker, which its statements bear; null where nobody is named.</summary>
    public long? Number(string? speaker) => speaker is not null && VoiceKey.Speaker(speaker) is { } key ? Number(key) : null;

    /// <summary>Counts what comes with an article.</summary>
    public void Add(IEnumerable<Utterance> statements) => _changes.Count(statements, 1);

    /// <summary>Counts what goes with an article; its statements are still there.</summary>
    public void Remove(long article) => _changes.Count(Stored(database, article, article).Select(stored => stored.Utterance), -1);

    /// <summary>Writes the changes. The statements that came are there, those that went are not.</summary>
    public void Complete()
    {
        foreach (var (day, statements) in _changes.Days)
        {
            database.Run("INSERT INTO days (day, statements) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET statements = days.statements + excluded.statements", day, statements);
            if (statements < 0) database.Run("DELETE FROM days WHERE day = $1 AND statements = 0", day);
        }

        foreach (var (number, change) in _changes.Voices.Select(change => (Number: Number(change.Key), change)).OrderBy(pair => pair.Number)) Write(number, change);
    }

    /// <summary>Counts all that is there, in an archive that has kept no count before.</summary>
    public static void Fill(Database database)
    {
        var table = new VoiceTable(database);
        foreach (var articles in AllStored(database, isNamed: (speaker, _) => VoiceKey.IsName(speaker)))
            foreach (var statements in articles.GroupBy(stored => stored.Article))
            {
                table.Add(statements.Select(stored => stored.Utterance));
                foreach (var (id, _, utterance) in statements)
                    if (table.Number(utterance.Speaker) is { } number) database.Run("UPDATE statements SET voice = $2 WHERE id = $1", id, number);
            }

        table.Complete();
    }

    /// <summary>Counts anew what the tables should say.</summary>
    public static VoiceCounts Counted(Database database)
    {
        var counts = new VoiceCounts();
        foreach (var articles in AllStored(database, (_, isNamed) => isNamed))
            foreach (var statements in articles.GroupBy(stored => stored.Article)) counts.Count(statements.Select(stored => stored.Utterance), 1);
        return counts;
    }

    private void Write(long number, VoiceChange change)
    {
        foreach (var (facet, value, statements) in change.Tallies)
        {
            database.Run(
                "INSERT INTO tallies (voice, facet, value, statements) VALUES ($1, $2, $3, $4) ON CONFLICT (voice, facet, value) DO UPDATE SET statements = tallies.statements + excluded.statements",
                number, (int)facet, value, statements);
            if (statements < 0) database.Run("DELETE FROM tallies WHERE voice = $1 AND facet = $2 AND value = $3 AND statements = 0", number, (int)facet, value);
        }

        database.Run("UPDATE voices SET statements = statements + $2, articles = articles + $3 WHERE id = $1", number, change.Statements, change.Articles);
        if (change.Statements < 0 && database.Run("DELETE FROM voices WHERE id = $1 AND statements = 0", number) > 0) return;
        var (name, role, actor) = (Most(number, Facet.Name)!, Most(number, Facet.Role), Most(number, Facet.Actor));
        database.Run(
            "UPDATE voices SET name = $2, words = $3, role = $4, actor = $5, first_day = $6, last_day = $7 WHERE id = $1",
            number, name, Words(change.Key, name), role, actor, Day(number, change.Key, descending: false), Day(number, change.Key, descending: true));
    }

    // Of equals the first in the order of their characters, whatever came first.
    private string? Most(long number, Facet facet) => database.Query(
        "SELECT value FROM tallies WHERE voice = $1 AND facet = $2 ORDER BY statements DESC, value LIMIT 1", row => row.GetString(0), number, (int)facet) is [var most] ? most : null;

    private long Day(long number, VoiceKey key, bool descending)
    {
        var order = descending ? "DESC" : "ASC";
        return key.Kind switch
        {
            VoiceKind.Speaker => database.Number($"SELECT day FROM statements WHERE voice = $1 AND id >= $2 ORDER BY id {order} LIMIT 1", number, StatementOrder.First(0)),
            VoiceKind.Actor => database.Number($"SELECT CAST(value AS BIGINT) FROM tallies WHERE voice = $1 AND facet = $2 ORDER BY 1 {order} LIMIT 1", number, (int)Facet.Day),
            _ => null,
        } ?? VoiceDirectory.NoDay;
    }

    private long Number(VoiceKey key)
    {
        if (_numbers.TryGetValue(key, out var number)) return number;
        number = database.Number("SELECT id FROM voices WHERE kind = $1 AND key = $2", (int)key.Kind, key.Key)
            ?? database.Number(
                "INSERT INTO voices (kind, key, name, words, statements, articles, first_day, last_day) VALUES ($1, $2, $2, $3, 0, 0, $4, $4) RETURNING id",
                (int)key.Kind, key.Key, Words(key, key.Key), VoiceDirectory.NoDay)!.Value;
        return _numbers[key] = number;
    }

    // What a voice is looked for by: every word with a blank before it.
    internal static string Words(VoiceKey key, string name) =>
        " " + (key.Kind == VoiceKind.Speaker ? key.Key : VoiceKey.Cut(string.Join(' ', FoldedWords.Of($"{ActorNames.Of(key, name)} {key.Key}"))));

    private static IEnumerable<List<(long Id, long Article, Utterance Utterance)>> AllStored(Database database, Func<string?, bool, bool> isNamed)
    {
        var last = database.Number("SELECT max(id) FROM articles") ?? 0;
        for (var first = 1L; first <= last; first += ArticlesAtATime) yield return Stored(database, first, first + ArticlesAtATime - 1, isNamed);
    }

    private static List<(long Id, long Article, Utterance Utterance)> Stored(Database database, long first, long last, Func<string?, bool, bool>? isNamed = null) =>
        database.Query(
            "SELECT id, article, day, speaker, role, actor, act, outlet, voice FROM statements WHERE article BETWEEN $1 AND $2 ORDER BY article, number",
            row =>
            {
                var speaker = row.Text(3);
                var named = isNamed is null ? !row.IsDBNull(8) : isNamed(speaker, !row.IsDBNull(8));
                return (row.GetInt64(0), row.GetInt64(1), new Utterance(row.IsDBNull(2) ? null : row.GetInt32(2), named ? speaker : null, row.Text(4), row.Text(5), row.Text(6), row.Text(7)));
            },
            first, last);
}
