using System.Collections.Immutable;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Commitments;

/// <summary>What statements of an archive bind their speakers to, over time.</summary>
public sealed class CommitmentLedger(NewsArchive archive)
{
    /// <summary>The acts that commit: promises, threats, demands, denials.</summary>
    public const string Acts = "(act:promise OR act:threaten OR act:demand OR act:deny)";

    /// <summary>How many statements are laid beside each other: the latest, where there are more.</summary>
    public const int Most = 2_000;

    /// <summary>The commitments of a speaker or actor, the earliest first.</summary>
    /// <param name="who">Words of the speaker's name, or the name or code of an actor; null for everybody.</param>
    /// <param name="query">What else they must fulfil: <c>act:promise day:2024 strait</c>.</param>
    /// <param name="beside">How many statements are laid beside each other, the latest.</param>
    /// <param name="last">How many commitments are given, the latest; the others are only laid beside them.</param>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public ImmutableArray<Commitment> Of(string? who, string query = "", int beside = Most, int last = Most)
    {
        ArgumentNullException.ThrowIfNull(query);

        // Alone first: an error points into what was asked, and an OR at its end cannot take hold of what is added.
        StatementQuery.Parse(query);
        var asked = StatementQuery.Parse($"{query} {Acts} {Who(who)}");
        var statements = archive.Read(database => new WordQuery(database, asked).Statements(descending: true, 0, beside));
        statements.Reverse();

        var links = new CommitmentLinks();
        var entries = new List<(StoredStatement Statement, ImmutableArray<CommitmentLink> Links, List<StatementName> Printed)>();
        var places = new Dictionary<StatementName, int>();
        foreach (var statement in statements)
        {
            var (printingOf, found) = links.Add(statement);
            if (printingOf is { } first && places.TryGetValue(first, out var place))
            {
                entries[place].Printed.Add(statement.Name);
                continue;
            }

            places[statement.Name] = entries.Count;
            entries.Add((statement, found, []));
        }

        return [.. entries.TakeLast(last).Select(entry => Made(entry.Statement, entry.Links, entry.Printed))];
    }

    // In quotation marks, so that every word of the name is only a word.
    private static string Who(string? who)
    {
        var words = string.Join(' ', FoldedWords.Of(who ?? ""));
        return words.Length > 0 ? $"(speaker:\"{words}\" OR actor:\"{words}\")" : "";
    }

    private Commitment Made(StoredStatement statement, ImmutableArray<CommitmentLink> links, List<StatementName> printed)
    {
        var record = archive.Record(statement.Name.Article)!;
        var text = new RecordText(record.Document.Text);

        // Null where another command has read the article anew in between.
        var said = record.Statements.FirstOrDefault(s => s.Id == statement.Name.Id);
        return new Commitment(
            statement, archive.Article(statement.Name.Article)!,
            said?.Condition is { } condition ? new PhraseEvidence(text[condition.Evidence], condition.Evidence) : null,
            said is null ? [] : [.. said.Deadlines.Select(deadline => new PhraseEvidence(text[deadline], [deadline]))], said?.Content ?? [], [.. printed], links);
    }
}
