using System.Diagnostics;
using CsCheck;
using Rapporteur.Ingest.Fetching;
using Xunit;

namespace Rapporteur.Ingest.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /\n\nUser-agent: rapporteur/2.0\nAllow: /", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\nUser-agent: RAPPORTEUR # us\nDisallow: /", "/a", false)]
    [InlineData("User-agent: rapporteur\nUser-agent: other\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true)]
    [InlineData("User-agent: rapporteur\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: rapporteur\nDisallow: /c", "/c", false)]
    [InlineData("Sitemap: https://x.example/map\nDisallow: /\nUser-agent: *\nDisallow: /z", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-b-c-d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /only$", "/only/more", true)]
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%C3%A9/menu", false)]
    [InlineData("user-AGENT : *\r\ndisALLOW : /a # comment\r\n", "/a", false)]
    public void Rules_are_kept_as_the_standard_has_them(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(file, "Rapporteur").Allow(path));

    [Fact]
    public void A_pause_that_is_asked_for_is_known()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5", "Rapporteur").Delay);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon", "Rapporteur").Delay);
    }

    [Fact]
    public void Any_text_is_a_file_of_rules() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["ad/*$%: \nDisallow:User-agent"], 0, 40]).Sample((any, like) =>
        {
            RobotsRules.Parse(any, "Rapporteur").Allow("/" + like);
            RobotsRules.Parse("User-agent: *\nDisallow: " + like, "Rapporteur").Allow("/" + any);
        });

    [Fact]
    public void Many_stars_are_no_trap()
    {
        var file = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "b$\n", 250));
        var clock = Stopwatch.StartNew();
        Assert.True(RobotsRules.Parse(file, "Rapporteur").Allow("/" + new string('a', 8000)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }
}
