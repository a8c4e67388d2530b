using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>A part of the bar that shows whose words an article is made of.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Class">How it is drawn.</param>
/// <param name="Words">How many.</param>
/// <param name="Start">Where it starts, in units of the drawing.</param>
/// <param name="Width">How wide it is.</param>
internal sealed record AccountBar(string Name, string Class, int Words, int Start, int Width)
{
    private const int WholeWidth = 600;

    /// <summary>The parts of the bar, from left to right.</summary>
    public static ImmutableArray<AccountBar> Of(RecordAccount account)
    {
        var bars = ImmutableArray.CreateBuilder<AccountBar>();
        var words = 0L;
        foreach (var (name, kind, count) in new[] { ("Quoted", "is-quoted", account.Quoted), ("Paraphrased", "is-paraphrased", account.Paraphrased), ("Reported", "is-reported", account.Reported), ("Asserted by the author", "is-asserted", account.Asserted) })
        {
            var start = Place(words);
            words += Math.Max(0, count);
            bars.Add(new AccountBar(name, kind, count, start, Place(words) - start));
        }

        return bars.ToImmutable();

        int Place(long before) => (int)Math.Min(WholeWidth, before * WholeWidth / Math.Max(1, account.Words));
    }
}
