using System.Collections.Immutable;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>Who is said to have said what, as words of the text: the terms are those of Pareti 2012 and Newell et al. 2018.</summary>
/// <param name="Source">The words that name who said it; empty where they are absent. Spans in UTF-16 units.</param>
/// <param name="Cue">The words that say it was said.</param>
/// <param name="Content">The words that are said to have been said; several spans where interrupted.</param>
/// <param name="Probability">How likely it is that two people would agree on it, from 0 to 1.</param>
public sealed record Attribution(ImmutableArray<Span> Source, ImmutableArray<Span> Cue, ImmutableArray<Span> Content, float Probability);
