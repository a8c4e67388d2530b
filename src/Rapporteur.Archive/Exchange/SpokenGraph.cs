using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Exchange;

/// <summary>Somebody who speaks of others, or is spoken of.</summary>
/// <param name="Key">What tells it from others: its name in small letters.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Statements">How many statements it makes.</param>
/// <param name="Mentions">How many of the statements counted here speak of it.</param>
public sealed record SpokenNode(string Key, string Name, int Statements, int Mentions);

/// <summary>What one says to or about another.</summary>
/// <param name="From">The key of who speaks.</param>
/// <param name="To">The key of whom it is said to, or whom or what it is about.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Acts">How many of them do what, by the names of acts.</param>
public sealed record SpokenEdge(string From, string To, int Statements, ImmutableSortedDictionary<string, int> Acts);

/// <summary>Who speaks to or about whom in the latest statements that a query finds.</summary>
/// <param name="Nodes">Who, by key.</param>
/// <param name="Edges">What they say of each other, by the keys of both ends.</param>
/// <param name="Counted">How many statements were looked at.</param>
/// <param name="IsAll">Whether these are all that name somebody.</param>
/// <param name="LeftOut">How many were left out because others weigh more.</param>
public sealed record SpokenGraph(ImmutableArray<SpokenNode> Nodes, ImmutableArray<SpokenEdge> Edges, int Counted, bool IsAll, int LeftOut)
{
    /// <summary>How many statements are looked at: the latest of them.</summary>
    public const int MostStatements = 3_000;

    /// <summary>How many are shown: those who speak and are spoken of most.</summary>
    public const int MostNodes = 200;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    private MentionGraph Mentions { get; init; } = new();

    /// <summary>Reads the graph from an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="query">Which statements.</param>
    /// <param name="byActor">Whether speakers stand under the actor that they speak for, where one is known.</param>
    /// <param name="least">What fewer statements say is left out.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static SpokenGraph Of(NewsArchive archive, StatementQuery query, bool byActor, int least)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(query);
        var statements = archive.Read(database => new WordQuery(database, query).Latest(
            WordQuery.Columns, ArticleReader.Statement, MostStatements + 1,
            "s.voice IS NOT NULL AND (s.addressee IS NOT NULL OR s.target IS NOT NULL)"));
        var isAll = statements.Count <= MostStatements;
        if (!isAll) statements.RemoveAt(statements.Count - 1);
        var all = new MentionGraph();
        foreach (var statement in statements) all.Add(statement, byActor && statement.Actor is { } code ? ActorNames.Of(code) : statement.Speaker!);
        return Of(all, statements.Count, isAll, least);
    }

    /// <summary>As GEXF 1.3, which Gephi opens.</summary>
    public void WriteGexf(Stream stream) => Write(stream, GexfWriter.Write);

    /// <summary>As GraphML.</summary>
    public void WriteGraphML(Stream stream) => Write(stream, GraphMLWriter.Write);

    /// <summary>As CSV (RFC 4180), a row an edge.</summary>
    public byte[] ToCsv()
    {
        var names = Nodes.ToDictionary(node => node.Key, node => node.Name, StringComparer.Ordinal);
        var rows = new StringBuilder("from,to,statements,acts\r\n");
        foreach (var edge in Edges)
            rows.AppendJoin(',', CsvField.Of(names[edge.From]), CsvField.Of(names[edge.To]), GraphAttributes.Number(edge.Statements),
                CsvField.Of(string.Join("; ", edge.Acts.Select(act => $"{act.Key} {GraphAttributes.Number(act.Value)}")))).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    internal static SpokenGraph Of(MentionGraph all, int counted, bool isAll, int least)
    {
        var edges = all.Edges.Where(edge => edge.Statements >= least).ToList();
        var weights = edges.SelectMany(edge => new[] { (edge.From, edge.Statements), (edge.To, edge.Statements) })
            .GroupBy(end => end.Item1, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(end => end.Statements), StringComparer.Ordinal);
        var kept = weights.OrderByDescending(weight => weight.Value).ThenBy(weight => weight.Key, StringComparer.Ordinal).Take(MostNodes)
            .Select(weight => weight.Key).ToHashSet(StringComparer.Ordinal);
        edges.RemoveAll(edge => !kept.Contains(edge.From) || !kept.Contains(edge.To));
        var joined = edges.SelectMany(edge => new[] { edge.From, edge.To }).ToHashSet(StringComparer.Ordinal);
        var graph = all.Only(joined, edges);
        var mentions = edges.GroupBy(edge => edge.To, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(edge => edge.Statements), StringComparer.Ordinal);
        return new SpokenGraph(
            [.. graph.Nodes.Select(node => new SpokenNode(node.Key, node.Label, node.Statements, mentions.GetValueOrDefault(node.Key)))],
            [.. graph.Edges.Select(edge => new SpokenEdge(edge.From, edge.To, edge.Statements, edge.Acts))], counted, isAll, weights.Count - joined.Count) { Mentions = graph };
    }

    private void Write(Stream stream, Action<XmlWriter, MentionGraph> write)
    {
        using (var xml = XmlWriter.Create(stream, Settings)) write(xml, Mentions);
        stream.WriteByte((byte)'\n');
    }
}
