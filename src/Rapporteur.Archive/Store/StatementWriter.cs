using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>Writes what articles are found by: the statements of their newest versions, with words and counts, and what they are about.</summary>
/// <remarks>
/// Statements are written last and in the order of their numbers: tables grow page by page, and the index of words takes the whole
/// batch in one piece.
/// </remarks>
internal sealed class StatementWriter(Database database)
{
    private readonly VoiceTable _voices = new(database);

    /// <summary>Takes out what articles are found by.</summary>
    public void Remove(GivenRows articles)
    {
        if (articles.Rows.Count == 0) return;
        var ids = _voices.Remove(articles);
        database.Index.Remove(ids, articles);
        database.RunFor("DELETE FROM statements WHERE id IN (SELECT id FROM given)", GivenRows.Of("id", ids));
        database.RunFor("DELETE FROM profiles WHERE article IN (SELECT article FROM given)", articles);
    }

    /// <summary>Writes what articles are found by now, and counts what went and came.</summary>
    /// <param name="articles">Articles that were taken out before or are new, by number, with their newest versions.</param>
    public void Write(IReadOnlyDictionary<long, ArchiveEntry> articles)
    {
        // Without a day an article belongs to no happening.
        database.Insert("profiles", "article, day, terms",
            [.. articles.Where(article => article.Value.Day is not null).Select(article => new object?[] { article.Key, article.Value.Day, article.Value.Profile })]);
        foreach (var entry in articles.Values) _voices.Add(entry.Rows.Select(row => new Utterance(row.Day, row.Named, row.Role, row.Actor, row.Acts, entry.Document.Outlet)));
        var rows = articles.SelectMany(article => article.Value.Rows.Select(row => (Article: article.Key, Row: row, article.Value.Document.Outlet))).ToList();
        var numbers = database.Numbering.Statements(rows.ConvertAll(row => row.Row.Day));
        var statements = rows.Select((row, i) => new NumberedStatement(numbers[i], row.Article, row.Row, row.Outlet)).OrderBy(statement => statement.Id).ToList();
        database.Insert(
            "statements", "id, article, number, day, kind, altered, score, speaker, role, actor, act, addressee, target, relay, medium, content, voice, outlet",
            statements.ConvertAll(Columns));
        database.Index.Add(statements);
        _voices.Complete();
    }

    private object?[] Columns(NumberedStatement numbered)
    {
        var (id, article, row, outlet) = numbered;
        var statement = row.Statement;
        return
        [
            id, article, row.Number, row.Day, (int)statement.Kind, row.Altered ? 1 : 0, (int)Math.Round(statement.Score * 1000), statement.Speaker?.Name,
            row.Role, row.Actor, row.Acts, statement.Addressee?.Name, statement.Target?.Name, row.Relay, statement.Medium?.Name, row.Content, row.Voice is { } voice ? _voices.Numbers[voice] : null, outlet,
        ];
    }
}
