using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class SpeakerTests : ApiTest
{
    [Fact]
    public async Task Speakers_are_listed_and_had_by_name_with_what_they_said()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        await Api.AddArticleAsync(new ArticleFields { Text = "\"We promise to mend the lock by June,\" Ilse Marten said. \"It leaks,\" Per Vang said.", Published = "2024-05-05" }, cancellationToken: Cancellation);
        Assert.Equal(["Ilse Marten", "Per Vang"], (await Api.ListSpeakersAsync(cancellationToken: Cancellation)).Items.Select(speaker => speaker.Name));
        Assert.Equal("Per Vang", Assert.Single((await Api.ListSpeakersAsync(name: "van", cancellationToken: Cancellation)).Items).Name);

        var first = await Api.ListSpeakersAsync(sort: "name", limit: 1, cancellationToken: Cancellation);
        Assert.Equal("Per Vang", Assert.Single((await Api.ListSpeakersAsync(sort: "name", cursor: first.Next, limit: 1, cancellationToken: Cancellation)).Items).Name);

        var marten = await Api.GetSpeakerAsync("ilse marten", cancellationToken: Cancellation);
        Assert.Equal((2, new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero).Date), (marten.Voice.Articles, marten.Voice.First!.Value.Date));
        Assert.Contains(marten.Profile.Outlets, outlet => outlet.Value == "Meridian Wire");
        Assert.All((await Api.ListSpeakerStatementsAsync("Ilse Marten", cancellationToken: Cancellation)).Items, statement => Assert.Equal("Ilse Marten", statement.Speaker));
        Assert.Contains((await Api.ListSpeakerCommitmentsAsync("Ilse Marten", cancellationToken: Cancellation)).Items, commitment => commitment.Acts.Contains("promise"));
    }

    [Fact]
    public async Task Actors_are_listed_and_had_by_code()
    {
        await Api.AddArticleAsync(new ArticleFields { Text = "\"We will answer every threat,\" French foreign minister Anne Colbert said in Paris. France warned the owners.", Published = "2024-05-05" }, cancellationToken: Cancellation);
        var actor = Assert.Single((await Api.ListActorsAsync(name: "france", cancellationToken: Cancellation)).Items);
        Assert.Equal("FRA", actor.Key);
        Assert.Equal("France", (await Api.GetActorAsync("FRA", cancellationToken: Cancellation)).Voice.Name);
        Assert.NotEmpty((await Api.ListActorStatementsAsync("FRA", cancellationToken: Cancellation)).Items);
        Assert.NotNull((await Api.ListActorCommitmentsAsync("FRA", cancellationToken: Cancellation)).Items);
    }

    [Fact]
    public async Task Nobody_is_not_found()
    {
        await Refused("/api/v1/speakers/Nobody", System.Net.HttpStatusCode.NotFound, "not-found");
        await Refused("/api/v1/actors/XXX/statements", System.Net.HttpStatusCode.NotFound, "not-found");
        await Refused("/api/v1/speakers?sort=age", System.Net.HttpStatusCode.BadRequest, "bad-field");
    }
}
