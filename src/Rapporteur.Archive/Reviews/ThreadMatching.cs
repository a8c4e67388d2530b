using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>Which of a record's statements are those that people spoke of: one to one, those with the same content first.</summary>
internal static class ThreadMatching
{
    // Of the characters of both contents together, those that they share, twice: half is the measure of the project's own scores.
    private const double LeastAlike = 0.5;

    /// <summary>The partner of each annotation; null where it has none.</summary>
    /// <param name="statements">The statements of a record.</param>
    /// <param name="annotations">What was spoken of, and whether a reader had found it. What a reader had missed is found only where it is the same: one that shares words may stand inside it.</param>
    public static ImmutableArray<RecordStatement?> Match(ImmutableArray<RecordStatement> statements, IEnumerable<(Annotation Annotation, bool WasFound)> annotations)
    {
        var wanted = annotations.ToArray();
        var partners = new RecordStatement?[wanted.Length];
        var taken = new HashSet<RecordStatement>(ReferenceEqualityComparer.Instance);
        var found = statements.Select(statement => (Statement: statement, Read: Annotation.Of(statement))).ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            var (annotation, wasFound) = wanted[i];
            var same = found.Where(other => !taken.Contains(other.Statement) && (wasFound ? other.Read.Content.SequenceEqual(annotation.Content) : IsSame(other.Read, annotation)))
                .OrderByDescending(other => other.Read.Cue.SequenceEqual(annotation.Cue));
            if (same.FirstOrDefault().Statement is { } best && taken.Add(best)) partners[i] = best;
        }

        var alike = new List<(double Likeness, int Wanted, RecordStatement Statement)>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (partners[i] is not null || !wanted[i].WasFound) continue;
            foreach (var (statement, read) in found)
                if (Likeness(wanted[i].Annotation.Content, read.Content) is >= LeastAlike and var likeness) alike.Add((likeness, i, statement));
        }

        foreach (var (_, i, statement) in alike.OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Wanted))
            if (partners[i] is null && taken.Add(statement)) partners[i] = statement;
        return [.. partners];
    }

    /// <summary>Whether two annotations are of one statement: the same words, and the same words that say they were said, as far as both see any.</summary>
    public static bool IsSame(Annotation one, Annotation other) =>
        one.Content.SequenceEqual(other.Content) && (one.Cue.IsEmpty || other.Cue.IsEmpty || Ranges.Shared(one.Cue, other.Cue) > 0);

    private static double Likeness(ImmutableArray<CodePointRange> one, ImmutableArray<CodePointRange> other) =>
        one.IsEmpty || other.IsEmpty || one[^1].End <= other[0].Start || other[^1].End <= one[0].Start
            ? 0 : 2.0 * Ranges.Shared(one, other) / (Ranges.Length(one) + Ranges.Length(other));
}
