using System.Collections.Immutable;
using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Store;
using Rapporteur.Entities;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Archive.Exchange;

/// <summary>Who speaks of whom: those who make statements and those whom their statements mention, address or aim at.</summary>
/// <remarks>
/// Names are one node where they are alike but for case, across all articles: two people of one name become one, one person under two
/// names two. Who is described and not named is left out. The graph does not depend on the order of the records.
/// </remarks>
internal sealed class MentionGraph
{
    private readonly Dictionary<string, MentionNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), MentionEdge> _edges = [];

    // Whom an article has brought in, where its statements come one by one.
    private readonly Dictionary<long, HashSet<string>> _seen = [];

    /// <summary>The nodes, by their keys.</summary>
    public IEnumerable<MentionNode> Nodes => _nodes.Values.OrderBy(node => node.Key, StringComparer.Ordinal);

    /// <summary>The edges, by the keys of their ends.</summary>
    public IEnumerable<MentionEdge> Edges =>
        _edges.Values.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal);

    /// <summary>Takes in what a record's statements say.</summary>
    public void Add(Record record)
    {
        var entities = record.Entities.DistinctBy(entity => entity.Id).ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in record.Statements)
        {
            if (statement.Speaker is not { Anonymous: null } speaker || !SpeakerNames.IsName(speaker.Name)) continue;
            var from = Node(speaker.Name, speaker.Entity is { } id ? entities.GetValueOrDefault(id) : null, seen);
            from.Statements++;
            foreach (var (key, name, entity) in Mentioned(record, statement, entities))
            {
                if (key == from.Key) continue;
                Node(name, entity, seen);
                if (!_edges.TryGetValue((from.Key, key), out var edge)) _edges[(from.Key, key)] = edge = new MentionEdge(from.Key, key);
                edge.Add(statement.Kind, statement.Acts.Select(act => act.Kind));
            }
        }
    }

    /// <summary>Takes in what a stored statement of a named speaker says to whom and about whom.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="speaker">Whom it counts for.</param>
    public void Add(StoredStatement statement, string speaker)
    {
        if (!_seen.TryGetValue(statement.Name.Article, out var seen)) _seen[statement.Name.Article] = seen = new HashSet<string>(StringComparer.Ordinal);
        var from = Node(speaker, null, seen);
        from.Statements++;
        var acts = statement.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(act => Enum.Parse<SpeechAct>(act, ignoreCase: true)).ToList();
        foreach (var name in new[] { statement.Addressee, statement.Target }.OfType<string>().Where(SpeakerNames.IsName).DistinctBy(KeyOf))
        {
            var key = KeyOf(name);
            if (key.Length == 0 || key == from.Key) continue;
            Node(name, null, seen);
            if (!_edges.TryGetValue((from.Key, key), out var edge)) _edges[(from.Key, key)] = edge = new MentionEdge(from.Key, key);
            edge.Add(statement.Kind, acts);
        }
    }

    /// <summary>The part of the graph that has these nodes and edges.</summary>
    public MentionGraph Only(IReadOnlySet<string> nodes, IEnumerable<MentionEdge> edges)
    {
        var part = new MentionGraph();
        foreach (var node in _nodes.Values.Where(node => nodes.Contains(node.Key))) part._nodes[node.Key] = node;
        foreach (var edge in edges) part._edges[(edge.From, edge.To)] = edge;
        return part;
    }

    private static string KeyOf(string name) => GraphAttributes.Clean(name).Trim().ToLowerInvariant();

    // Each once for a statement, however often it names them.
    private static IEnumerable<(string Key, string Name, RecordEntity? Entity)> Mentioned(
        Record record, RecordStatement statement, Dictionary<string, RecordEntity> entities)
    {
        var within = record.Entities.Where(entity => entity.Type is EntityType.Person or EntityType.Organization or EntityType.Group or EntityType.Place
                && entity.Mentions.Any(mention => statement.Content.Any(content => content.Start <= mention.Start && mention.End <= content.End)))
            .Select(entity => (entity.Name, (RecordEntity?)entity));
        var counterparts = new[] { statement.Addressee, statement.Target }.OfType<RecordCounterpart>()
            .Select(counterpart => counterpart.Entity is { } id && entities.TryGetValue(id, out var entity) ? (entity.Name, entity) : (counterpart.Name, null));
        return within.Concat(counterparts).Select(named => (KeyOf(named.Name), named.Name, named.Item2)).Where(named => named.Item1.Length > 0 && SpeakerNames.IsName(named.Name)).DistinctBy(named => named.Item1);
    }

    private MentionNode Node(string name, RecordEntity? entity, HashSet<string> seen)
    {
        var key = KeyOf(name);
        if (!_nodes.TryGetValue(key, out var node)) _nodes[key] = node = new MentionNode(key);
        node.Describe(name, entity);
        if (seen.Add(key)) node.Articles++;
        return node;
    }
}

/// <summary>Somebody in the graph.</summary>
internal sealed class MentionNode(string key)
{
    public string Key => key;

    /// <summary>The name as printed; of several ways to print it the first in ordinal order.</summary>
    public string Label { get; private set; } = "";

    /// <summary>What it is.</summary>
    public string? Type { get; private set; }

    /// <summary>The code of the actor that it is or stands for.</summary>
    public string? Actor { get; private set; }

    /// <summary>How many articles have it in the graph.</summary>
    public int Articles { get; set; }

    /// <summary>How many statements it makes.</summary>
    public int Statements { get; set; }

    public void Describe(string name, RecordEntity? entity)
    {
        if (Label.Length == 0 || string.CompareOrdinal(name, Label) < 0) Label = name;
        Type = Least(Type, entity?.Type.ToString().ToLowerInvariant());
        Actor = Least(Actor, entity?.Actor?.Code);
    }

    // Which of two is kept must not depend on which comes first.
    private static string? Least(string? one, string? other) => one is null ? other : other is null || string.CompareOrdinal(one, other) <= 0 ? one : other;
}

/// <summary>What one says that speaks of another.</summary>
internal sealed class MentionEdge(string from, string to)
{
    private readonly SortedDictionary<SpeechAct, int> _acts = [];

    public string From => from;

    public string To => to;

    /// <summary>How many statements.</summary>
    public int Statements { get; private set; }

    /// <summary>How many of them in the speaker's own words, all or some.</summary>
    public int Quoted { get; private set; }

    /// <summary>How many of them do what.</summary>
    public ImmutableSortedDictionary<string, int> Acts =>
        _acts.ToImmutableSortedDictionary(act => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(act.Key.ToString()), act => act.Value, StringComparer.Ordinal);

    public void Add(StatementKind kind, IEnumerable<SpeechAct> acts)
    {
        Statements++;
        if (kind != StatementKind.Indirect) Quoted++;
        foreach (var act in acts.Distinct()) _acts[act] = _acts.GetValueOrDefault(act) + 1;
    }
}
