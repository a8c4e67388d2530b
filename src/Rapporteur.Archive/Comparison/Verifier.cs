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
        var main = places.MaxBy(place => place.Same);
        var (age, agreement) = main is null ? (null, SpeakerAgreement.Unknown) : (Age(main, published), Agreement(main, speaker));
        var isCited = main is not null && _index.Transcripts[main.Transcript].IsCited(main.SpokenFirst, main.SpokenEnd);
        var verdict = new Judgement(quoted, places, departures, age, agreement, isCited).Verdict();
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
        const double SpokenLater = -4, DaysOfYear = 365;
        var preference = Agreement(place, speaker) switch { SpeakerAgreement.Agrees => 1.0, SpeakerAgreement.Differs => -1.0, _ => 0 };
        if (Age(place, published) is not { } days) return preference;
        return preference + (days >= 0 ? -Math.Min(days, DaysOfYear) / DaysOfYear : place.IsExact(run) ? -1 : SpokenLater);
    }

    // How many days before the article appeared it was said.
    private int? Age(FoundPlace place, DateOnly? published) =>
        published is { } day && _index.Transcripts[place.Transcript].Transcript.Date is { } spoken ? day.DayNumber - spoken.DayNumber : null;

    private SpeakerAgreement Agreement(FoundPlace place, RecordSpeaker? speaker)
    {
        var transcript = _index.Transcripts[place.Transcript];
        var turn = transcript.TurnOf(place.SpokenFirst);
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
