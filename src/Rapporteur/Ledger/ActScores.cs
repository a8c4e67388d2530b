using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>What speaks for each act, with the words that show it. Independent hints add up as doubts that multiply.</summary>
internal sealed class ActScores
{
    private const int Acts = (int)SpeechAct.Predict + 1;
    private const int MostEvidence = 6;

    private readonly double[] _doubt = new double[Acts];
    private readonly List<TokenRange>[] _evidence = new List<TokenRange>[Acts];

    public ActScores()
    {
        Array.Fill(_doubt, 1);
        for (var i = 0; i < Acts; i++) _evidence[i] = [];
    }

    public double this[SpeechAct act] => 1 - _doubt[(int)act];

    public void Add(SpeechAct act, double weight, TokenRange evidence)
    {
        _doubt[(int)act] *= 1 - weight;
        if (evidence.Count > 0 && _evidence[(int)act].Count < MostEvidence && !_evidence[(int)act].Contains(evidence)) _evidence[(int)act].Add(evidence);
    }

    /// <summary>Takes over what speaks for an act elsewhere, at a part of its weight.</summary>
    public void Take(SpeechAct act, ActScores other, double part)
    {
        Add(act, other[act] * part, default);
        foreach (var words in other._evidence[(int)act]) Add(act, 0, words);
    }

    /// <summary>Moves all that speaks for one act to another.</summary>
    public void Turn(SpeechAct from, SpeechAct to)
    {
        _doubt[(int)to] *= _doubt[(int)from];
        _evidence[(int)to].AddRange(_evidence[(int)from]);
        Drop(from);
    }

    public void Drop(SpeechAct act)
    {
        _doubt[(int)act] = 1;
        _evidence[(int)act].Clear();
    }

    /// <summary>The best score of any act but those that only tell.</summary>
    public double Best
    {
        get
        {
            double best = 0;
            for (var act = SpeechAct.Announce; act <= SpeechAct.Predict; act++) best = Math.Max(best, this[act]);
            return best;
        }
    }

    /// <summary>The acts at or above a score, the surest first; equal ones in the order of the scheme.</summary>
    public ImmutableArray<Act> AtLeast(double threshold, TokenWords words) =>
        [.. Enumerable.Range(0, Acts).Select(i => (SpeechAct)i).Where(act => this[act] >= threshold)
            .OrderByDescending(act => this[act]).ThenBy(act => act)
            .Select(act => new Act(act, Math.Round(this[act], 3),
                [.. _evidence[(int)act].Select(words.Whole).Distinct().Order()]))];
}
