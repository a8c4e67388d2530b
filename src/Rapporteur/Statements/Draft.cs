using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>A statement in the making: an attribution whose speaker, relays and setting are still being read.</summary>
internal sealed class Draft
{
    /// <summary>The words that name who said it, as tokens; empty where nothing does.</summary>
    public TokenRange Source { get; set; }

    /// <summary>The words that say it was said; empty for a quotation that stands alone.</summary>
    public TokenRange Cue { get; set; }

    /// <summary>The words said to have been said, in UTF-16 units; never empty.</summary>
    public ImmutableArray<Span> Content { get; set; }

    public ImmutableArray<Span> SourceSpans { get; set; } = [];

    public ImmutableArray<Span> CueSpans { get; set; } = [];

    public float Probability { get; init; }

    /// <summary>In a run of quotations, a dialogue or a speech in the first person: the statement whose speaker speaks here too.</summary>
    public Draft? Governor { get; set; }

    /// <summary>The smallest statement whose content holds this one.</summary>
    public Draft? Within { get; set; }

    /// <summary>Where those stand who passed it on, the nearest to the speaker first.</summary>
    public List<TokenRange> Relays { get; } = [];

    /// <summary>Who those are.</summary>
    public List<Relay> RelaysFound { get; } = [];

    public Speaker? Speaker { get; set; }

    public Medium? Medium { get; set; }

    public SaidOn? SaidOn { get; set; }

    public Phrase? Place { get; set; }

    /// <summary>Whether it only opens a run of quotations and holds no words of its own.</summary>
    public bool IsOpener { get; init; }

    /// <summary>Whether it is a turn of a dialogue, its source a label.</summary>
    public bool IsTurn { get; init; }

    /// <summary>The stretch from the first to the last character of the content.</summary>
    public Span Extent => Span.FromBounds(Content[0].Start, Content[^1].End);

    public bool Covers(int position)
    {
        foreach (var span in Content)
            if (span.Contains(position)) return true;
        return false;
    }
}
