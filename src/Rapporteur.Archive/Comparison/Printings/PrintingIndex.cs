using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>The quoted words of articles held in memory, and which articles print the same ones.</summary>
public sealed class PrintingIndex
{
    private readonly List<PrintedStatement> _statements = [];
    private readonly Dictionary<string, PrintedStatement> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<int>> _places = [];
    private readonly HashSet<string> _articles = new(StringComparer.Ordinal);

    /// <summary>Takes an article in.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="article">What to call it; where that is taken already, a number is put behind it.</param>
    public void Add(Record record, string article)
    {
        ArgumentNullException.ThrowIfNull(record);
        var name = article;
        for (var number = 2; !_articles.Add(name); number++) name = FormattableString.Invariant($"{article} ({number})");
        foreach (var statement in PrintedStatement.Of(record, name))
        {
            if (!_named.TryAdd(statement.Printing.Statement, statement)) continue;
            foreach (var fingerprint in Fingerprints.Kept(statement.Quoted))
            {
                if (!_places.TryGetValue(fingerprint, out var places)) _places[fingerprint] = places = [];
                places.Add(_statements.Count);
            }

            _statements.Add(statement);
        }
    }

    /// <summary>Every passage that two articles or more print, in the order in which they were taken in, each compared with its longest printing.</summary>
    public IEnumerable<StatementComparison> Passages()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in _statements)
        {
            if (!seen.Add(statement.Printing.Statement)) continue;
            var variants = Variants(statement);
            if (variants.IsEmpty) continue;
            var longest = Surely(variants).Select(name => _named[name]).Prepend(statement)
                .OrderByDescending(other => other.Quoted.Words.Count).ThenBy(other => other.Day ?? DateOnly.MaxValue).First();
            if (longest != statement) variants = Variants(longest);
            seen.UnionWith(Surely(variants).Append(longest.Printing.Statement));
            yield return new StatementComparison(longest.Printing, variants);
        }
    }

    /// <summary>The printings of a statement in other articles, by the day of publication.</summary>
    internal ImmutableArray<Variant> Variants(PrintedStatement original)
    {
        var candidates = Candidates.Of(original.Quoted, fingerprint => _places.GetValueOrDefault(fingerprint) ?? []);
        return VariantJudge.Judge(original, candidates.Select(candidate => _statements[candidate]));
    }

    private static IEnumerable<string> Surely(ImmutableArray<Variant> variants) =>
        variants.Where(variant => variant.Kind != VariantKind.Paraphrase).Select(variant => variant.Printing.Statement);
}
