using Rapporteur.Archive.Comparison;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Training.Comparison;

/// <summary>
/// Prints real statements anew, whole, cut or with one word in five changed for another of the corpus, and looks them up among all
/// statements: how many are found, and whether what is found is the statement, or one that is found from the statement itself.
/// </summary>
internal sealed class PlantedVariants
{
    private const int Seed = 20, FewestWords = 8, FewestOfCut = 6, OneInChanged = 5;

    private readonly PrintingIndex _index = new();
    private readonly List<PrintedStatement> _statements = [];
    private readonly List<string> _corpus = [];

    public PlantedVariants(IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            _index.Add(record, record.Document.Id!);
            _statements.AddRange(PrintedStatement.Of(record, record.Document.Id!).Where(statement => statement.Quoted.Words.Count >= FewestWords));
            foreach (var (_, words, _) in StatedWords.Of(record)) _corpus.AddRange(words.Words.Forms);
        }
    }

    /// <summary>Looks up to <paramref name="count"/> statements up in each way, and gives the figures.</summary>
    public IEnumerable<(string Name, double Value)> Figures(int count)
    {
        var random = new Random(Seed);
        var chosen = _statements.ToArray();
        random.Shuffle(chosen);
        var (right, found) = (0, 0);
        foreach (var (name, print) in new (string, Func<List<string>, Random, List<string>>)[] { ("exact", (words, _) => words), ("cut", Cut), ("changed", Changed) })
        {
            var (had, all) = (0, 0);
            foreach (var statement in chosen.Take(count))
            {
                var variants = Found(Printed(statement, print([.. statement.Quoted.Words.Forms], random)));
                all++;
                if (variants.Contains(statement.Printing.Statement)) had++;
                found += variants.Count;
                var others = Found(Printed(statement, [.. statement.Quoted.Words.Forms])).Append(statement.Printing.Statement).ToHashSet(StringComparer.Ordinal);
                right += variants.Count(others.Contains);
            }

            yield return ($"variants.recall-{name}", 100.0 * had / all);
        }

        yield return ("variants.precision", 100.0 * right / found);
    }

    private HashSet<string> Found(PrintedStatement statement) =>
        _index.Variants(statement).Where(variant => variant.Kind != VariantKind.Paraphrase).Select(variant => variant.Printing.Statement).ToHashSet(StringComparer.Ordinal);

    private static PrintedStatement Printed(PrintedStatement original, List<string> words)
    {
        var text = string.Join(' ', words);
        var printing = original.Printing with { Article = "planted", Statement = "planted#s1", Words = text };
        return new PrintedStatement(printing, PrintedContent.Words(text, StatementKind.Direct), text);
    }

    private static List<string> Cut(List<string> words, Random random)
    {
        var kept = random.Next(Math.Max(FewestOfCut, words.Count / 2), words.Count);
        return words.GetRange(random.Next(words.Count - kept + 1), kept);
    }

    private List<string> Changed(List<string> words, Random random)
    {
        int[] places = [.. Enumerable.Range(0, words.Count)];
        random.Shuffle(places);
        foreach (var place in places.Take(words.Count / OneInChanged)) words[place] = _corpus[random.Next(_corpus.Count)];
        return words;
    }
}
