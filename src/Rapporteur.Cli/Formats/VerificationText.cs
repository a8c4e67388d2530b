using System.Globalization;
using System.Text;
using Rapporteur.Archive.Comparison;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>Verifications for people: each quotation with its verdict, where it was said, how it departs from that, and what was cut.</summary>
internal sealed class VerificationText(bool many, PageLayout page) : IOutputFormat<Verification>
{
    private const int Indent = 4;
    private static readonly Style Bold = new(decoration: Decoration.Bold), Aside = new(decoration: Decoration.Dim);

    private readonly int[] _verdicts = new int[Enum.GetValues<Verdict>().Length];
    private int _othersWords;

    public string Start => "";

    public string Between => "";

    public ReadOnlyMemory<byte> Render(Verification verification)
    {
        // Of a thousand articles only those say something that are quoted from the transcripts.
        if (many && verification.Quotations.IsEmpty) return default;
        return TextPage.Print(page, console =>
        {
            TextPage.Block(console, 0, (Printable.OneLine(verification.Title ?? verification.Article ?? ""), Bold));
            string?[] facts = [verification.Outlet, verification.Published, verification.Title is null ? null : verification.Article];
            if (string.Join(" · ", facts.Where(fact => fact is not null).Select(fact => Printable.OneLine(fact))) is { Length: > 0 } known) TextPage.Block(console, 0, (known, Aside));
            console.WriteLine();
            foreach (var quotation in verification.Quotations) Write(console, quotation);
        });
    }

    public string End()
    {
        var text = new StringBuilder();
        var counted = Enum.GetValues<Verdict>().Where(verdict => _verdicts[(int)verdict] > 0)
            .Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{_verdicts[(int)verdict]:N0} {NameOf(verdict)}")).ToList();
        text.Append(counted.Count == 0 ? "No quotations to verify" : "Quotations: " + string.Join(", ", counted));
        if (_othersWords > 0) text.Append(CultureInfo.InvariantCulture, $"; {_othersWords:N0} by another speaker than the article says");
        return text.Append(".\n").ToString();
    }

    private void Write(IAnsiConsole console, VerifiedQuotation quotation)
    {
        Interlocked.Increment(ref _verdicts[(int)quotation.Verdict]);
        if (quotation.Agreement == SpeakerAgreement.Differs) Interlocked.Increment(ref _othersWords);
        TextPage.Block(console, 0, ($"{Sign(quotation)} {NameOf(quotation.Verdict)}", StyleOf(quotation)), ($"  {Printable.OneLine(quotation.Speaker ?? "(speaker not named)")}", Bold));
        TextPage.Block(console, Indent, (Printable.OneLine(quotation.Text), Style.Plain));
        foreach (var difference in quotation.Differences) TextPage.Block(console, Indent, (Describe(difference), difference.Marked ? Aside : Style.Plain));
        foreach (var place in quotation.Places) Write(console, place, quotation.Agreement);
        console.WriteLine();
    }

    private static void Write(IAnsiConsole console, Place place, SpeakerAgreement agreement)
    {
        string?[] facts = [place.Transcript, place.Date, place.Speaker is { } speaker ? $"{speaker}{(agreement == SpeakerAgreement.Differs ? " (not whom the article names)" : "")}" : null];
        TextPage.Block(console, Indent, ("in " + string.Join(" · ", facts.Where(fact => fact is not null).Select(fact => Printable.OneLine(fact))), Aside));
        if (place.CutBefore.Length > 0) TextPage.Block(console, Indent, ($"cut before: {Printable.OneLine(place.CutBefore)}", Aside));
        if (place.CutAfter.Length > 0) TextPage.Block(console, Indent, ($"cut after: {Printable.OneLine(place.CutAfter)}", Aside));
    }

    private static string Describe(Difference difference)
    {
        var printed = Printable.OneLine(difference.PrintedText);
        var spoken = Printable.OneLine(difference.SpokenText);
        var what = difference.Kind switch
        {
            DifferenceKind.Dropped => $"dropped: {spoken}",
            DifferenceKind.Added => $"added: {printed}",
            DifferenceKind.Changed => $"changed: {spoken} → {printed}",
            DifferenceKind.Joined => spoken.Length > 0 ? $"joined over: {spoken}" : "joined from two places",
            _ => $"words of {spoken}: {printed}",
        };
        return difference.Marked ? what + " (marked)" : what;
    }

    private static string Sign(VerifiedQuotation quotation) => quotation.Holds ? "✓" : quotation.Verdict == Verdict.NotFound ? "?" : "✗";

    private static Style StyleOf(VerifiedQuotation quotation) => new(quotation.Holds ? Color.Green : quotation.Verdict == Verdict.NotFound ? Color.Olive : Color.Maroon, decoration: Decoration.Bold);

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Verbatim => "word for word",
        Verdict.Marked => "word for word but for what is marked",
        Verdict.Altered => "altered",
        Verdict.InPart => "found in part",
        _ => "not found",
    };
}
