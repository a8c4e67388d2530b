namespace Rapporteur.Quotations;

/// <summary>How an attribution stands to the others found nearby: for each way the greatest probability of such another's cue.</summary>
/// <param name="Inside">Of one in whose content this cue stands.</param>
/// <param name="Holds">Of one whose cue stands in this content.</param>
/// <param name="Shares">Of one whose content holds the beginning of this one.</param>
/// <param name="SharesSource">Of one with the same source.</param>
/// <param name="Near">Of one whose cue is close by.</param>
/// <param name="Before">Of the one before.</param>
/// <param name="After">Of the one after.</param>
/// <param name="Paragraph">How many others there are in the paragraph, of those looked at.</param>
internal readonly record struct Rivals(
    float Inside, float Holds, float Shares, float SharesSource, float Near, float Before, float After, int Paragraph)
{
    private const int Neighbours = 6;
    private const int Close = 12;

    /// <summary>The rivals of attribution <paramref name="number"/>; all are in the order of their cues.</summary>
    public static Rivals Of(IReadOnlyList<ArgumentReading> all, int number)
    {
        var own = all[number];
        float inside = 0, holds = 0, shares = 0, source = 0, near = 0, before = 0, after = 0;
        var count = 0;
        for (var k = Math.Max(0, number - Neighbours); k < Math.Min(all.Count, number + Neighbours + 1); k++)
        {
            var other = all[k];
            if (k == number || other.Cue.Paragraph != own.Cue.Paragraph) continue;
            count++;
            var likely = other.Cue.Probability;
            if (k == number - 1) before = likely;
            if (k == number + 1) after = likely;
            if (Stands(own.Cue.Tokens.First, other.Content)) inside = Math.Max(inside, likely);
            if (Stands(other.Cue.Tokens.First, own.Content)) holds = Math.Max(holds, likely);
            if (own.Content.Count > 0 && Stands(own.Content[0].Token, other.Content)) shares = Math.Max(shares, likely);
            if (own.Source.Count > 0 && other.Source.Count > 0 && other.Source[0].Token == own.Source[0].Token) source = Math.Max(source, likely);
            if (Math.Abs(other.Cue.Tokens.First - own.Cue.Tokens.First) < Close) near = Math.Max(near, likely);
        }

        return new Rivals(inside, holds, shares, source, near, before, after, count);
    }

    // Tokens are in order, so a search by halves finds one.
    private static bool Stands(int token, List<LabelledToken> tokens)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Token < token) low = middle + 1; else high = middle;
        }

        return low < tokens.Count && tokens[low].Token == token;
    }
}
