using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class TourTests : ApiTest
{
    [Fact]
    public async Task Every_command_of_the_tour_is_answered_as_it_says()
    {
        Assert.SkipWhen(Tour.WhyNot is not null, Tour.WhyNot ?? "");
        await Tour.Take(Desk.Address, Documents.Path("api.md"), Cancellation);
    }
}
