using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store;

/// <summary>What statements are found by: their words, each in a field of the query language, and the fingerprints of their quotations.</summary>
internal abstract class StatementIndex
{
    /// <summary>Adds statements, in the rising order of their numbers.</summary>
    public abstract void Add(IReadOnlyList<NumberedStatement> statements);

    /// <summary>Takes statements out.</summary>
    /// <param name="ids">Their numbers: all of these articles.</param>
    /// <param name="articles">The articles that they are of.</param>
    public abstract void Remove(IReadOnlyList<long> ids, GivenRows articles);

    /// <summary>The numbers between which all statements of some articles are, for an engine that keeps numbers far apart in tables of their own.</summary>
    public virtual (long First, long Last) Span(GivenRows articles) => (0, long.MaxValue);

    /// <summary>Parts of a range of numbers, the lowest first, to be looked through one after the other as long as more are wanted.</summary>
    public virtual IReadOnlyList<(long First, long Last)> Parts(long first, long last) => [(first, last)];

    /// <summary>What statements fulfil, as SQL.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="parameters">How many parameters the query has before.</param>
    public abstract WordCondition Condition(QueryNode condition, int parameters);

    /// <summary>The numbers of the statements that hold each of some fingerprints, at most so many of each.</summary>
    public abstract ILookup<uint, long> WithFingerprints(IReadOnlyCollection<uint> fingerprints, int most);

    /// <summary>Where the index and the statements do not agree, a line each.</summary>
    public abstract IEnumerable<string> Faults();

    /// <summary>The texts that a statement is found by, always in this order of fields.</summary>
    protected static IEnumerable<(QueryField Field, string? Text)> Texts(NumberedStatement statement)
    {
        var row = statement.Row;
        return
        [
            (QueryField.Content, row.Content), (QueryField.Speaker, row.Statement.Speaker?.Name), (QueryField.Role, row.Role), (QueryField.Actor, row.ActorNames),
            (QueryField.Addressee, row.AddresseeNames), (QueryField.Act, row.Acts), (QueryField.Outlet, statement.Outlet), (QueryField.Relay, row.Relay),
            (QueryField.Medium, row.Statement.Medium?.Name), (QueryField.Kind, JsonNamingPolicy.CamelCase.ConvertName(row.Statement.Kind.ToString())),
            (QueryField.Altered, row.Altered ? "yes" : "no"),
        ];
    }
}

/// <summary>A statement with the number that the store gives it (<see cref="StatementOrder"/>).</summary>
/// <param name="Id">The number.</param>
/// <param name="Article">The article that it is of.</param>
/// <param name="Row">The statement.</param>
/// <param name="Outlet">Who published the article.</param>
internal readonly record struct NumberedStatement(long Id, long Article, StatementRow Row, string? Outlet);

/// <summary>What statements fulfil, as parts of a query over the table <c>statement_words</c>, there called w.</summary>
/// <param name="Id">The column that holds the statement's number.</param>
/// <param name="Where">What holds for its row.</param>
/// <param name="Values">The values of its parameters.</param>
internal sealed record WordCondition(string Id, string Where, ImmutableArray<object?> Values);
