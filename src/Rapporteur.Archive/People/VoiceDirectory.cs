using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.People;

/// <summary>Who is heard in an archive: speakers, actors and outlets, with counts that are kept as articles come and go.</summary>
/// <remarks>Every method throws <see cref="ArchiveException"/> where the archive cannot be read.</remarks>
public sealed class VoiceDirectory(NewsArchive archive)
{
    /// <summary>What stands in the tables for a day that is not known.</summary>
    internal const int NoDay = -1;

    private const int MostWords = 4, MostTallies = 60;
    private const string Columns = "kind, key, name, role, actor, statements, articles, first_day, last_day";
    private const char Separator = '~';

    /// <summary>How many voices of a kind there are.</summary>
    public int Count(VoiceKind kind) => (int)archive.Read(database => database.Number("SELECT count(*) FROM voices WHERE kind = $1", (int)kind))!.Value;

    /// <summary>A page of the voices of a kind.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="words">What each must have: words, or beginnings of words, of the name or code; empty for all.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="after">Where the page before ended (<see cref="VoicePage.Next"/>); null for the first. What is none begins anew.</param>
    /// <param name="count">How many at most.</param>
    public VoicePage List(VoiceKind kind, string words, VoiceOrder order, string? after, int count)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var values = new List<object?> { (int)kind, count + 1 };
        var where = "kind = $1";
        foreach (var word in FoldedWords.Of(words).Take(MostWords))
        {
            values.Add($"% {VoiceKey.Cut(word)}%");
            where += $" AND words LIKE ${values.Count}";
        }

        var (number, key) = Cursor(after);
        if (key is not null)
        {
            values.Add(key);
            if (order != VoiceOrder.Name) values.Add(number);
            where += order == VoiceOrder.Name ? $" AND key > ${values.Count}" : $" AND ({Column(order)}, key) < (${values.Count}, ${values.Count - 1})";
        }

        var sequence = order == VoiceOrder.Name ? "key" : $"{Column(order)} DESC, key DESC";
        var found = archive.Read(database => database.Query($"SELECT {Columns} FROM voices WHERE {where} ORDER BY {sequence} LIMIT $2", Voice, [.. values]));
        var page = found.Take(count).ToImmutableArray();
        return new VoicePage(page, found.Count > count ? Next(page[^1], order) : null);
    }

    /// <summary>A voice by its name or key; of an actor by its code.</summary>
    public Voice? Find(VoiceKind kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Key(kind, name) is { } key
            && archive.Read(database => database.Query($"SELECT {Columns} FROM voices WHERE kind = $1 AND key = $2", Voice, (int)kind, key.Key)) is [var voice]
            ? voice : null;
    }

    /// <summary>Of how many statements of a speaker, the latest, outlets and acts are counted.</summary>
    public const int MostCounted = 5_000;

    /// <summary>How the statements of a voice spread over names, roles, outlets and acts; at most 60 values of each.</summary>
    public VoiceProfile Profile(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var tallies = archive.Read(database => database.Query(
            """
            SELECT t.facet, t.value, t.statements FROM voices v JOIN tallies t ON t.voice = v.id WHERE v.kind = $1 AND v.key = $2 AND t.facet < $3
            ORDER BY t.statements DESC, t.value
            """,
            row => (Facet: (Facet)row.GetInt32(0), Tally: new Tally(row.GetString(1), row.GetInt32(2))), (int)voice.Kind, voice.Key, (int)Facet.Day)).ToLookup(tally => tally.Facet, tally => tally.Tally);
        var (outlets, acts) = voice.Kind == VoiceKind.Speaker ? Latest(voice) : (Of(Facet.Outlet), Of(Facet.Act));
        return new VoiceProfile(Of(Facet.Name), Of(Facet.Role), Of(Facet.Actor), outlets, acts, Of(Facet.Speaker));

        ImmutableArray<Tally> Of(Facet facet) => [.. tallies[facet].Take(MostTallies)];
    }

    /// <summary>On which days a speaker or actor made how many statements, the first first; a speaker's before 1900 and after 2079 are left out.</summary>
    public ImmutableArray<DayCount> Days(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return [.. archive.Read(database => voice.Kind == VoiceKind.Speaker
            ? database.Query(
                $"SELECT id / {StatementOrder.NumbersOfDay} AS day, count(*) FROM statements WHERE voice = $1 GROUP BY 1 ORDER BY 1",
                row => (Day: StatementOrder.Day(row.GetInt64(0)), Statements: row.GetInt32(1)), Number(database, voice))
            : database.Query(
                "SELECT CAST(t.value AS BIGINT), t.statements FROM voices v JOIN tallies t ON t.voice = v.id WHERE v.kind = $1 AND v.key = $2 AND t.facet = $3 ORDER BY 1",
                row => (Day: (DateOnly?)DateOnly.FromDayNumber(row.GetInt32(0)), Statements: row.GetInt32(1)), (int)voice.Kind, voice.Key, (int)Facet.Day))
            .Where(count => count.Day is not null).Select(count => new DayCount(count.Day!.Value, count.Statements))];
    }

    /// <summary>On which days how many statements of all were made, the first first.</summary>
    public ImmutableArray<DayCount> Days() => [.. archive.Read(database => database.Query(
        "SELECT day, statements FROM days ORDER BY day", row => new DayCount(DateOnly.FromDayNumber(row.GetInt32(0)), row.GetInt32(1))))];

    /// <summary>The statements of a speaker or actor, the latest first.</summary>
    /// <param name="voice">The speaker or actor.</param>
    /// <param name="before">Where the page before ended (<see cref="VoiceStatements.Next"/>); null for the first.</param>
    /// <param name="count">How many at most.</param>
    public VoiceStatements Statements(Voice voice, string? before, int count)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var below = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        var found = archive.Read(database => voice.Kind switch
        {
            VoiceKind.Speaker => database.Query(
                $"SELECT {ArticleReader.StatementColumns}, id FROM statements WHERE voice = $1 AND id < $2 ORDER BY id DESC LIMIT $3", Numbered, Number(database, voice), below, count + 1),
            VoiceKind.Actor => OfActor(database, voice.Key, below, count + 1),
            _ => throw new ArgumentException("The statements of an outlet are found by searching.", nameof(voice)),
        });
        var page = found.Take(count).ToList();
        return new VoiceStatements([.. page.Select(item => item.Statement)], found.Count > count ? page[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    // The index of words knows who is or speaks for an actor by name or code: a few more than the actor's own.
    private static List<(StoredStatement Statement, long Id)> OfActor(Database database, string code, long below, int count)
    {
        var found = new List<(StoredStatement Statement, long Id)>();
        if (StatementQuery.Term("actor", code) is not { } term) return found;
        var query = new WordQuery(database, StatementQuery.Parse(term));
        while (found.Count < count)
        {
            var next = query.Latest($"{WordQuery.Columns}, s.id", Numbered, count, below: below);
            found.AddRange(next.Where(item => item.Statement.Actor == code));
            if (next.Count < count) break;
            below = next[^1].Id;
        }

        return found;
    }

    private (ImmutableArray<Tally> Outlets, ImmutableArray<Tally> Acts) Latest(Voice voice)
    {
        var rows = archive.Read(database => database.Query(
            "SELECT outlet, act FROM statements WHERE voice = $1 ORDER BY id DESC LIMIT $2", row => (Outlet: row.Text(0), Acts: row.Text(1) ?? ""), Number(database, voice), MostCounted));
        return (Most(rows.Select(row => row.Outlet)), Most(rows.SelectMany(row => row.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

        static ImmutableArray<Tally> Most(IEnumerable<string?> values) =>
        [
            .. values.Where(value => !string.IsNullOrEmpty(value)).CountBy(value => value!, StringComparer.Ordinal).Select(count => new Tally(count.Key, count.Value))
                .OrderByDescending(tally => tally.Statements).ThenBy(tally => tally.Value, StringComparer.Ordinal).Take(MostTallies),
        ];
    }

    private static (StoredStatement Statement, long Id) Numbered(Row row) => (ArticleReader.Statement(row), row.GetInt64(ArticleReader.StatementColumnCount));

    private static long Number(Database database, Voice voice) => database.Number("SELECT id FROM voices WHERE kind = $1 AND key = $2", (int)voice.Kind, voice.Key) ?? 0;

    private static VoiceKey? Key(VoiceKind kind, string name) => kind switch
    {
        VoiceKind.Speaker => VoiceKey.Speaker(name),
        VoiceKind.Actor => VoiceKey.Actor(name),
        _ => VoiceKey.Outlet(name),
    };

    private static Voice Voice(Row row)
    {
        var key = new VoiceKey((VoiceKind)row.GetInt32(0), row.GetString(1));
        return new Voice(
            key.Kind, key.Key, ActorNames.Of(key, row.GetString(2)), row.Text(3), row.Text(4),
            row.GetInt32(5), row.GetInt32(6), Day(row, 7), Day(row, 8));
    }

    private static DateOnly? Day(Row row, int column) => row.GetInt32(column) is var day and not NoDay ? DateOnly.FromDayNumber(day) : null;

    private static string Column(VoiceOrder order) => order == VoiceOrder.Last ? "last_day" : "statements";

    private static (long Number, string? Key) Cursor(string? after)
    {
        var at = after?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        return at > 0 && long.TryParse(after.AsSpan(0, at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (number, after![(at + 1)..]) : (0, null);
    }

    private static string Next(Voice last, VoiceOrder order) => string.Create(
        CultureInfo.InvariantCulture, $"{(order == VoiceOrder.Last ? last.Last?.DayNumber ?? NoDay : last.Statements)}{Separator}{last.Key}");
}
