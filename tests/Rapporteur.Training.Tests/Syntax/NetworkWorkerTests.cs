using Rapporteur.Training.Syntax.Network;
using Xunit;

namespace Rapporteur.Training.Tests.Syntax;

public class NetworkWorkerTests
{
    private static readonly NetworkSize Small = new() { Word = 16, Hidden = 8, Arc = 16, Label = 16, Affixes = 32 };

    private static readonly TrainingSentence[] Sentences =
    [
        Sentence([1, 2, 0, 3], [1, -1, 1, 2], [0, 1, 2, 0]),
        Sentence([3, 1], [1, -1], [2, 1]),
        Sentence([2, 2, 4, 1, 3], [1, 2, -1, 2, 2], [1, 0, 1, 2, 0]),
    ];

    private static TrainingSentence Sentence(int[] words, int[] heads, byte[] classes) => new(
        words, words, [.. Enumerable.Range(0, words.Length * TrainingSentence.AffixCount).Select(k => (k * 7 + words[0]) % Small.Affixes)], classes, heads, classes);

    private static NetworkParameters Network()
    {
        var net = new NetworkParameters(Small, new WordVectors(5, Small.Affixes, Small.Word), tags: 3, relations: 3);
        var random = new Random(7);
        foreach (var (_, parameter) in net.All)
        {
            foreach (ref var value in parameter.Value.All) value = random.NextSingle() - 0.5f;
            if (parameter != net.Words && parameter != net.Affixes) parameter.Transposed.Transpose(parameter.Value);
        }

        return net;
    }

    public static TheoryData<string> Parameters => [.. Network().All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void The_gradient_is_the_slope_of_the_loss(string name)
    {
        const float Step = 1e-3f;
        var net = Network();
        var parameter = net.All.Single(p => p.Name == name).Parameter;
        var worker = new NetworkWorker(net) { Dropout = 0, WordDropout = 0 };
        worker.Run(Sentences, training: true, seed: 1);
        var gradient = worker.Gradients[parameter];
        var sparse = parameter == net.Words || parameter == net.Affixes;
        var columns = parameter.Value.Columns;
        int tested = 0, wrong = 0;
        foreach (var index in Enumerable.Range(0, parameter.Value.All.Length).Where(i => i % Math.Max(1, parameter.Value.All.Length / 25) == 0))
        {
            var stated = sparse ? gradient.Rows.TryGetValue(index / columns, out var row) ? row[index % columns] : 0 : gradient.Dense.All[index];
            var kept = parameter.Value.All[index];
            parameter.Value.All[index] = kept + Step;
            var above = worker.Run(Sentences, training: false, seed: 1).Loss;
            parameter.Value.All[index] = kept - Step;
            var below = worker.Run(Sentences, training: false, seed: 1).Loss;
            parameter.Value.All[index] = kept;
            var slope = (above - below) / (2 * Step);
            if (Math.Abs(slope - stated) > 0.02 + 0.03 * Math.Abs(slope)) wrong++;
            tested++;
        }

        // A step may cross the kink of a rectifier, where the slope is neither this nor that.
        Assert.True(tested >= 15 && wrong <= tested / 10, $"{name}: {wrong} of {tested} gradients are not the slope");
    }

    [Fact]
    public void Training_twice_gives_the_same_network_and_learns_its_examples()
    {
        static NetworkParameters Trained()
        {
            var net = new NetworkParameters(Small, new WordVectors(5, Small.Affixes, Small.Word), tags: 3, relations: 3);
            new NetworkTraining(net, _ => { }) { Epochs = 300, Batch = 20, Rate = 1e-2f }.Train(Sentences, Sentences);
            return net;
        }

        var (first, second) = (Trained(), Trained());
        foreach (var (a, b) in first.All.Zip(second.All)) Assert.Equal(a.Parameter.Value.All.ToArray(), b.Parameter.Value.All.ToArray());
        var outcome = new NetworkWorker(first).Run(Sentences, training: false, seed: 0);
        Assert.Equal(outcome.Words, outcome.Arcs);
    }
}
