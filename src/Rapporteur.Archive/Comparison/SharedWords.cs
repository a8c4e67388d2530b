using System.Collections.Immutable;

namespace Rapporteur.Archive.Comparison;

/// <summary>How much two runs of words that were laid side by side have in common.</summary>
/// <param name="Same">How many words are the same.</param>
/// <param name="Content">How many different words that carry meaning are among these.</param>
/// <param name="LongestRun">How many are the same in a row, at most.</param>
internal readonly record struct SharedWords(int Same, int Content, int LongestRun)
{
    /// <summary>Measures an alignment; words are counted as the first sequence has them.</summary>
    public static SharedWords Of(ImmutableArray<Step> steps, WordSequence first, WordForms forms)
    {
        int same = 0, run = 0, longest = 0;
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (!step.IsSame)
            {
                run = 0;
                continue;
            }

            same += step.First.Count;
            run += step.First.Count;
            longest = Math.Max(longest, run);
            for (var i = step.First.First; i < step.First.End; i++)
                if (!forms.IsFunction(first.Forms[i])) content.Add(first.Forms[i]);
        }

        return new SharedWords(same, content.Count, longest);
    }
}
