using System.Collections.Immutable;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Comparison;

/// <summary>The steps between two printings, in words.</summary>
internal sealed class VariantSteps
{
    private readonly PrintedStatement _original;
    private readonly PrintedStatement _printed;
    private readonly List<WordingStep> _steps = [];

    public VariantSteps(PrintedStatement original, PrintedStatement printed, ImmutableArray<Step> steps)
    {
        (_original, _printed) = (original, printed);
        End(new TokenRange(0, steps[0].First.First), new TokenRange(0, steps[0].Second.First));
        for (var s = 0; s < steps.Length;)
        {
            var first = s;
            while (s < steps.Length && steps[s].IsSame == steps[first].IsSame) s++;
            Put(steps[first].IsSame, new TokenRange(steps[first].First.First, steps[s - 1].First.End), new TokenRange(steps[first].Second.First, steps[s - 1].Second.End));
        }

        End(new TokenRange(steps[^1].First.End, printed.Quoted.Words.Count), new TokenRange(steps[^1].Second.End, original.Quoted.Words.Count));
        HasMarked |= HasBrackets(printed.Quoted) || HasBrackets(original.Quoted);
    }

    /// <summary>Whether words differ without a mark, ends left aside.</summary>
    public bool HasUnmarked { get; private set; }

    /// <summary>Whether something is marked.</summary>
    public bool HasMarked { get; private set; }

    /// <summary>How many words at the beginning and the end are other words, not fewer.</summary>
    public int ChangedAtEnds { get; private set; }

    /// <summary>All steps, in order.</summary>
    public ImmutableArray<WordingStep> All() => [.. _steps];

    private static bool HasBrackets(QuotedWords quoted) => quoted.Marks.Values.Any(mark => mark.Kind is not (AlterationKind.Ellipsis or AlterationKind.Case));

    private void Put(bool same, TokenRange printed, TokenRange original)
    {
        if (same)
        {
            Add(WordingKind.Same, false, printed, original);
            return;
        }

        var marked = (printed.Count == 0 && _printed.Quoted.IsMarked(printed.First, printed.First)) || (original.Count == 0 && _original.Quoted.IsMarked(original.First, original.First));
        if (marked) HasMarked = true;
        else HasUnmarked = true;
        Add(printed.Count == 0 ? WordingKind.Dropped : original.Count == 0 ? WordingKind.Added : WordingKind.Changed, marked, printed, original);
    }

    // What only one of the two prints before or after the rest was cut by the other.
    private void End(TokenRange printed, TokenRange original)
    {
        ChangedAtEnds += Math.Min(printed.Count, original.Count);
        if (printed.Count > 0 && original.Count > 0) Add(WordingKind.Changed, false, printed, original);
        else if (printed.Count > 0) Add(WordingKind.Added, false, printed, original);
        else if (original.Count > 0) Add(WordingKind.Cut, false, printed, original);
    }

    private void Add(WordingKind kind, bool marked, TokenRange printed, TokenRange original) => _steps.Add(new WordingStep(
        kind, marked, _original.Quoted.TextOf(_original.Source, original.First, original.End), _printed.Quoted.TextOf(_printed.Source, printed.First, printed.End)));
}
