using System.Collections.Immutable;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Commitments;

/// <summary>Lays statements beside what the same speaker said before, one after the other in the order of time.</summary>
/// <remarks>Each is compared with the latest few that share a word with it, so that the time for all is linear in their number.</remarks>
internal sealed class CommitmentLinks
{
    private const int FewestShared = 2, MostCompared = 32, MostLinks = 3;
    private const double SameUnion = 0.5, SameShorter = 0.75, PrintedUnion = 0.75;
    private const int DaysOfOnePrinting = 3;

    // By the last word of a speaker's name: what speakers of this name said, and which of it holds a stem.
    private readonly Dictionary<string, List<Earlier>> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Stem), List<int>> _holding = [];

    private sealed record Earlier(StoredStatement Statement, IReadOnlyList<string> Speaker, Proposition Proposition);

    /// <summary>Lays a statement beside those before it, and keeps it for those after it.</summary>
    /// <returns>The statement that it is another printing of, or null; else what it restates or contradicts, the closest first.</returns>
    public (StatementName? PrintingOf, ImmutableArray<CommitmentLink> Links) Add(StoredStatement statement)
    {
        var speaker = WordSequence.Of(statement.Speaker ?? "").Forms;
        if (speaker.Count == 0) return (null, []);
        var proposition = Proposition.Of(statement.Content);
        var links = new List<CommitmentLink>();
        foreach (var earlier in Candidates(speaker, proposition))
        {
            var overlap = proposition.Beside(earlier.Proposition);
            if (overlap.Count < FewestShared) continue;
            if (!overlap.IsOpposite && overlap.Union >= PrintedUnion && IsOfSameDays(statement, earlier.Statement)) return (earlier.Statement.Name, []);
            if (overlap.Union < SameUnion && (overlap.Shorter < SameShorter || overlap.Count <= FewestShared)) continue;
            links.Add(new CommitmentLink(
                overlap.IsOpposite ? CommitmentRelation.Contradicts : CommitmentRelation.Restates, earlier.Statement.Name, overlap.Union, overlap.Shared, proposition.Negations));
        }

        Keep(new Earlier(statement, speaker, proposition));
        return (null, [.. links.OrderByDescending(link => link.Overlap).Take(MostLinks)]);
    }

    private List<Earlier> Candidates(IReadOnlyList<string> speaker, Proposition proposition)
    {
        if (!_said.TryGetValue(speaker[^1], out var said)) return [];
        var shared = new Dictionary<int, int>();
        foreach (var stem in proposition.Stems)
        {
            if (!_holding.TryGetValue((speaker[^1], stem), out var holding)) continue;
            foreach (var i in holding.TakeLast(MostCompared)) shared[i] = shared.GetValueOrDefault(i) + 1;
        }

        return [.. shared.Where(pair => pair.Value >= FewestShared).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key)
            .Take(MostCompared).Select(pair => said[pair.Key]).Where(earlier => IsSame(earlier.Speaker, speaker))];
    }

    private void Keep(Earlier earlier)
    {
        var name = earlier.Speaker[^1];
        if (!_said.TryGetValue(name, out var said)) _said.Add(name, said = []);
        foreach (var stem in earlier.Proposition.Stems)
        {
            if (!_holding.TryGetValue((name, stem), out var holding)) _holding.Add((name, stem), holding = []);
            holding.Add(said.Count);
        }

        said.Add(earlier);
    }

    // "Marten" is "Ilse Marten"; "Jon Marten" is not.
    private static bool IsSame(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.All(other.Contains) || other.All(one.Contains);

    private static bool IsOfSameDays(StoredStatement one, StoredStatement other) =>
        one.Day is { } day && other.Day is { } otherDay && Math.Abs(day.DayNumber - otherDay.DayNumber) <= DaysOfOnePrinting;
}
