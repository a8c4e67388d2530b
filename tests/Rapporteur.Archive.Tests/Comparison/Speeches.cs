using System.Collections.Immutable;
using Rapporteur.Archive.Comparison;
using Rapporteur.Records;

namespace Rapporteur.Archive.Tests.Comparison;

/// <summary>Things said by people who do not exist, and articles that quote them.</summary>
internal static class Speeches
{
    public const string Hearing = """
        CHAIR: The committee will come to order. Minister, you have the floor.
        MARROW: Thank you. The harbour was dredged twice last winter, and neither time did anybody ask the fishermen what they had seen on the bottom. I will publish every survey before the end of June. (APPLAUSE)
        That is a promise, and you may hold me to it.
        CHAIR: Did your office receive the letter from Veldmark?
        MARROW: It did not. We never received a letter, a call or a visit from anybody in Veldmark. If we had, we would have answered within the week.
        VENN: With respect, the postmaster remembers carrying it up your stairs himself.
        MARROW: Then the postmaster carried it past my door. The ferry line will stay open through the winter, whatever the weather does to our budget.
        """;

    public static Transcript Transcript(string text = Hearing, string id = "2024-03-11-hearing", string? speaker = null) =>
        TranscriptReader.Read(new Article(text) { Id = id }, speaker);

    /// <summary>The quotations of an article, held against the hearing.</summary>
    public static ImmutableArray<VerifiedQuotation> Verify(string article, string? published = "2024-03-12") => Verify(article, published, Transcript());

    public static ImmutableArray<VerifiedQuotation> Verify(string article, string? published, params Transcript[] transcripts)
    {
        PublicationDate? date = published is null ? null : PublicationDate.TryParse(published, out var parsed) ? parsed : throw new ArgumentException(published);
        return new Verifier(new TranscriptIndex(transcripts)).Verify(Record.From(Reader.English.Read(new Article(article) { Published = date }))).Quotations;
    }
}
