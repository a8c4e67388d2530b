using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>Which of a record's statements are those that people spoke of: one to one, those with the same content first.</summary>
internal static class ThreadMatching
{
    // Of the characters of both contents together, those that they share, twice: half is the measure of the project's own scores.
    private const double LeastAlike = 0.5;

    /// <summary>The partner of each annotation; null where it has none.</summary>
    public static ImmutableArray<RecordStatement?> Match(ImmutableArray<RecordStatement> statements, IEnumerable<Annotation> annotations)
    {
        var wanted = annotations.ToArray();
        var partners = new RecordStatement?[wanted.Length];
        var taken = new HashSet<RecordStatement>(ReferenceEqualityComparer.Instance);
        var found = statements.Select(statement => (Statement: statement, Read: Annotation.Of(statement))).ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            var same = found.Where(other => other.Read.Content.SequenceEqual(wanted[i].Content) && !taken.Contains(other.Statement))
                .OrderByDescending(other => other.Read.Cue.SequenceEqual(wanted[i].Cue));
            if (same.FirstOrDefault().Statement is { } best && taken.Add(best)) partners[i] = best;
        }

        var alike = new List<(double Likeness, int Wanted, RecordStatement Statement)>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (partners[i] is not null) continue;
            foreach (var (statement, read) in found)
                if (Likeness(wanted[i].Content, read.Content) is >= LeastAlike and var likeness) alike.Add((likeness, i, statement));
        }

        foreach (var (_, i, statement) in alike.OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Wanted))
            if (partners[i] is null && taken.Add(statement)) partners[i] = statement;
        return [.. partners];
    }

    private static double Likeness(ImmutableArray<CodePointRange> one, ImmutableArray<CodePointRange> other) =>
        one.IsEmpty || other.IsEmpty || one[^1].End <= other[0].Start || other[^1].End <= one[0].Start
            ? 0 : 2.0 * Ranges.Shared(one, other) / (Ranges.Length(one) + Ranges.Length(other));
}
