using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class ComparingTests : ApiTest
{
    private const string Transcript = "MS. MARTEN: The ferries to Ostrey will sail again on Sunday whatever the weather. Nobody stays behind.\n\nQ: And the owners?\n\nMS. MARTEN: They will see.";

    [Fact]
    public async Task Texts_are_compared_with_articles_and_nothing_is_kept()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        var other = Ferry("Harbour Post");
        other.Id = "draft";
        var compared = await Api.CompareAsync(new CompareRequest { Articles = [1], Texts = [other] }, Cancellation);
        Assert.Equal("draft", Assert.Single(Assert.Single(compared.Items).Variants).Printing.Article);
        Assert.Equal(1, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_text_is_compared_with_the_archive()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        var compared = await Api.CompareAsync(new CompareRequest { Texts = [Ferry("Harbour Post")], WithArchive = true }, Cancellation);
        Assert.Equal("1", Assert.Single(Assert.Single(compared.Items).Variants).Printing.Article);
    }

    [Fact]
    public async Task Quotations_are_held_against_a_transcript()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        var verified = await Api.VerifyAsync(new VerifyRequest { Article = 1, Transcripts = [new ArticleFields { Id = "debate", Text = Transcript }] }, Cancellation);
        var quotation = Assert.Single(verified.Quotations);
        Assert.Equal((Verdict.Verbatim, SpeakerAgreement.Agrees), (quotation.Verdict, quotation.Agreement));
        Assert.Equal("debate", Assert.Single(quotation.Places).Transcript);
    }

    [Fact]
    public async Task What_was_never_said_is_not_found_and_may_be_left_out()
    {
        var text = Ferry();
        text.Text = "\"The bridge will be closed for the whole of next winter,\" Ilse Marten said.";
        var request = new VerifyRequest { Text = text, Transcripts = [new ArticleFields { Text = Transcript }] };
        Assert.Equal(Verdict.NotFound, Assert.Single((await Api.VerifyAsync(request, Cancellation)).Quotations).Verdict);
        request.FoundOnly = true;
        Assert.Empty((await Api.VerifyAsync(request, Cancellation)).Quotations);
    }

    [Fact]
    public async Task The_reader_says_which_it_is() => Assert.Equal(Reader.English.Identity.Model, (await Api.GetReaderAsync(cancellationToken: Cancellation)).Model);
}
