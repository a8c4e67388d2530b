using System.Collections.Immutable;
using Rapporteur.Archive.Comparison;
using Rapporteur.Text;
using WordForms = Rapporteur.Archive.Comparison.WordForms;

namespace Rapporteur.Archive.Commitments;

/// <summary>What a statement says, as far as words show it: those that mean something, each affirmed or denied.</summary>
internal sealed class Proposition
{
    // A negation reaches its verb and what belongs to it, not the rest of a long sentence.
    private const int Reach = 3;

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(",.;:?!");
    private readonly Dictionary<string, Meaning> _words = new(StringComparer.Ordinal);

    private Proposition(string text)
    {
        var words = WordSequence.Of(text);
        var reach = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words.Forms[i];
            if (Polarity.English.IsNegation(word))
            {
                reach = Reach;
                Negations = Negations.Add(words.Spans[i]);
            }
            else if (Polarity.English.IsBreak(word) || EndsClause(text, words, i - 1))
            {
                reach = 0;
            }

            if (Polarity.English.IsNegation(word) || WordForms.English.IsFunction(word)) continue;
            var (stem, turned) = Polarity.English.Meaning(word);
            _words.TryAdd(stem, new Meaning(turned, reach > 0, reach == Reach, words.Spans[i]));
            if (reach > 0) reach--;
        }
    }

    /// <summary>Reads a statement's content.</summary>
    public static Proposition Of(string text) => new(text);

    /// <summary>The words that mean something, as stems.</summary>
    public IEnumerable<string> Stems => _words.Keys;

    /// <summary>Where negations stand, in UTF-16 units of the text.</summary>
    public ImmutableArray<Span> Negations { get; private set; } = [];

    /// <summary>Lays another proposition beside this one.</summary>
    /// <returns>
    /// The share of the words of both that they have in common (Jaccard), of the shorter one's, how many these are, where they stand
    /// here, and whether one that is affirmed here is denied there.
    /// </returns>
    public Overlap Beside(Proposition other)
    {
        var shared = _words.Where(word => other._words.ContainsKey(word.Key)).ToList();
        var all = _words.Count + other._words.Count - shared.Count;
        var shorter = Math.Min(_words.Count, other._words.Count);
        return new Overlap(
            all == 0 ? 0 : (double)shared.Count / all, shorter == 0 ? 0 : (double)shared.Count / shorter, shared.Count,
            [.. shared.Select(word => word.Value.Span).Order()],
            IsOpposite([.. shared.Select(word => (word.Value, other._words[word.Key]))]));
    }

    // Once round by a word of opposite meaning, once by a negation. What a negation denies first is commonly its verb: where one of
    // these is shared, it decides.
    private static bool IsOpposite(List<(Meaning Ours, Meaning Theirs)> shared)
    {
        var turned = shared.Any(pair => pair.Ours.IsTurned != pair.Theirs.IsTurned);
        var first = shared.Where(pair => pair.Ours.IsDeniedFirst || pair.Theirs.IsDeniedFirst).ToList();
        var denied = first.Count > 0 ? 2 * first.Count(Differ) > first.Count : shared.Any(Differ);
        return turned ^ denied;

        static bool Differ((Meaning Ours, Meaning Theirs) pair) => pair.Ours.IsDenied != pair.Theirs.IsDenied;
    }

    private static bool EndsClause(string text, WordSequence words, int i) =>
        i >= 0 && text.AsSpan(words.Spans[i].End..words.Spans[i + 1].Start).ContainsAny(ClauseEnds);
}

/// <summary>What a word says in a proposition, and where it stands.</summary>
internal readonly record struct Meaning(bool IsTurned, bool IsDenied, bool IsDeniedFirst, Span Span);

/// <summary>How far two propositions are the same.</summary>
internal readonly record struct Overlap(double Union, double Shorter, int Count, ImmutableArray<Span> Shared, bool IsOpposite);
