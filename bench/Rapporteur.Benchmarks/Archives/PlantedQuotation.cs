namespace Rapporteur.Benchmarks.Archives;

/// <summary>How a printing of a quotation differs from what was said.</summary>
internal enum Variation
{
    Exact,
    Cut,
    Changed,
    Ellipsis,
    Bracketed,
}

/// <summary>A quotation planted in an article.</summary>
/// <param name="Statement">The number of the statement in its article.</param>
/// <param name="Source">Which of the quotations that were said it is.</param>
/// <param name="Variation">How it differs.</param>
internal readonly record struct PlantedQuotation(int Statement, int Source, Variation Variation)
{
    private const double MostChanged = 0.2;

    /// <summary>The words as an outlet prints them.</summary>
    public static string Printed(string said, Variation variation, InventedWords words, Random random)
    {
        var all = said.Split(' ').ToList();
        switch (variation)
        {
            case Variation.Cut:
                var kept = random.Next(Math.Max(8, all.Count / 2), all.Count);
                all = all.GetRange(random.Next(all.Count - kept + 1), kept);
                break;
            case Variation.Changed:
                for (var left = (int)(all.Count * MostChanged * random.NextDouble()) + 1; left > 0; left--) all[random.Next(all.Count)] = words.Next(random);
                break;
            case Variation.Ellipsis:
                var from = random.Next(all.Count / 3, all.Count / 2);
                all.RemoveRange(from, all.Count / 5);
                all.Insert(from, "...");
                break;
            case Variation.Bracketed:
                all[random.Next(1, all.Count)] = $"[{words.Next(random)}]";
                break;
        }

        return string.Join(' ', all);
    }
}
