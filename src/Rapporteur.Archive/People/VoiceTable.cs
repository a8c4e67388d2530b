using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.People;

/// <summary>
/// Keeps count of who speaks, within one transaction: what comes and goes is gathered, and written at once at its end. Every count is
/// a sum over the statements that are there, so that it does not matter in which order they came.
/// </summary>
internal sealed class VoiceTable(Database database)
{
    private const int ArticlesAtATime = 500, VoicesAtATime = 500;

    private const string Stored = "SELECT s.id, s.article, s.day, s.speaker, s.role, s.actor, s.act, s.outlet, s.voice FROM statements s";

    private readonly VoiceCounts _changes = new();
    private IReadOnlyDictionary<VoiceKey, long>? _numbers;

    /// <summary>Counts what comes with an article.</summary>
    public void Add(IEnumerable<Utterance> statements) => _changes.Count(statements, 1);

    /// <summary>Counts what goes with articles, whose statements are still there.</summary>
    /// <returns>The numbers of these statements.</returns>
    public List<long> Remove(GivenRows articles)
    {
        var (first, last) = database.Index.Span(articles);
        var stored = database.QueryFor($"{Stored}, given WHERE s.article = given.article AND s.id BETWEEN $2 AND $3", row => Of(row, !row.IsDBNull(8)), articles, first, last);
        foreach (var statements in stored.GroupBy(statement => statement.Article)) _changes.Count(statements.Select(statement => statement.Utterance), -1);
        return [.. stored.Select(statement => statement.Id)];
    }

    /// <summary>The numbers of all voices that come or go, which their statements bear.</summary>
    public IReadOnlyDictionary<VoiceKey, long> Numbers => _numbers ??= database.Numbering.Voices(_changes.Voices.Select(change => change.Key));

    /// <summary>Writes the changes. The statements that came are there, those that went are not.</summary>
    public void Complete()
    {
        if (_changes.IsEmpty) return;
        List<VoiceChange> changes = [.. _changes.Voices];
        database.Fold([.. Days(), .. Tallies(changes), .. Voices(changes)]);
    }

    /// <summary>Counts all that is there, in an archive that has kept no count before.</summary>
    public static void Fill(Database database)
    {
        foreach (var articles in AllStored(database, isNamed: (speaker, _) => VoiceKey.IsName(speaker)))
        {
            var table = new VoiceTable(database);
            foreach (var statements in articles.GroupBy(stored => stored.Article)) table.Add(statements.Select(stored => stored.Utterance));
            var voices = new GivenRows("id INTEGER, voice INTEGER");
            foreach (var (id, _, utterance) in articles)
                if (utterance.Speaker is { } speaker && VoiceKey.Speaker(speaker) is { } key) voices.Add(id, table.Numbers[key]);
            database.RunFor("UPDATE statements SET voice = (SELECT voice FROM given WHERE given.id = statements.id) WHERE id IN (SELECT id FROM given)", voices);
            table.Complete();
        }
    }

    /// <summary>Gives voices the numbers that they would have if they came now (<see cref="Numbering.Voices"/>).</summary>
    public static void Renumber(Database database)
    {
        var voices = database.Query("SELECT id, kind, key FROM voices", row => (Old: row.GetInt64(0), Key: new VoiceKey((VoiceKind)row.GetInt32(1), row.GetString(2))));
        var numbers = database.Numbering.Voices(voices.Select(voice => voice.Key));
        foreach (var some in voices.Where(voice => voice.Old != numbers[voice.Key]).Chunk(VoicesAtATime))
        {
            var given = new GivenRows("old_id INTEGER, new_id INTEGER");
            foreach (var (old, key) in some) given.Add(old, numbers[key]);
            database.RunFor("UPDATE voices SET id = (SELECT new_id FROM given WHERE old_id = id) WHERE id IN (SELECT old_id FROM given)", given);
            database.RunFor("UPDATE tallies SET voice = (SELECT new_id FROM given WHERE old_id = voice) WHERE voice IN (SELECT old_id FROM given)", given);
            database.RunFor("UPDATE statements SET voice = (SELECT new_id FROM given WHERE old_id = voice) WHERE voice IN (SELECT old_id FROM given)", given);
        }
    }

    /// <summary>Counts anew what the tables should say.</summary>
    public static VoiceCounts Counted(Database database)
    {
        var counts = new VoiceCounts();
        foreach (var articles in AllStored(database, (_, isNamed) => isNamed))
            foreach (var statements in articles.GroupBy(stored => stored.Article)) counts.Count(statements.Select(stored => stored.Utterance), 1);
        return counts;
    }

    private IEnumerable<(string Sql, GivenRows Given)> Days()
    {
        var days = new GivenRows("day INTEGER, statements INTEGER");
        foreach (var (day, statements) in _changes.Days) days.Add(day, statements);
        yield return (
            "INSERT INTO days (day, statements) SELECT day, statements FROM given WHERE true ON CONFLICT (day) DO UPDATE SET statements = days.statements + excluded.statements",
            days);
        yield return (
            "DELETE FROM days WHERE statements = 0 AND day IN (SELECT day FROM given)",
            GivenRows.Of("day", _changes.Days.Where(day => day.Statements < 0).Select(day => (long)day.Day)));
    }

    private IEnumerable<(string Sql, GivenRows Given)> Tallies(List<VoiceChange> changes)
    {
        const string Columns = "voice INTEGER, facet INTEGER, value TEXT, statements INTEGER";
        var (tallies, fallen) = (new GivenRows(Columns), new GivenRows(Columns));
        foreach (var change in changes)
        {
            foreach (var (facet, value, statements) in change.Tallies)
            {
                object?[] tally = [Numbers[change.Key], (int)facet, value, statements];
                tallies.Add(tally);
                if (statements < 0) fallen.Add(tally);
            }
        }

        yield return (
            """
            INSERT INTO tallies (voice, facet, value, statements) SELECT voice, facet, value, statements FROM given WHERE true
            ON CONFLICT (voice, facet, value) DO UPDATE SET statements = tallies.statements + excluded.statements
            """,
            tallies);
        yield return ("DELETE FROM tallies WHERE statements = 0 AND (voice, facet, value) IN (SELECT voice, facet, value FROM given)", fallen);
    }

    private IEnumerable<(string Sql, GivenRows Given)> Voices(List<VoiceChange> changes)
    {
        var voices = new GivenRows("id INTEGER, kind INTEGER, key TEXT, words TEXT, statements INTEGER, articles INTEGER, first_day INTEGER, last_day INTEGER");
        foreach (var change in changes)
            voices.Add(Numbers[change.Key], (int)change.Key.Kind, change.Key.Key, Words(change.Key), change.Statements, change.Articles, change.FirstDay, change.LastDay);
        yield return (
            $"""
            INSERT INTO voices (id, kind, key, name, words, statements, articles, first_day, last_day)
            SELECT id, kind, key, key, words, statements, articles, first_day, last_day FROM given WHERE true
            ON CONFLICT (kind, key) DO UPDATE SET
                statements = voices.statements + excluded.statements, articles = voices.articles + excluded.articles,
                first_day = CASE WHEN excluded.first_day = {VoiceDirectory.NoDay} OR (voices.first_day <> {VoiceDirectory.NoDay} AND voices.first_day < excluded.first_day)
                    THEN voices.first_day ELSE excluded.first_day END,
                last_day = CASE WHEN voices.last_day > excluded.last_day THEN voices.last_day ELSE excluded.last_day END
            """,
            voices);
        var fallen = changes.Where(change => change.HasLost).ToList();
        yield return ("DELETE FROM voices WHERE statements = 0 AND id IN (SELECT id FROM given)", NumbersOf(fallen));

        // Speakers are what most of their statements say; of equals the first in the order of their characters, whatever came first. Actors
        // and outlets are called by their keys.
        yield return (
            $"""
            UPDATE voices SET name = most.name, role = most.role, actor = most.actor
            FROM (SELECT given.id, {Most(Facet.Name)} AS name, {Most(Facet.Role)} AS role, {Most(Facet.Actor)} AS actor FROM given) AS most
            WHERE voices.id = most.id AND (voices.name <> most.name OR voices.role IS DISTINCT FROM most.role OR voices.actor IS DISTINCT FROM most.actor)
            """,
            NumbersOf(changes.Where(change => change.Key.Kind == VoiceKind.Speaker)));

        // What came can only widen the days that are known; what went may have been the first or the last.
        yield return (
            $"UPDATE voices SET first_day = {Said("ASC")}, last_day = {Said("DESC")} WHERE id IN (SELECT id FROM given)",
            NumbersOf(fallen.Where(change => change.Key.Kind == VoiceKind.Speaker)));
        yield return (
            $"UPDATE voices SET first_day = {Tallied("min")}, last_day = {Tallied("max")} WHERE id IN (SELECT id FROM given)",
            NumbersOf(fallen.Where(change => change.Key.Kind == VoiceKind.Actor)));
    }

    private static string Said(string order) =>
        $"coalesce((SELECT s.day FROM statements s WHERE s.voice = voices.id AND s.id BETWEEN {StatementOrder.FirstOf("voices.first_day")} AND {StatementOrder.LastOf("voices.last_day")} ORDER BY s.id {order} LIMIT 1), {VoiceDirectory.NoDay})";

    private static string Tallied(string which) =>
        $"coalesce((SELECT {which}(CAST(t.value AS BIGINT)) FROM tallies t WHERE t.voice = voices.id AND t.facet = {(int)Facet.Day}), {VoiceDirectory.NoDay})";

    private static string Most(Facet facet) =>
        $"(SELECT t.value FROM tallies t WHERE t.voice = given.id AND t.facet = {(int)facet} ORDER BY t.statements DESC, t.value LIMIT 1)";

    private GivenRows NumbersOf(IEnumerable<VoiceChange> changes) => GivenRows.Of("id", changes.Select(change => Numbers[change.Key]));

    // What a voice is looked for by: every word with a blank before it.
    private static string Words(VoiceKey key) =>
        " " + (key.Kind == VoiceKind.Speaker ? key.Key : VoiceKey.Cut(string.Join(' ', FoldedWords.Of($"{ActorNames.Of(key, key.Key)} {key.Key}"))));

    private static IEnumerable<List<(long Id, long Article, Utterance Utterance)>> AllStored(Database database, Func<string?, bool, bool> isNamed)
    {
        var last = database.Number("SELECT max(id) FROM articles") ?? 0;
        for (var first = 1L; first <= last; first += ArticlesAtATime)
            yield return database.Query(
                $"{Stored} WHERE s.article BETWEEN $1 AND $2 ORDER BY s.article, s.number", row => Of(row, isNamed(row.Text(3), !row.IsDBNull(8))), first, first + ArticlesAtATime - 1);
    }

    private static (long Id, long Article, Utterance Utterance) Of(Row row, bool isNamed) =>
        (row.GetInt64(0), row.GetInt64(1), new Utterance(row.IsDBNull(2) ? null : row.GetInt32(2), isNamed ? row.Text(3) : null, row.Text(4), row.Text(5), row.Text(6), row.Text(7)));
}
