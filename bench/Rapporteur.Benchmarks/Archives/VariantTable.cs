using System.Diagnostics;
using System.Globalization;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Tests;

namespace Rapporteur.Benchmarks.Archives;

/// <summary>
/// Looks up what was said on some occasions in an archive that <c>archive COUNT FILE</c> filled: <c>variants COUNT FILE</c>. Says how many
/// of the planted printings are found, how many of those found were planted, and how long it takes.
/// </summary>
internal static class VariantTable
{
    private const int Seed = 6, Occasions = 1000;

    public static int Run(string[] args)
    {
        if (args is not [var countText, var path] || !int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            Console.Error.WriteLine("usage: variants COUNT FILE");
            return 2;
        }

        var news = new SyntheticNews(Seed);
        using var archive = NewsArchive.Open(path, ArchiveAccess.Read);
        var planted = Enumerable.Range(0, count)
            .SelectMany(number => news.Article(number).Planted.Select(quotation => (quotation.Source, Name: FormattableString.Invariant($"{number + 1}#s{quotation.Statement}"), quotation.Variation)))
            .ToLookup(quotation => quotation.Source);
        var found = Enum.GetValues<Variation>().ToDictionary(variation => variation, _ => (Found: 0, All: 0));
        var (right, wrong) = (0, 0);
        var costs = new List<double>();
        for (var source = 0; source < Occasions; source++)
        {
            var said = new ArticleDraft { Name = "said", Url = null, Published = "2024-06-01" }.Say(news.Speaker(news.SpeakerOf(source)), news.Said(source)).Record();
            var clock = Stopwatch.StartNew();
            var variants = archive.Compare(said, "said")[0].Variants;
            costs.Add(clock.Elapsed.TotalMilliseconds);
            var names = variants.Where(variant => variant.Kind != VariantKind.Paraphrase).Select(variant => variant.Printing.Statement).ToHashSet(StringComparer.Ordinal);
            foreach (var (_, name, variation) in planted[source])
            {
                var (had, all) = found[variation];
                found[variation] = (had + (names.Contains(name) ? 1 : 0), all + 1);
            }

            var planting = planted[source].Select(quotation => quotation.Name).ToHashSet(StringComparer.Ordinal);
            right += names.Count(planting.Contains);
            wrong += names.Count(name => !planting.Contains(name));
        }

        foreach (var (variation, (had, all)) in found) Print($"variants.recall-{variation.ToString().ToLowerInvariant()}", had / (double)Math.Max(1, all), $" ({all} planted)");
        Print("variants.precision", right / (double)Math.Max(1, right + wrong), $" ({right + wrong} found)");
        costs.Sort();
        Print("variants.ms-median", costs[costs.Count / 2]);
        Print("variants.ms-p95", costs[costs.Count * 95 / 100]);
        Print("variants.ms-slowest", costs[^1]);
        return 0;
    }

    private static void Print(string figure, double value, string remark = "") => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure} {value:F3}{remark}"));
}
