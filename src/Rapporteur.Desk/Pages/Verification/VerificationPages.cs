using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Pages.Parts;
using Rapporteur.Ingest;

namespace Rapporteur.Desk.Pages.Verification;

/// <summary>The quotations of an article held against what was really said: a transcript that is pasted or uploaded, or another article.</summary>
internal static class VerificationPages
{
    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", Ask);
        routes.MapPost("/verify", Verify);
    }

    private static IResult Ask(NewsArchive archive, Remembered remembered, string? article, string? against, string? speaker, string? format)
    {
        var asked = new VerificationQuery(article ?? "", against ?? "", "", speaker ?? "");
        if (asked.Article.Length == 0 || asked.Against.Length == 0) return Form(asked, null);
        if (Stored(archive, asked.Article) is not { } stored) return Form(asked, Missing(asked.Article));
        if (Stored(archive, asked.Against) is not { } other) return Form(asked, Missing(asked.Against));
        var verification = remembered.Get($"{stored.Id} {other.Id} {asked.Speaker}", () =>
        {
            var document = archive.Record(other.Id)!.Document;
            var said = new Article(document.Text)
            {
                Id = document.Id ?? asked.Against, Title = document.Title, Published = PublicationDate.TryParse(document.Published, out var date) ? date : null,
            };
            return Verified(archive, stored, said, asked.Speaker);
        });
        return format switch
        {
            null or "" => VerificationPage.Create(new VerificationModel(asked, stored, verification, null)),
            "json" => ExportFile.Of(verification.ToIndentedJson(), format, "verification"),
            _ => ExportFile.None(),
        };
    }

    private static async Task<IResult> Verify(NewsArchive archive, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var asked = new VerificationQuery(form["article"].ToString(), "", form["transcript"].ToString(), form["speaker"].ToString());
        if (Stored(archive, asked.Article) is not { } stored) return Form(asked, Missing(asked.Article));
        try
        {
            if (Transcript(form, asked) is not { } said) return Form(asked, "Paste a transcript, or choose a file that holds one.");
            return VerificationPage.Create(new VerificationModel(asked, stored, Verified(archive, stored, said, asked.Speaker), null));
        }
        catch (UnreadableInputException e)
        {
            return Form(asked, $"The transcript cannot be read: {e.Message}.");
        }
    }

    private static Article? Transcript(IFormCollection form, VerificationQuery asked)
    {
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var content = file.OpenReadStream();
            return ArticleLoader.Load(content, file.FileName);
        }

        if (string.IsNullOrWhiteSpace(asked.Transcript)) return null;
        using var pasted = new MemoryStream(Encoding.UTF8.GetBytes(asked.Transcript));
        return ArticleLoader.Load(pasted, "what was pasted");
    }

    private static Archive.Comparison.Verification Verified(NewsArchive archive, StoredArticle article, Article said, string speaker) =>
        new Verifier(new TranscriptIndex([TranscriptReader.Read(said, speaker.Length > 0 ? speaker : null)])).Verify(archive.Record(article.Id)!);

    private static StoredArticle? Stored(NewsArchive archive, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? archive.Article(id) : null;

    private static string Missing(string number) => number.Length == 0 ? "Name an article by its number." : $"There is no article {number}.";

    private static IResult Form(VerificationQuery asked, string? fault)
    {
        var page = VerificationPage.Create(new VerificationModel(asked, null, null, fault));
        if (fault is not null) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}

/// <summary>What is to be verified against what.</summary>
/// <param name="Article">The number of the article.</param>
/// <param name="Against">The number of an article that holds what was said; empty where it is given itself.</param>
/// <param name="Transcript">What was said, as it was pasted.</param>
/// <param name="Speaker">Who speaks where no label says so.</param>
public sealed record VerificationQuery(string Article, string Against, string Transcript, string Speaker);

/// <summary>What the page of a verification shows.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Article">The article; null where nothing was verified.</param>
/// <param name="Verification">What came of it; null as above.</param>
/// <param name="Fault">Why nothing could be; null where it could, or nothing was asked.</param>
public sealed record VerificationModel(VerificationQuery Asked, StoredArticle? Article, Archive.Comparison.Verification? Verification, string? Fault)
{
    internal ExportLinks? Exports => Asked.Against.Length > 0
        ? ExportLinks.Of(format => Addresses.Of("/verify", ("article", Asked.Article), ("against", Asked.Against), ("speaker", Asked.Speaker), ("format", format)), "json") : null;

    internal static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Verbatim => "word for word",
        Verdict.Marked => "word for word, but for what the outlet marked",
        Verdict.Altered => "altered",
        Verdict.InPart => "words of it are there",
        _ => "not found",
    };

    internal static string Tone(VerifiedQuotation quotation) => quotation.Holds ? "good" : quotation.Verdict == Verdict.NotFound ? "" : "warn";

    internal static string Name(Difference difference) => (difference.Kind, difference.Marked) switch
    {
        (DifferenceKind.Dropped, _) => "dropped",
        (DifferenceKind.Added, _) => "added",
        (DifferenceKind.Changed, _) => "changed",
        (DifferenceKind.Joined, _) => "two places made one",
        _ => "of another speaker",
    };
}
