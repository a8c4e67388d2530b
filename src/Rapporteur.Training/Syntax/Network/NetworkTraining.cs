using System.Globalization;
using System.Numerics.Tensors;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>
/// Trains the network: batches of sentences in an order that a seed fixes, each split into two shards whose gradients are added
/// in order, so that the result does not depend on how many threads there are.
/// </summary>
internal sealed class NetworkTraining(NetworkParameters net, Action<string> report)
{
    private const int Shards = 2;

    public int Epochs { get; init; } = 15;

    public float Rate { get; init; } = 2.5e-3f;

    /// <summary>About how many words a batch has.</summary>
    public int Batch { get; init; } = 1000;

    public void Train(IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<TrainingSentence> watched)
    {
        var random = new Random(20260916);
        var workers = Enumerable.Range(0, Shards).Select(_ => new NetworkWorker(net)).ToArray();
        var words = sentences.Sum(s => s.Length);
        var total = Epochs * (long)words;
        long seen = 0;
        var step = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var outcome = new Outcome();
            foreach (var batch in Batches(sentences, random))
            {
                var results = new Outcome[Shards];
                var seed = step * Shards;
                Parallel.For(0, Shards, k => results[k] = workers[k].Run(batch.Where((_, i) => i % Shards == k), true, seed + k));
                var inBatch = 0;
                foreach (var result in results) { outcome = outcome.Plus(result); inBatch += result.Words; }
                seen += inBatch;
                Step(workers, 1f / inBatch, ScheduledRate(seen, total), ++step);
            }

            report(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}: loss {outcome.Loss / outcome.Words:F3}, {Figures(outcome)}; watched {Figures(Watch(workers[0], watched))}"));
        }

        foreach (var (_, parameter) in net.All) parameter.Settle();
        report($"averaged: watched {Figures(Watch(workers[0], watched))}");
    }

    // Up for the first tenth of an epoch, then down to nothing along a cosine.
    private float ScheduledRate(long seen, long total)
    {
        var warm = total / Epochs / 5.0;
        return (float)(Rate * Math.Min(1, seen / warm) * (0.5 + 0.5 * Math.Cos(Math.PI * seen / total)) + 1e-6);
    }

    private void Step(NetworkWorker[] workers, float scale, float rate, int step)
    {
        const float Longest = 5;
        double squares = 0;
        foreach (var (_, p) in net.All)
            foreach (var worker in workers) squares += TensorPrimitives.SumOfSquares<float>(worker.Gradients[p].Dense.All);
        var norm = (float)Math.Sqrt(squares) * scale;
        if (norm > Longest) scale *= Longest / norm;
        var decay = Math.Max(0.002f, 1f / step);
        Parallel.ForEach(net.All, p => p.Parameter.Step([.. workers.Select(w => w.Gradients[p.Parameter])], rate, scale, decay));
    }

    private List<TrainingSentence[]> Batches(IReadOnlyList<TrainingSentence> sentences, Random random)
    {
        // Sentences of like length go together, which the recurrent layers like; the batches come in any order.
        var order = sentences.Select(s => (s, key: s.Length + random.NextDouble() * 6)).OrderBy(x => x.key).Select(x => x.s).ToList();
        var batches = new List<TrainingSentence[]>();
        var batch = new List<TrainingSentence>();
        var words = 0;
        foreach (var sentence in order)
        {
            batch.Add(sentence);
            words += sentence.Length;
            if (words < Batch) continue;
            batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }

        if (batch.Count > 0) batches.Add([.. batch]);
        var all = batches.ToArray();
        random.Shuffle(all);
        return [.. all];
    }

    private static Outcome Watch(NetworkWorker worker, IReadOnlyList<TrainingSentence> sentences) =>
        sentences.Chunk(50).Aggregate(new Outcome(), (sum, chunk) => sum.Plus(worker.Run(chunk, false, 0)));

    private static string Figures(Outcome o) => string.Create(CultureInfo.InvariantCulture,
        $"tags {100.0 * o.Tags / Math.Max(1, o.Words):F2} arcs {100.0 * o.Arcs / Math.Max(1, o.Words):F2} labelled {100.0 * o.Labelled / Math.Max(1, o.Words):F2}");
}
