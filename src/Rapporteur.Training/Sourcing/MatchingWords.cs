namespace Rapporteur.Training.Sourcing;

/// <summary>
/// How many words two texts share in runs, as Python's <c>difflib.SequenceMatcher</c> without junk counts them (Ratcliff and
/// Metzener 1988): the longest run they share, then the same to the left and to the right of it.
/// </summary>
internal static class MatchingWords
{
    /// <summary>The words in runs of two or more; runs of one count where one of the texts has fewer than four words.</summary>
    public static int Count(string[] a, string[] b)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var j = 0; j < b.Length; j++)
        {
            if (!places.TryGetValue(b[j], out var list)) places[b[j]] = list = [];
            list.Add(j);
        }

        var least = Math.Min(a.Length, b.Length) < 4 ? 1 : 2;
        var blocks = new List<(int I, int J, int Size)>();
        var queue = new Stack<(int, int, int, int)>([(0, a.Length, 0, b.Length)]);
        while (queue.TryPop(out var part))
        {
            var (fromA, toA, fromB, toB) = part;
            var (i, j, size) = Longest(a, places, fromA, toA, fromB, toB);
            if (size == 0) continue;
            blocks.Add((i, j, size));
            if (fromA < i && fromB < j) queue.Push((fromA, i, fromB, j));
            if (i + size < toA && j + size < toB) queue.Push((i + size, toA, j + size, toB));
        }

        // Runs that touch in both texts are one.
        blocks.Sort();
        var total = 0;
        for (var k = 0; k < blocks.Count;)
        {
            var (i, j, size) = blocks[k++];
            while (k < blocks.Count && blocks[k].I == i + size && blocks[k].J == j + size) size += blocks[k++].Size;
            if (size >= least) total += size;
        }

        return total;
    }

    private static (int I, int J, int Size) Longest(string[] a, Dictionary<string, List<int>> places, int fromA, int toA, int fromB, int toB)
    {
        var best = (I: fromA, J: fromB, Size: 0);
        var lengths = new Dictionary<int, int>();
        for (var i = fromA; i < toA; i++)
        {
            var next = new Dictionary<int, int>();
            foreach (var j in places.GetValueOrDefault(a[i], []))
            {
                if (j < fromB) continue;
                if (j >= toB) break;
                var size = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                if (size > best.Size) best = (i - size + 1, j - size + 1, size);
            }

            lengths = next;
        }

        return best;
    }
}
