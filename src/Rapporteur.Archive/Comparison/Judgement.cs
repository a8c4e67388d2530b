using System.Collections.Immutable;

namespace Rapporteur.Archive.Comparison;

/// <summary>Judges what the places found for a quotation show.</summary>
/// <param name="quoted">The quotation.</param>
/// <param name="places">Where its words were found.</param>
/// <param name="departures">How it departs from them.</param>
/// <param name="age">How many days before the article appeared they were said; null where that is not known.</param>
/// <param name="agreement">Whether the speaker is whom the article names.</param>
/// <param name="isCited">Whether the transcript itself cites somebody there.</param>
internal sealed class Judgement(
    QuotedWords quoted, List<FoundPlace> places, ImmutableArray<Difference> departures, int? age, SpeakerAgreement agreement, bool isCited)
{
    // Tuned on the training part of PolNeAR. Another wording of a passage has most of its words, some of them in a row, and enough that
    // carry meaning; where nearly all are there, fewer of these are enough, and of the same speaker none.
    private const int FewestAltered = 6, RunOfAltered = 4, ContentOfAltered = 4, ContentOfMost = 3;
    private const double CoverOfAltered = 0.6, CoverOfMost = 0.8;

    // Few words that carry little meaning are said by many.
    private const int FewWords = 6, ContentOfFew = 3;

    // A speaker repeats himself, and after two months in other words.
    private const int DaysOfOld = 60;
    private const double CoverOfOld = 0.9;

    private const int RunInPart = 6, ContentInPart = 4, MuchInPart = 10, RunOfMost = 5;
    private const double CoverInPart = 0.3;

    private readonly double _cover = places.Sum(place => place.Same) / (double)quoted.Words.Count;
    private readonly int _content = places.Sum(place => place.Content);
    private readonly int _longest = places.Count == 0 ? 0 : places.Max(place => place.LongestRun);

    /// <summary>The verdict.</summary>
    public Verdict Verdict()
    {
        if (places.Count == 0 || IsCommonplace()) return Comparison.Verdict.NotFound;
        if (departures.All(departure => departure.Marked)) return departures.IsEmpty && quoted.Marks.Count == 0 ? Comparison.Verdict.Verbatim : Comparison.Verdict.Marked;
        if (departures.All(departure => departure.Marked || departure.Kind == DifferenceKind.OtherSpeaker)) return Comparison.Verdict.Altered;
        if (IsSamePassage()) return Comparison.Verdict.Altered;
        return IsInPart() ? Comparison.Verdict.InPart : Comparison.Verdict.NotFound;
    }

    private bool IsCommonplace() =>
        quoted.Words.Count <= FewWords
        && (age < 0 || agreement == SpeakerAgreement.Differs || (_content < ContentOfFew && agreement != SpeakerAgreement.Agrees));

    // What was said after the article appeared, or is another's words in the transcript too, is not what the article altered.
    private bool IsSamePassage()
    {
        var enough = _content >= ContentOfAltered ? _cover >= CoverOfAltered : _cover >= CoverOfMost && (_content >= ContentOfMost || agreement == SpeakerAgreement.Agrees);
        var isOccasion = age is null or (>= 0 and <= DaysOfOld) || (age > DaysOfOld && _cover >= CoverOfOld);
        return enough && quoted.Words.Count >= FewestAltered && _longest >= RunOfAltered && isOccasion && !isCited;
    }

    private bool IsInPart()
    {
        if (quoted.Words.Count > FewWords && _cover >= CoverOfMost && _longest >= RunOfMost) return true;
        var main = places.MaxBy(place => place.Same)!;
        return main.LongestRun >= RunInPart && main.Content >= ContentInPart && (_cover >= CoverInPart || main.Same >= MuchInPart);
    }
}
