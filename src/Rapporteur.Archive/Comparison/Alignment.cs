using System.Collections.Immutable;
using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>What becomes of words between two texts.</summary>
internal enum StepKind : byte
{
    /// <summary>The same words.</summary>
    Same,

    /// <summary>The same words, written differently ("we will", "we'll").</summary>
    Form,

    /// <summary>Other words in their place.</summary>
    Changed,

    /// <summary>Words of the first text that the second has not.</summary>
    Added,

    /// <summary>Words of the second text that the first has not.</summary>
    Dropped,
}

/// <summary>Words of two texts that stand for each other, as numbers within their sequences.</summary>
internal readonly record struct Step(StepKind Kind, TokenRange First, TokenRange Second)
{
    /// <summary>Whether the words are the same, however they are written.</summary>
    public bool IsSame => Kind is StepKind.Same or StepKind.Form;
}

/// <summary>Lays two runs of words side by side.</summary>
/// <remarks>
/// An alignment with affine gaps (Gotoh 1982) where words that carry meaning weigh more than those that do not. Where its table would
/// grow too large the runs are first cut at three words in a row that stand once in each, so that time and memory stay near linear.
/// </remarks>
internal static class Alignment
{
    private const int LargestTable = 1 << 18, DeepestCut = 24;

    /// <summary>The whole of both runs, side by side.</summary>
    public static ImmutableArray<Step> Whole(WordRun first, WordRun second, WordForms forms) => Of(first, second, forms, local: false);

    /// <summary>The parts of both runs that belong together; what stands before and after is left out. Empty where nothing does.</summary>
    public static ImmutableArray<Step> Local(WordRun first, WordRun second, WordForms forms) => Of(first, second, forms, local: true);

    private static ImmutableArray<Step> Of(WordRun first, WordRun second, WordForms forms, bool local)
    {
        var steps = new List<Step>();
        Align(first, second, forms, local, local, DeepestCut, steps);
        return Merged(steps);
    }

    private static void Align(WordRun first, WordRun second, WordForms forms, bool freeStart, bool freeEnd, int depth, List<Step> steps)
    {
        if ((long)first.Count * second.Count <= LargestTable)
        {
            steps.AddRange(new AlignmentTable(first, second, forms, freeStart, freeEnd).Steps());
            return;
        }

        if (depth == 0 || FindAnchor(first, second) is not { } anchor)
        {
            if (freeStart || freeEnd) return;
            steps.Add(new Step(StepKind.Added, new TokenRange(first.First, first.End), new TokenRange(second.First, second.First)));
            steps.Add(new Step(StepKind.Dropped, new TokenRange(first.End, first.End), new TokenRange(second.First, second.End)));
            return;
        }

        Align(first with { End = anchor.First }, second with { End = anchor.Second }, forms, freeStart, false, depth - 1, steps);
        Align(first with { First = anchor.First }, second with { First = anchor.Second }, forms, false, freeEnd, depth - 1, steps);
    }

    // Three words in a row that stand once in each run, as near to the middle of the first as there are.
    private static (int First, int Second)? FindAnchor(WordRun first, WordRun second)
    {
        var inFirst = Unique(first);
        var inSecond = Unique(second);
        var middle = first.First + first.Count / 2;
        (int First, int Second)? best = null;
        foreach (var (shingle, at) in inFirst)
        {
            if (at <= first.First || !inSecond.TryGetValue(shingle, out var there) || there <= second.First) continue;
            if (best is { } b && (Math.Abs(at - middle), at).CompareTo((Math.Abs(b.First - middle), b.First)) >= 0) continue;
            best = (at, there);
        }

        return best;
    }

    private static Dictionary<uint, int> Unique(WordRun run)
    {
        var found = new Dictionary<uint, int>();
        for (var i = run.First; i + Shingles.Length <= run.End; i++)
        {
            var shingle = Shingles.At(run.Words.Hashes, i);
            if (!found.TryAdd(shingle, i)) found[shingle] = -1;
        }

        return found;
    }

    private static ImmutableArray<Step> Merged(List<Step> steps)
    {
        var merged = ImmutableArray.CreateBuilder<Step>();
        foreach (var step in steps)
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Kind == step.Kind && step.Kind != StepKind.Form)
                merged[^1] = new Step(last.Kind, new TokenRange(last.First.First, step.First.End), new TokenRange(last.Second.First, step.Second.End));
            else
                merged.Add(step);
        }

        return merged.ToImmutable();
    }
}
