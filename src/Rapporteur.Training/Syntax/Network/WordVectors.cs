using System.Numerics.Tensors;
using Rapporteur.Learning;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>The words of a sentence of any text, as rows.</summary>
/// <param name="Words">The row of each word; 0 for one that is too rare.</param>
/// <param name="Affixes">The rows of each word's affixes, one word after the other.</param>
internal sealed record PlainSentence(int[] Words, int[] Affixes);

/// <summary>
/// Vectors of words and affixes from the words around them, learned from texts without annotation: skip-grams with a set of
/// outputs for each place (Ling et al. 2015, which suits syntax), a word being the sum of itself and its affixes (Bojanowski et
/// al. 2017). One thread, in the order of the texts.
/// </summary>
internal sealed class WordVectors
{
    private const int Reach = 2;
    private const int Negatives = 5;

    private readonly int _width;
    private readonly float[] _words, _affixes;
    private readonly float[][] _outputs;
    private readonly Random _random = new(20260917);

    public WordVectors(int words, int affixes, int width)
    {
        _width = width;
        _words = new float[words * width];
        _affixes = new float[affixes * width];
        _outputs = [.. Enumerable.Range(0, 2 * Reach).Select(_ => new float[words * width])];
        foreach (ref var x in _words.AsSpan()) x = (_random.NextSingle() - 0.5f) / width;
        foreach (ref var x in _affixes.AsSpan()) x = (_random.NextSingle() - 0.5f) / width;
    }

    /// <summary>The vectors of words.</summary>
    public ReadOnlySpan<float> Words => _words;

    /// <summary>The vectors of affixes.</summary>
    public ReadOnlySpan<float> Affixes => _affixes;

    public void Train(IReadOnlyList<PlainSentence> sentences, int epochs, Action<string> report)
    {
        var lots = Lots(sentences);
        long total = epochs * (long)sentences.Sum(s => s.Words.Length), seen = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            double loss = 0;
            foreach (var sentence in sentences)
            {
                var rate = 0.03f * Math.Max(0.02f, 1 - (float)seen / total);
                for (var i = 0; i < sentence.Words.Length; i++) loss += Learn(sentence, i, lots, rate);
                seen += sentence.Words.Length;
            }

            report($"vectors, epoch {epoch + 1}: loss {loss * epochs / total:F3}");
        }
    }

    /// <summary>Brings all vectors to a common size: that of the sum of a word's parts.</summary>
    public void Scale(IReadOnlyList<PlainSentence> sentences, float size)
    {
        double squares = 0;
        var count = 0;
        var sum = new float[_width];
        foreach (var sentence in sentences.Take(1000))
            for (var i = 0; i < sentence.Words.Length; i++, count++)
            {
                Sum(sentence, i, sum);
                squares += TensorPrimitives.SumOfSquares<float>(sum);
            }

        var factor = size / (float)Math.Sqrt(squares / count / _width);
        TensorPrimitives.Multiply(_words, factor, _words);
        TensorPrimitives.Multiply(_affixes, factor, _affixes);
        _words.AsSpan(0, _width).Clear();
    }

    private double Learn(PlainSentence sentence, int i, int[] lots, float rate)
    {
        Span<float> sum = stackalloc float[_width], change = stackalloc float[_width];
        Sum(sentence, i, sum);
        change.Clear();
        double loss = 0;
        for (var place = -Reach; place <= Reach; place++)
        {
            var neighbour = i + place;
            if (place == 0 || neighbour < 0 || neighbour >= sentence.Words.Length || sentence.Words[neighbour] == 0) continue;
            var outputs = _outputs[place < 0 ? place + Reach : place + Reach - 1];
            for (var k = 0; k <= Negatives; k++)
            {
                var word = k == 0 ? sentence.Words[neighbour] : lots[_random.Next(lots.Length)];
                var output = outputs.AsSpan(word * _width, _width);
                var probability = Exponential.Logistic(TensorPrimitives.Dot<float>(sum, output));
                var step = ((k == 0 ? 1 : 0) - probability) * rate;
                loss -= Math.Log(Math.Max(1e-9, k == 0 ? probability : 1 - probability));
                TensorPrimitives.MultiplyAdd(output, step, change, change);
                TensorPrimitives.MultiplyAdd(sum, step, output, output);
            }
        }

        Add(change, _words.AsSpan(sentence.Words[i] * _width, _width));
        foreach (var affix in sentence.Affixes.AsSpan(i * TrainingSentence.AffixCount, TrainingSentence.AffixCount)) Add(change, _affixes.AsSpan(affix * _width, _width));
        return loss;
    }

    private void Sum(PlainSentence sentence, int i, Span<float> sum)
    {
        _words.AsSpan(sentence.Words[i] * _width, _width).CopyTo(sum);
        foreach (var affix in sentence.Affixes.AsSpan(i * TrainingSentence.AffixCount, TrainingSentence.AffixCount)) Add(_affixes.AsSpan(affix * _width, _width), sum);
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to) => TensorPrimitives.Add(to, from, to);

    // Words in proportion to the three quarters' power of their counts (Mikolov et al. 2013).
    private int[] Lots(IReadOnlyList<PlainSentence> sentences)
    {
        var counts = new int[_words.Length / _width];
        foreach (var sentence in sentences) foreach (var word in sentence.Words) counts[word]++;
        counts[0] = 0;
        return [.. counts.SelectMany((count, word) => Enumerable.Repeat(word, (int)Math.Ceiling(Math.Pow(count, 0.75))))];
    }
}
