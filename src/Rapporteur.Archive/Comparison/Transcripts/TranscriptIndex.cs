using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>Finds where words stand in transcripts, without going through them. Immutable and safe to share between threads.</summary>
public sealed class TranscriptIndex
{
    private const int MostOfOneShingle = 256, MostWindows = 12, Margin = 8, Drift = 40, MuchLess = 3;

    private readonly ulong[] _shingles;
    private readonly int[] _starts;

    /// <summary>Takes transcripts in.</summary>
    public TranscriptIndex(IEnumerable<Transcript> transcripts)
    {
        ArgumentNullException.ThrowIfNull(transcripts);
        Transcripts = [.. transcripts.Select(transcript => new IndexedTranscript(transcript))];
        _starts = new int[Transcripts.Length + 1];
        var shingles = new List<ulong>();
        for (var t = 0; t < Transcripts.Length; t++)
        {
            var words = Transcripts[t].Words;
            for (var i = 0; i + Shingles.Length <= words.Count; i++) shingles.Add((ulong)Shingles.At(words.Hashes, i) << 32 | (uint)(_starts[t] + i));
            _starts[t + 1] = _starts[t] + words.Count;
        }

        _shingles = [.. shingles];
        Array.Sort(_shingles);
    }

    /// <summary>How many transcripts there are.</summary>
    public int Count => Transcripts.Length;

    internal ImmutableArray<IndexedTranscript> Transcripts { get; }

    /// <summary>The stretches of transcripts that share most with the words given, the likeliest first; a dozen at most.</summary>
    internal List<(int Transcript, WordRun Run)> Windows(WordRun words)
    {
        // Words that stand in the same distance from each other lie on one diagonal: sorted by it, those of one place come together.
        var seeds = new List<(int Start, int At, double Weight)>();
        for (var i = words.First; i + Shingles.Length <= words.End; i++)
        {
            var places = Places(Shingles.At(words.Words.Hashes, i));
            if (places.Length > MostOfOneShingle) continue;
            foreach (var place in places) seeds.Add(((int)(uint)place - (i - words.First), i - words.First, 1 / Math.Sqrt(places.Length)));
        }

        seeds.Sort();
        // A run of four words, the least that counts where there are more, holds two seeds.
        var fewest = words.Count > Shingles.Length + 1 ? 2 : 1;
        var windows = new List<(double Weight, int First, int Last)>();
        var reach = Drift + words.Count / 4;
        for (int first = 0, last = 0; first < seeds.Count; first = last + 1)
        {
            var weight = 0.0;
            for (last = first; last + 1 < seeds.Count && seeds[last + 1].Start - seeds[first].Start <= reach; last++) weight += seeds[last].Weight;
            weight += seeds[last].Weight;
            if (last - first + 1 >= fewest) windows.Add((weight, seeds[first].Start, seeds[last].Start));
        }

        windows.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.First.CompareTo(b.First));
        return [.. windows.Take(MostWindows).TakeWhile(window => window.Weight * MuchLess >= windows[0].Weight).Select(window => Run(window.First, window.Last + words.Count))];
    }

    private (int Transcript, WordRun Run) Run(int first, int end)
    {
        // A place that begins before its transcript does belongs to the one in which its middle lies.
        var middle = Math.Clamp((first + end) / 2, 0, _starts[^1] - 1);
        var t = Array.BinarySearch(_starts, middle);
        t = t < 0 ? ~t - 1 : t;
        while (_starts[t + 1] == _starts[t]) t++;
        var count = Transcripts[t].Words.Count;
        return (t, new WordRun(Transcripts[t].Words, Math.Clamp(first - Margin - _starts[t], 0, count), Math.Clamp(end + Margin - _starts[t], 0, count)));
    }

    private ReadOnlySpan<ulong> Places(uint shingle)
    {
        var from = FirstFrom((ulong)shingle << 32);
        var to = shingle == uint.MaxValue ? _shingles.Length : FirstFrom((ulong)(shingle + 1) << 32);
        return _shingles.AsSpan(from, to - from);
    }

    private int FirstFrom(ulong key)
    {
        var found = Array.BinarySearch(_shingles, key);
        return found < 0 ? ~found : found;
    }
}
