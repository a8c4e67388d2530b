using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rapporteur.Desk.Tests.Views;
using Rapporteur.Records;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>The views across articles in a browser.</summary>
public sealed class ViewTests(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "/search?q=%3Cscript%3Ealert(5)%3C/script%3E", "/search", "/speakers", "/speakers/oda%20brandt", "/timeline?by=outlet", "/network", "/happenings/1", "/articles/1/compare",
        "/verify?article=1&against=1",
    ];

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=harbour")]
    [InlineData("/search?q=(")]
    [InlineData("/speakers")]
    [InlineData("/speakers?q=nobody")]
    [InlineData("/speakers/ilse%20marten")]
    [InlineData("/speakers/ilse%20marten/commitments")]
    [InlineData("/actors")]
    [InlineData("/timeline")]
    [InlineData("/timeline?q=harbour&by=outlet")]
    [InlineData("/network")]
    [InlineData("/happenings")]
    [InlineData("/happenings/1")]
    [InlineData("/compare/1-s2")]
    [InlineData("/articles/1/compare")]
    [InlineData("/verify")]
    [InlineData("/verify?article=1&against=2")]
    public async Task A_view_is_accessible_in_light_and_dark_on_a_desk_and_on_a_phone(string path)
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo(path, path.EndsWith('(') ? 400 : 200);
            foreach (var details in await page.Page.Locator("details").AllAsync()) await details.EvaluateAsync("details => { details.open = true; }");
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task A_search_is_narrowed_down_by_a_facet_and_what_was_looked_for_is_marked()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/search");
            await page.Page.Locator("#q").FillAsync("harbour");
            await page.Page.Locator("#q").PressAsync("Enter");
            await Assertions.Expect(page.Page.Locator("mark").First).ToHaveTextAsync("harbour");
            await page.Page.WaitForLoadStateAsync();
            var all = await page.Page.Locator(".statements > li").CountAsync();
            await page.Page.Locator(".facets a", new() { HasText = "Tidewater Post" }).ClickAsync();
            await Assertions.Expect(page.Page.Locator("#q")).ToHaveValueAsync(new Regex("outlet"));
            await page.Page.WaitForLoadStateAsync();
            Assert.InRange(await page.Page.Locator(".statements > li").CountAsync(), 1, all - 1);
        });
    }

    [Fact]
    public async Task A_query_that_is_wrong_points_at_the_place()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/search?q=harbour%20speeker:x", 400);
            Assert.Contains("there is no field 'speeker'", await page.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal("harbour speeker:x", await page.Page.Locator("#q").InputValueAsync());
        });
    }

    [Fact]
    public async Task From_the_list_of_speakers_by_keyboard_to_a_speaker_and_a_bar_of_the_timeline_to_that_day()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/speakers");
            await page.Page.Locator("tbody a", new() { HasText = "Ilse Marten" }).FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.WaitForURLAsync("**/speakers/ilse%20marten");
            Assert.Equal("Ilse Marten", await page.Page.Locator("h1").InnerTextAsync());
            await page.Page.Locator(".overtime summary").FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            var rows = await page.Page.Locator(".overtime tbody tr").CountAsync();
            Assert.Equal(rows, await page.Page.Locator(".overtime .bar").CountAsync());
            await page.Page.Locator(".overtime svg a").First.ClickAsync();
            await Assertions.Expect(page.Page.Locator("#q")).ToHaveValueAsync(new Regex("day:2024-05-02"));
            await page.Page.WaitForLoadStateAsync();
            Assert.True(await page.Page.Locator(".statements > li").CountAsync() > 0);
        });
    }

    [Fact]
    public async Task A_promise_and_its_opposite_stand_together()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/speakers/ilse%20marten/commitments");
            Assert.Contains("May contradict", await page.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_network_grows_by_key_and_whoever_has_the_focus_lights_up_its_neighbours()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/network");
            var drawing = page.Page.Locator("svg.drawing");
            var before = double.Parse((await drawing.GetAttributeAsync("width"))!, System.Globalization.CultureInfo.InvariantCulture);
            await page.Page.Locator(".canvas").FocusAsync();
            await page.Page.Keyboard.PressAsync("+");
            Assert.True(double.Parse((await drawing.GetAttributeAsync("width"))!, System.Globalization.CultureInfo.InvariantCulture) > before * 1.2);
            await page.Page.Keyboard.PressAsync("0");
            await page.Page.Locator(".node").First.FocusAsync();
            var near = (await page.Page.Locator(".node").First.GetAttributeAsync("data-near"))!.Split(' ').Length;
            Assert.Equal(near + 1, await page.Page.Locator(".node.near").CountAsync());
        });
    }

    [Fact]
    public async Task The_network_works_without_scripts()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/network");
            Assert.True(await page.Page.Locator(".node").CountAsync() > 1);
            Assert.False(await page.Page.Locator("[data-controls]").IsVisibleAsync());
        }, scripts: false);
    }

    [Fact]
    public async Task Labels_of_two_hundred_do_not_overlap_in_the_browser_either()
    {
        await using var desk = await OpenDesk.Start();
        var random = new Random(3);
        for (var article = 0; article < 40; article++)
        {
            var text = string.Concat(Enumerable.Range(0, 15).Select(_ => $"{Name(random.Next(210))} accused {Name(random.Next(210))} of the delay. \"The boats must sail at dawn,\" {Name(random.Next(210))} told {Name(random.Next(210))}.\n\n"));
            desk.Add(new Article(text) { Title = $"Boats {article}", Outlet = "Meridian Wire" });
        }

        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/network");
            var count = await page.Page.Locator(".node").CountAsync();
            Assert.True(count > 150, $"{count} are drawn");
            var overlaps = await page.Page.EvaluateAsync<int>(
                """
                () => {
                  const boxes = [...document.querySelectorAll('.node text')].map(text => text.getBBox());
                  let overlaps = 0;
                  for (let i = 0; i < boxes.length; i++)
                    for (let j = i + 1; j < boxes.length; j++)
                      if (boxes[i].x < boxes[j].x + boxes[j].width && boxes[j].x < boxes[i].x + boxes[i].width
                        && boxes[i].y < boxes[j].y + boxes[j].height && boxes[j].y < boxes[i].y + boxes[i].height) overlaps++;
                  return overlaps;
                }
                """);
            Assert.Equal(0, overlaps);
        });

        static string Name(int number) => $"{(char)('A' + number % 26)}{"aeiou"[number % 5]}r{"aeiou"[number / 7 % 5]}n {(char)('B' + number / 26)}{"aeiou"[number / 3 % 5]}ld{"aeiou"[number % 4]}mar{(char)('a' + number % 17)}";
    }

    [Fact]
    public async Task A_happening_shows_who_is_cited_where_and_who_is_left_out()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/happenings?from=2024-04-28&to=2024-05-04");
            await page.Page.Locator(".listing a.title").First.ClickAsync();
            await page.Page.WaitForURLAsync("**/happenings/*");
            var table = page.Page.Locator("table.coverage");
            Assert.Equal(["Speaker", "Meridian Wire", "Tidewater Post"], await table.Locator("thead th").AllInnerTextsAsync());
            Assert.Contains("not cited", await table.Locator("tr", new() { HasText = "Rask" }).InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Printings_of_a_quotation_are_told_apart_by_more_than_colour()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/articles/1/compare");
            Assert.Contains("these", await page.Page.Locator(".variant del").AllInnerTextsAsync() is var gone ? string.Join(' ', gone) : "", StringComparison.Ordinal);
            Assert.Contains("left out", await page.Page.Locator(".variant del .tag").AllInnerTextsAsync());
            Assert.Contains("added", await page.Page.Locator(".variant ins .tag").AllInnerTextsAsync());
        });
    }

    [Fact]
    public async Task A_quotation_is_held_against_a_transcript_that_is_pasted()
    {
        await using var desk = await Harbour.Open();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/verify?article=3");
            Assert.Equal("3", await page.Page.Locator("#article").InputValueAsync());
            await page.Page.Locator("#transcript").FillAsync("MARTEN: We will not open the harbour to every last ship that carries grain. RASK: Brandt was right about the piers.");
            await page.Page.Locator("form[method=post] button").ClickAsync();
            await Assertions.Expect(page.Page.Locator(".listing")).ToContainTextAsync("altered");
            await page.Page.WaitForLoadStateAsync();
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task Names_and_words_that_would_be_markup_are_only_words()
    {
        await using var desk = await OpenDesk.Start();
        const string Hostile = "<img src=x onerror=alert(1)>";
        desk.Add(new Article($"\"We will sail {Hostile} at dawn, javascript:alert(2),\" Oda {Hostile} Brandt told Jon \"><script>alert(3)</script> Rask.\n\n\"We will sail,\" Oda Brandt told Jon Rask.") { Title = Hostile, Outlet = "\"><svg onload=alert(4)>", Published = PublicationDate.TryParse("2024-05-02", out var day) ? day : null });
        await chromium.Visit(desk, async page =>
        {
            foreach (var path in Pages)
            {
                await page.GoTo(path);
                Assert.Equal(0, await page.Page.Locator("main img, main script, main [onload], main [onerror], main a[href^='javascript:']").CountAsync());
            }
        });
    }
}
