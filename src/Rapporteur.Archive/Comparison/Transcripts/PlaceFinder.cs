using System.Collections.Immutable;

namespace Rapporteur.Archive.Comparison;

/// <summary>Where some words of a quotation stand in a transcript, word by word.</summary>
/// <param name="Transcript">Which of the transcripts.</param>
/// <param name="Steps">The words side by side; the first and the last step are the same words in both.</param>
/// <param name="Same">How many words are the same.</param>
/// <param name="Content">How many of these carry meaning.</param>
/// <param name="LongestRun">How many are the same in a row, at most.</param>
internal sealed record FoundPlace(int Transcript, ImmutableArray<Step> Steps, int Same, int Content, int LongestRun)
{
    /// <summary>The first word of the quotation that is the same.</summary>
    public int First => Steps[0].First.First;

    /// <summary>The word of the quotation after the last that is the same.</summary>
    public int End => Steps[^1].First.End;

    /// <summary>The first word of the transcript.</summary>
    public int SpokenFirst => Steps[0].Second.First;

    /// <summary>The word of the transcript after the last.</summary>
    public int SpokenEnd => Steps[^1].Second.End;

    /// <summary>Whether all words of the run are there and nothing else.</summary>
    public bool IsExact(WordRun run) => First == run.First && End == run.End && Steps.All(step => step.Kind is StepKind.Same or StepKind.Form);
}

/// <summary>Finds the places of a quotation: the one that holds most of it, then those of what is left before and after.</summary>
/// <param name="index">The transcripts.</param>
/// <param name="forms">What words are the same.</param>
/// <param name="preference">How much rather a place than another that holds as many words; negative infinity where it cannot be.</param>
internal sealed class PlaceFinder(TranscriptIndex index, WordForms forms, Func<FoundPlace, double> preference)
{
    // What is left of a quotation is looked for on its own where it is longer than two words and, unless it stands there whole, four in a row do.
    private const int LongestBlock = 256, Deepest = 4, RunOfRest = 4;
    private const double Departure = 0.5;

    /// <summary>The places, in the order of the quotation; each word belongs to one at most.</summary>
    public List<FoundPlace> Find(WordRun quotation)
    {
        var found = new List<FoundPlace>();
        for (var first = quotation.First; first < quotation.End; first += LongestBlock)
            Find(quotation with { First = first, End = Math.Min(first + LongestBlock, quotation.End) }, Deepest, null, found);
        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    private void Find(WordRun part, int depth, FoundPlace? beside, List<FoundPlace> found)
    {
        if (depth == 0 || part.Count < Shingles.Length || Best(part, beside) is not { } best) return;
        found.Add(best);
        Find(part with { End = best.First }, depth - 1, best, found);
        Find(part with { First = best.End }, depth - 1, best, found);
    }

    private FoundPlace? Best(WordRun part, FoundPlace? beside)
    {
        FoundPlace? best = null;
        var highest = double.NegativeInfinity;
        foreach (var (transcript, run) in index.Windows(part))
        {
            var steps = Alignment.Local(part, run, forms);
            if (steps.IsEmpty) continue;
            var place = Measure(transcript, steps, part);
            if (beside is not null && !(place.LongestRun >= RunOfRest || (place.IsExact(part) && place.Transcript == beside.Transcript))) continue;
            var departures = place.Steps.Sum(step => step.Kind is StepKind.Same or StepKind.Form ? 0 : Math.Max(step.First.Count, Math.Min(step.Second.Count, 4)));
            var score = place.Same - Departure * departures + preference(place) + (beside?.Transcript == transcript ? 1 : 0);
            if (score > highest) (best, highest) = (place, score);
        }

        return best;
    }

    private FoundPlace Measure(int transcript, ImmutableArray<Step> steps, WordRun part)
    {
        int same = 0, content = 0, run = 0, longest = 0;
        foreach (var step in steps)
        {
            if (step.Kind is not (StepKind.Same or StepKind.Form))
            {
                run = 0;
                continue;
            }

            same += step.First.Count;
            run += step.First.Count;
            longest = Math.Max(longest, run);
            for (var i = step.First.First; i < step.First.End; i++)
                if (!forms.IsFunction(part.Words.Forms[i])) content++;
        }

        return new FoundPlace(transcript, steps, same, content, longest);
    }
}
