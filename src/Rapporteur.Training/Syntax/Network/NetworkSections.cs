using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Rapporteur.Learning;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>What a network learned, as the sections of a model file: fixed point where the reader multiplies in it.</summary>
internal static class NetworkSections
{
    public static IEnumerable<(string Name, byte[] Bytes)> Of(NetworkParameters net, NetworkCorpus corpus)
    {
        var size = net.Size;
        yield return ("sizes", Bytes<int>([size.Word, size.Hidden, size.Arc, size.Label]));
        foreach (var (name, parameter) in net.All)
        {
            var value = parameter.Value;
            if (parameter == net.Words) yield return (name, FixedVectors(Words(net, corpus)));
            else if (parameter == net.Affixes) yield return (name, FixedVectors(value.All));
            else if (name.EndsWith(".input", StringComparison.Ordinal) || name.EndsWith(".state", StringComparison.Ordinal) || name is "tags.weights" or "roles")
            {
                yield return (name, FixedPointMatrix.Build(value.All, value.Rows, value.Columns, out var scale));
                yield return (name + ".scale", Bytes<float>([scale]));
            }
            else
            {
                yield return (name, Bytes<float>(value.All.ToArray()));
            }
        }
    }

    // A word's vector: what texts say of it, and what the treebanks add.
    private static float[] Words(NetworkParameters net, NetworkCorpus corpus)
    {
        var sums = net.Given.All.ToArray();
        for (var word = 0; word < net.Given.Rows; word++)
        {
            var sum = sums.AsSpan(word * net.Given.Columns, net.Given.Columns);
            TensorPrimitives.Add(sum, net.Words.Value[corpus.Tuned(word)], sum);
        }

        return sums;
    }

    private static byte[] FixedVectors(ReadOnlySpan<float> numbers)
    {
        var units = new short[numbers.Length];
        for (var i = 0; i < units.Length; i++)
            units[i] = (short)Math.Clamp(MathF.Round(numbers[i] / EmbeddingTable.Unit), -EmbeddingTable.Most, EmbeddingTable.Most);
        return Bytes(units);
    }

    private static byte[] Bytes<T>(T[] numbers) where T : struct => MemoryMarshal.AsBytes<T>(numbers).ToArray();
}
