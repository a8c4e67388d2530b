using System.Collections.Immutable;

namespace Rapporteur.Archive.Comparison;

/// <summary>Where some words of a quotation stand in a transcript, word by word.</summary>
/// <param name="Transcript">Which of the transcripts.</param>
/// <param name="Steps">The words side by side; the first and the last step are the same words in both.</param>
/// <param name="Shared">What is the same in both.</param>
internal sealed record FoundPlace(int Transcript, ImmutableArray<Step> Steps, SharedWords Shared)
{
    /// <summary>How many words are the same.</summary>
    public int Same => Shared.Same;

    /// <summary>How many different words that carry meaning are among these.</summary>
    public int Content => Shared.Content;

    /// <summary>How many are the same in a row, at most.</summary>
    public int LongestRun => Shared.LongestRun;

    /// <summary>The first word of the quotation that is the same.</summary>
    public int First => Steps[0].First.First;

    /// <summary>The word of the quotation after the last that is the same.</summary>
    public int End => Steps[^1].First.End;

    /// <summary>The first word of the transcript.</summary>
    public int SpokenFirst => Steps[0].Second.First;

    /// <summary>The word of the transcript after the last.</summary>
    public int SpokenEnd => Steps[^1].Second.End;

    /// <summary>Whether all words of the run are there and nothing else.</summary>
    public bool IsExact(WordRun run) => First == run.First && End == run.End && Steps.All(step => step.IsSame);
}

/// <summary>Finds the places of a quotation: the one that holds most of it, then those of what is left before and after.</summary>
/// <param name="index">The transcripts.</param>
/// <param name="forms">What words are the same.</param>
/// <param name="preference">How much rather a place than another that holds as many words; negative infinity where it cannot be.</param>
internal sealed class PlaceFinder(TranscriptIndex index, WordForms forms, Func<FoundPlace, double> preference)
{
    // Three words alone stand in any long text: a place holds four in a row, or all of what is looked for. What is left of a quotation
    // is looked for beside what was found, and elsewhere only where it tells enough to be known again.
    private const int LongestBlock = 256, Deepest = 4, FewestInRow = 4, ContentBeside = 2, RunElsewhere = 7, ContentElsewhere = 4, Near = 30;
    private const double Departure = 0.5;

    /// <summary>The places, in the order of the quotation; each word of it, and of a transcript, belongs to one at most.</summary>
    public List<FoundPlace> Find(WordRun quotation)
    {
        var found = new List<FoundPlace>();
        for (var first = quotation.First; first < quotation.End; first += LongestBlock)
            Find(quotation with { First = first, End = Math.Min(first + LongestBlock, quotation.End) }, Deepest, found);
        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    private void Find(WordRun part, int depth, List<FoundPlace> found)
    {
        if (depth == 0 || part.Count < Shingles.Length || Best(part, found) is not { } best) return;
        found.Add(best);
        Find(part with { End = best.First }, depth - 1, found);
        Find(part with { First = best.End }, depth - 1, found);
    }

    private FoundPlace? Best(WordRun part, List<FoundPlace> found)
    {
        FoundPlace? best = null;
        var highest = double.NegativeInfinity;
        foreach (var (transcript, run) in index.Windows(part))
        {
            var steps = Alignment.Local(part, run, forms);
            if (steps.IsEmpty) continue;
            var place = new FoundPlace(transcript, steps, SharedWords.Of(steps, part.Words, forms));
            if (place.LongestRun < FewestInRow && !place.IsExact(part)) continue;
            if (found.Count > 0 && !Belongs(place, found)) continue;
            var departures = place.Steps.Sum(step => step.IsSame ? 0 : Math.Max(step.First.Count, Math.Min(step.Second.Count, FewestInRow)));
            var score = place.Same - Departure * departures + preference(place) + (found.Exists(other => other.Transcript == transcript) ? 1 : 0);
            if (score > highest) (best, highest) = (place, score);
        }

        return best;
    }

    private static bool Belongs(FoundPlace place, List<FoundPlace> found)
    {
        var beside = found.Where(other => other.Transcript == place.Transcript).ToList();
        if (beside.Exists(other => place.SpokenFirst < other.SpokenEnd && other.SpokenFirst < place.SpokenEnd)) return false;
        if (place.LongestRun >= RunElsewhere && place.Content >= ContentElsewhere) return true;
        if (beside.Exists(other => Math.Abs(place.SpokenFirst - other.SpokenEnd) <= Near || Math.Abs(other.SpokenFirst - place.SpokenEnd) <= Near)) return true;
        return beside.Count > 0 && place.Content >= ContentBeside && place.LongestRun >= FewestInRow;
    }
}
