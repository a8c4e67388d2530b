using System.Collections.Immutable;

namespace Rapporteur.Archive.Search;

/// <summary>What statements are looked for: docs/archive.md describes the language.</summary>
public sealed class StatementQuery
{
    private StatementQuery(string text, QueryNode? condition, DayRange? days)
    {
        Text = text;
        Condition = condition;
        Days = days;
        ContentPhrases = [.. Wanted(condition).Where(phrase => phrase.Field == QueryField.Content)];
    }

    /// <summary>The query as it was written.</summary>
    public string Text { get; }

    /// <summary>The days that are looked at; null for all, and for statements of no known day.</summary>
    public DayRange? Days { get; }

    /// <summary>Whether nothing is asked for but days.</summary>
    public bool IsOfDaysAlone => Condition is null;

    /// <summary>What a statement must fulfil; null where any will do.</summary>
    internal QueryNode? Condition { get; }

    /// <summary>The phrases that a statement's words may be found by.</summary>
    internal ImmutableArray<PhraseNode> ContentPhrases { get; }

    /// <summary>Understands a query.</summary>
    /// <exception cref="QueryException">It cannot be understood; the exception points at the character.</exception>
    public static StatementQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (condition, days) = new QueryParser(text).Parse();
        return new StatementQuery(text, condition, days);
    }

    /// <summary>What finds the statements that have a value in a field, as a query writes it: <c>speaker:"ilse marten"</c>; null where the value has no word.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static string? Term(string field, string value) => FoldedWords.Of(value) switch
    {
        [] => null,
        [var word] => $"{field}:{word}",
        var words => $"{field}:\"{string.Join(' ', words)}\"",
    };

    private static IEnumerable<PhraseNode> Wanted(QueryNode? node) => node switch
    {
        PhraseNode phrase => [phrase],
        AllNode all => all.Parts.SelectMany(Wanted),
        AnyNode any => any.Parts.SelectMany(Wanted),
        _ => [],
    };
}
