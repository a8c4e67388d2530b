using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>What lists of ranges, each in order, have and share.</summary>
internal static class Ranges
{
    /// <summary>From the first of the ranges' characters to the last; empty at 0 where there is no range.</summary>
    public static CodePointRange Extent(params ReadOnlySpan<ImmutableArray<CodePointRange>> roles)
    {
        int start = int.MaxValue, end = 0;
        foreach (var ranges in roles)
        {
            foreach (var range in ranges) (start, end) = (Math.Min(start, range.Start), Math.Max(end, range.End));
        }

        return start < end ? new CodePointRange(start, end) : default;
    }

    /// <summary>How many characters two lists have in common.</summary>
    public static long Shared(ImmutableArray<CodePointRange> one, ImmutableArray<CodePointRange> other)
    {
        long shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            shared += Math.Max(0, Math.Min(one[i].End, other[j].End) - Math.Max(one[i].Start, other[j].Start));
            if (one[i].End < other[j].End) i++;
            else j++;
        }

        return shared;
    }

    /// <summary>How many characters ranges have.</summary>
    public static long Length(ImmutableArray<CodePointRange> ranges)
    {
        long length = 0;
        foreach (var range in ranges) length += range.End - range.Start;
        return length;
    }
}
