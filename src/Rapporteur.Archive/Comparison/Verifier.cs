using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Records;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Comparison;

/// <summary>Holds the quotations of articles against transcripts of what was really said.</summary>
/// <remarks>Immutable and safe to share between threads. A quotation costs as much as it has words, whatever the number of transcripts.</remarks>
public sealed class Verifier
{
    /// <summary>Quotations with fewer words stand in any long text by chance.</summary>
    public const int FewestWords = 4;

    // What makes a passage another wording of what was said, and what only shares words with it: tuned on the training part of PolNeAR.
    private const int FewestAltered = 6, RunOfAltered = 4, ContentOfAltered = 4, ContentOfMost = 3, RunInPart = 6, ContentInPart = 4, MuchInPart = 10;
    private const double CoverOfAltered = 0.6, CoverOfMost = 0.8, CoverOfOld = 0.75, CoverInPart = 0.3;

    // Few words that carry little meaning are said by many; and a speaker who repeats himself does so in other words after some time.
    private const int FewWords = 6, ContentOfFew = 3, DaysOfOld = 60, DaysOfYear = 365;

    private readonly TranscriptIndex _index;
    private readonly int _fewestWords;

    /// <summary>Prepares for verifying against transcripts.</summary>
    /// <param name="index">The transcripts.</param>
    /// <param name="fewestWords">Quotations with fewer words are left out; at least three.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than three words are asked for.</exception>
    public Verifier(TranscriptIndex index, int fewestWords = FewestWords)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestWords, Shingles.Length);
        (_index, _fewestWords) = (index, fewestWords);
    }

    /// <summary>Verifies the quotations of one article.</summary>
    public Verification Verify(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = record.Document.Text;
        var points = new CodePoints(text);
        var statements = record.Statements.ToDictionary(statement => statement.Id);
        DateOnly? published = PublicationDate.TryParse(record.Document.Published ?? "", out var date) ? date.Day : null;
        var verified = ImmutableArray.CreateBuilder<VerifiedQuotation>();
        foreach (var quotation in record.Quotations)
        {
            var words = QuotedWords.Of(quotation, text, points);
            if (words.Words.Count < _fewestWords) continue;
            var statement = quotation.Statement is { } id ? statements.GetValueOrDefault(id) : null;
            var result = Verify(quotation, words, statement?.Speaker, published, text, points);

            // Titles and words held at arm's length are no quotations of anybody, unless somebody did say them.
            if (result.Verdict == Verdict.NotFound && quotation.Use is QuotationUse.Name or QuotationUse.Scare) continue;
            verified.Add(result);
        }

        return new Verification(record.Document.Id, record.Document.Title, record.Document.Outlet, record.Document.Published, verified.ToImmutable());
    }

    private VerifiedQuotation Verify(RecordQuotation quotation, QuotedWords quoted, RecordSpeaker? speaker, DateOnly? published, string text, CodePoints points)
    {
        var run = WordRun.All(quoted.Words);
        var finder = new PlaceFinder(_index, WordForms.English, place => Preference(place, run, speaker, published));
        var places = finder.Find(run);
        var departures = new Departures(_index, quoted, places, text, points).List();
        var age = places.Count == 0 ? null : Age(Main(places), published);
        var agreement = Agreement(places, speaker);
        var verdict = VerdictOf(run, quoted, places, departures, age, agreement);
        if (verdict == Verdict.NotFound) (places, departures, agreement) = ([], [], SpeakerAgreement.Unknown);

        // Who says the same after the article appeared may well cite it.
        if (age < 0 && agreement == SpeakerAgreement.Differs) agreement = SpeakerAgreement.Unknown;
        var range = points.ToUtf16(quotation.Range.Start, quotation.Range.End);
        return new VerifiedQuotation(
            quotation.Range, text.Substring(range.Start, range.Length), quotation.Statement, speaker?.Name, verdict, agreement,
            [.. places.Select(PlaceOf)], departures);
    }

    // The same words were often said more than once: by the speaker named, and lately, comes first.
    private double Preference(FoundPlace place, WordRun run, RecordSpeaker? speaker, DateOnly? published)
    {
        const double SpokenLater = -4;
        var preference = Agreement([place], speaker) switch { SpeakerAgreement.Agrees => 1.0, SpeakerAgreement.Differs => -1.0, _ => 0 };
        if (Age(place, published) is not { } days) return preference;
        return preference + (days >= 0 ? -Math.Min(days, DaysOfYear) / (double)DaysOfYear : place.IsExact(run) ? -1 : SpokenLater);
    }

    // How many days before the article appeared it was said.
    private int? Age(FoundPlace place, DateOnly? published) =>
        published is { } day && _index.Transcripts[place.Transcript].Transcript.Date is { } spoken ? day.DayNumber - spoken.DayNumber : null;

    private static FoundPlace Main(List<FoundPlace> places) => places.MaxBy(place => place.Same)!;

    private static Verdict VerdictOf(
        WordRun run, QuotedWords quoted, List<FoundPlace> places, ImmutableArray<Difference> departures, int? age, SpeakerAgreement agreement)
    {
        if (places.Count == 0) return Verdict.NotFound;
        var content = places.Sum(place => place.Content);
        if (run.Count <= FewWords && (age < 0 || agreement == SpeakerAgreement.Differs || (content < ContentOfFew && agreement != SpeakerAgreement.Agrees))) return Verdict.NotFound;
        if (departures.All(departure => departure.Marked))
            return departures.IsEmpty && quoted.Marks.Count == 0 ? Verdict.Verbatim : Verdict.Marked;
        if (departures.All(departure => departure.Marked || departure.Kind == DifferenceKind.OtherSpeaker)) return Verdict.Altered;

        var cover = places.Sum(place => place.Same) / (double)run.Count;
        var enough = content >= ContentOfAltered ? cover >= CoverOfAltered : content >= ContentOfMost && cover >= CoverOfMost;
        var longest = places.Max(place => place.LongestRun);
        if (enough && run.Count >= FewestAltered && longest >= RunOfAltered && !(age < 0) && !(age > DaysOfOld && cover < CoverOfOld)) return Verdict.Altered;
        var main = Main(places);
        return main.LongestRun >= RunInPart && main.Content >= ContentInPart && (cover >= CoverInPart || main.Same >= MuchInPart) ? Verdict.InPart : Verdict.NotFound;
    }

    private SpeakerAgreement Agreement(List<FoundPlace> places, RecordSpeaker? speaker)
    {
        if (places.Count == 0) return SpeakerAgreement.Unknown;
        var main = Main(places);
        var transcript = _index.Transcripts[main.Transcript];
        var turn = transcript.TurnOf(main.SpokenFirst);
        if (turn is { Label: not null, IsNamed: true }) return SpeakerNames.Compare(speaker, turn.Label);
        if (turn.Label is not null) return SpeakerAgreement.Unknown;
        if (transcript.Transcript.Speaker is { } alone) return SpeakerNames.Compare(speaker, alone);
        return SpeakerNames.IsNamedIn(speaker, transcript.Transcript) ? SpeakerAgreement.Agrees : SpeakerAgreement.Unknown;
    }

    private Place PlaceOf(FoundPlace place)
    {
        var indexed = _index.Transcripts[place.Transcript];
        var span = indexed.SpanOf(place.SpokenFirst, place.SpokenEnd);
        var (start, end) = indexed.Points.FromUtf16(span);
        return new Place(
            indexed.Transcript.Id, indexed.Transcript.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            indexed.TurnOf(place.SpokenFirst).Label ?? indexed.Transcript.Speaker, new CodePointRange(start, end),
            indexed.Transcript.Text.Substring(span.Start, span.Length), indexed.SentenceBefore(place.SpokenFirst), indexed.SentenceAfter(place.SpokenEnd));
    }
}
