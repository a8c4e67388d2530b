using System.Text;
using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>The numbers that a statement's quoted words are found by in other articles: three words in a row, each.</summary>
/// <remarks>
/// Of a short statement all are kept, so that it is found with one word in five changed; of a long one those that winnowing chooses
/// (Schleimer, Wilkerson and Aiken 2003, "Winnowing: Local Algorithms for Document Fingerprinting"): the least of every four, so that six
/// words printed of it still share one. Three words that carry no meaning ("we have to") are none.
/// </remarks>
internal static class Fingerprints
{
    private const int ShortStatement = 14, Window = 4;

    /// <summary>Those to keep of a statement.</summary>
    public static List<uint> Kept(QuotedWords words)
    {
        var all = All(words);
        if (words.Words.Count <= ShortStatement) return [.. all.Distinct()];
        var kept = new List<uint>();
        for (var i = 0; i + Window <= all.Count; i++) kept.Add(all.Skip(i).Take(Window).Min());
        return [.. kept.Distinct()];
    }

    /// <summary>Those to look a statement up by: all, as others may have kept any of them.</summary>
    public static List<uint> Sought(QuotedWords words) => [.. All(words).Distinct()];

    /// <summary>Those to keep of each direct or mixed statement of a record, by the statement's id.</summary>
    public static Dictionary<string, List<uint>> Of(Record record)
    {
        var kept = new Dictionary<string, List<uint>>(StringComparer.Ordinal);
        foreach (var (statement, words, _) in StatedWords.Of(record)) kept.TryAdd(statement.Id, Kept(words));
        return kept;
    }

    /// <summary>A number as a word of letters and digits.</summary>
    public static string Word(uint fingerprint)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuv";
        var word = new StringBuilder(7);
        do
        {
            word.Append(Digits[(int)(fingerprint & 31)]);
            fingerprint >>= 5;
        }
        while (fingerprint > 0);
        return word.ToString();
    }

    private static List<uint> All(QuotedWords words)
    {
        var all = new List<uint>();
        var sequence = words.Words;
        for (var i = 0; i + Shingles.Length <= sequence.Count; i++)
        {
            if (words.IsMarked(i + 1, i + Shingles.Length - 1)) continue;
            if (Enumerable.Range(i, Shingles.Length).All(word => WordForms.English.IsFunction(sequence.Forms[word]))) continue;
            all.Add(Shingles.At(sequence.Hashes, i));
        }

        return all;
    }
}
