using System.Buffers.Binary;
using System.Text;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax;

/// <summary>Learns the table of the <see cref="Lemmatizer"/>: for each tag the commonest edit script of each ending, kept where shorter endings say otherwise.</summary>
internal static class LemmaTraining
{
    public static byte[] Table(IEnumerable<ConlluWord> words)
    {
        // Counts of scripts under each key; by length, so that shorter endings are settled first.
        var counts = new SortedDictionary<int, Dictionary<uint, Dictionary<string, int>>>();
        var chains = new Dictionary<uint, uint>();
        foreach (var word in words)
        {
            if (word.Lemma == "_" || word.Form.Length > Lemmatizer.Longest - Lemmatizer.Room) continue;
            var lower = new char[word.Form.Length];
            Lemmatizer.Lower(word.Form, lower);
            if (Script(word.Form, lower, word.Lemma) is not { } script) continue;
            var universal = SyntaxNames.ParseUniversalTag(word.Universal);
            var penn = SyntaxNames.ParsePennTag(word.Penn);
            var longest = Math.Min(lower.Length, Lemmatizer.LongestEnding);
            for (var length = 0; length <= longest + 1; length++)
            {
                var whole = length == longest + 1;
                var key = whole ? Lemmatizer.WholeKey(lower, universal, penn) : Lemmatizer.EndingKey(lower, length, universal, penn);
                if (!counts.TryGetValue(whole ? 99 : length, out var level)) counts[whole ? 99 : length] = level = [];
                if (!level.TryGetValue(key, out var scripts)) level[key] = scripts = [];
                scripts[script] = scripts.GetValueOrDefault(script) + 1;
                if (length > 0) chains[key] = Lemmatizer.EndingKey(lower, whole ? longest : length - 1, universal, penn);
            }
        }

        var decided = new Dictionary<uint, string>();
        var kept = new Dictionary<uint, string>();
        foreach (var (length, level) in counts)
        {
            foreach (var (key, scripts) in level)
            {
                var best = scripts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First();
                var inherited = length > 0 && decided.TryGetValue(chains[key], out var above) ? above : null;
                var sure = length is 0 or 99 || scripts.Values.Sum() >= 2;
                decided[key] = sure || inherited is null ? best.Key : inherited;
                if (decided[key] != inherited) kept[key] = decided[key];
            }
        }

        return Bytes(kept);
    }

    private static byte[] Bytes(Dictionary<uint, string> kept)
    {
        var scripts = kept.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        var names = Encoding.UTF8.GetBytes(string.Join('\0', scripts));
        var numbers = scripts.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => (ushort)x.i);
        var bytes = new byte[4 + kept.Count * 6 + names.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, kept.Count);
        var row = 0;
        foreach (var key in kept.Keys.Order())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 + row * 4), key);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4 + kept.Count * 4 + row * 2), numbers[kept[key]]);
            row++;
        }

        names.CopyTo(bytes, 4 + kept.Count * 6);
        return bytes;
    }

    // From form to lemma; null where the lemma is something else altogether.
    private static string? Script(string form, ReadOnlySpan<char> lower, string lemma)
    {
        var cased = Common(form, lemma);
        var lowered = Common(lower, lemma);
        var (letter, kept) = lowered > cased ? ('l', lowered) : ('c', cased);
        if (lemma.Length - kept > Lemmatizer.Room || form.Length - kept > 25) return null;

        // Where both do, what changes nothing but the case is the rule that carries over to other words.
        if (lowered == cased && lemma.Equals(lemma.ToLowerInvariant(), StringComparison.Ordinal)) letter = 'l';
        return $"{letter}{(char)('a' + form.Length - kept)}{lemma[kept..]}";
    }

    private static int Common(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.CommonPrefixLength(b);
}
