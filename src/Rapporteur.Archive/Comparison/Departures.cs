using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Comparison;

/// <summary>Names how a quotation departs from the places where its words were said.</summary>
internal sealed class Departures(TranscriptIndex index, QuotedWords quoted, List<FoundPlace> places, string text, CodePoints points)
{
    // Whoever leaves out more than two sentences without a mark has made one place of two.
    private const int LongestDropped = 30, FewestOfOther = 3, ShownOfLong = 8;

    private readonly ImmutableArray<Difference>.Builder _found = ImmutableArray.CreateBuilder<Difference>();

    /// <summary>All departures, in the order of the quotation.</summary>
    public ImmutableArray<Difference> List()
    {
        if (places.Count == 0) return [];
        for (var p = 0; p < places.Count; p++)
        {
            Between(p == 0 ? null : places[p - 1], places[p]);
            Within(places[p]);
            OthersWords(places[p]);
        }

        if (places[^1].End < quoted.Words.Count) Put(DifferenceKind.Added, new TokenRange(places[^1].End, quoted.Words.Count), "");
        Brackets();
        _found.Sort((a, b) => a.Printed != b.Printed ? (a.Printed.Start, a.Printed.End).CompareTo((b.Printed.Start, b.Printed.End)) : a.Kind.CompareTo(b.Kind));
        return _found.ToImmutable();
    }

    // What stands between two places of the quotation, and between them in the transcript.
    private void Between(FoundPlace? before, FoundPlace place)
    {
        var from = before?.End ?? 0;
        if (place.First > from) Put(DifferenceKind.Added, new TokenRange(from, place.First), "");
        if (before is null) return;
        var transcript = index.Transcripts[place.Transcript];
        var gap = before.Transcript == place.Transcript ? place.SpokenFirst - before.SpokenEnd : -1;
        if (gap == 0) return;
        var isNear = gap is > 0 and <= LongestDropped;
        Put(isNear ? DifferenceKind.Dropped : DifferenceKind.Joined, new TokenRange(from, place.First), gap > 0 ? Spoken(transcript, before.SpokenEnd, place.SpokenFirst) : "", quoted.IsMarked(from, place.First));
    }

    private void Within(FoundPlace place)
    {
        var transcript = index.Transcripts[place.Transcript];
        for (var s = 0; s < place.Steps.Length;)
        {
            var first = s;
            while (s < place.Steps.Length && !place.Steps[s].IsSame) s++;
            if (s == first)
            {
                s++;
                continue;
            }

            var printed = new TokenRange(place.Steps[first].First.First, place.Steps[s - 1].First.End);
            var (from, to) = (place.Steps[first].Second.First, place.Steps[s - 1].Second.End);
            var kind = printed.Count == 0 ? to - from > LongestDropped ? DifferenceKind.Joined : DifferenceKind.Dropped
                : to == from ? DifferenceKind.Added : DifferenceKind.Changed;
            if (printed.Count == 0 && Slid(place, printed.First, from, to) is var shift and not 0)
                (printed, from, to) = (new TokenRange(printed.First + shift, printed.First + shift), from + shift, to + shift);
            var marked = printed.Count == 0 ? quoted.IsMarked(printed.First, printed.First) : printed.Count == 1 && to - from == 1 && quoted.HasMarkedEnding(printed.First);
            Put(kind, printed, Spoken(transcript, from, to), marked);
        }
    }

    // "the house ... the boats" leaves out "and the bridge" or "the house and": where dots stand at one of the two, it is that one.
    private int Slid(FoundPlace place, int printed, int from, int to)
    {
        const int Farthest = 4;
        var words = index.Transcripts[place.Transcript].Words.Hashes;
        for (var back = 0; back <= Farthest && printed - back > place.First; back++)
        {
            if (quoted.IsMarked(printed - back, printed - back)) return -back;
            if (words[from - back - 1] != words[to - back - 1]) break;
        }

        for (var ahead = 0; ahead <= Farthest && printed + ahead < place.End; ahead++)
        {
            if (quoted.IsMarked(printed + ahead, printed + ahead)) return ahead;
            if (to + ahead >= words.Length || words[from + ahead] != words[to + ahead]) break;
        }

        return 0;
    }

    // Words that the transcript gives to another than most of the place.
    private void OthersWords(FoundPlace place)
    {
        var transcript = index.Transcripts[place.Transcript];
        var words = place.Steps.Where(step => step.IsSame)
            .SelectMany(step => Enumerable.Range(0, Math.Min(step.First.Count, step.Second.Count)).Select(k => (Printed: step.First.First + k, Turn: transcript.TurnOf(step.Second.First + k)))).ToList();
        var labels = words.GroupBy(word => word.Turn.Label).OrderByDescending(group => group.Count()).Skip(1);
        foreach (var other in labels.Where(group => group.Key is not null && group.Count() >= FewestOfOther))
            Put(DifferenceKind.OtherSpeaker, new TokenRange(other.Min(word => word.Printed), other.Max(word => word.Printed) + 1), other.Key!);
    }

    private void Brackets()
    {
        foreach (var mark in quoted.Marks.Values)
        {
            if (mark.Kind is not (AlterationKind.Supplied or AlterationKind.Comment or AlterationKind.Substituted)) continue;
            var (start, end) = points.FromUtf16(mark.Span);
            _found.Add(new Difference(DifferenceKind.Added, true, new CodePointRange(start, end), text.Substring(mark.Span.Start, mark.Span.Length), ""));
        }
    }

    private void Put(DifferenceKind kind, TokenRange printed, string spoken, bool marked = false)
    {
        var spans = quoted.Words.Spans;
        var at = printed.First < spans.Count ? spans[printed.First].Start : spans[^1].End;
        var span = printed.Count == 0 ? new Span(at, 0) : Span.FromBounds(at, spans[printed.End - 1].End);
        var (start, end) = points.FromUtf16(span);
        _found.Add(new Difference(kind, marked, new CodePointRange(start, end), text.Substring(span.Start, span.Length), spoken));
    }

    private static string Spoken(IndexedTranscript transcript, int from, int to)
    {
        if (to <= from) return "";
        if (to - from <= LongestDropped) return transcript.TextOf(from, to);
        return $"{transcript.TextOf(from, from + ShownOfLong)} … {transcript.TextOf(to - ShownOfLong, to)}";
    }
}
