using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

public sealed class FrameTests(Chromium chromium)
{
    [Fact]
    public async Task An_empty_desk_says_how_to_add_articles()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            Assert.Equal("/add", await page.Page.Locator("main a").GetAttributeAsync("href"));
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task The_first_page_lists_articles_and_is_accessible()
    {
        await using var desk = await OpenDesk.Start();
        desk.Add(new Article("\"Ships will sail,\" Ilse Marten said.") { Title = "Ships will sail", Outlet = "Meridian Wire" });
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            Assert.Equal("Ships will sail", await page.Page.Locator(".listing a").InnerTextAsync());
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task The_first_key_pressed_leads_past_the_navigation()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            await page.Page.Keyboard.PressAsync("Tab");
            await page.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Page.Locator("#content")).ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task What_is_not_there_has_a_page_that_says_so()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/nothing", status: 404);
            Assert.Equal("There is nothing here.", await page.Page.Locator("h1").InnerTextAsync());
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task Every_place_of_the_navigation_is_there_and_says_where_one_is()
    {
        await using var desk = await OpenDesk.Start();
        desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            var addresses = await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.masthead nav[aria-label=Main] a')].map(link => link.getAttribute('href'))");
            Assert.Contains("/search", addresses);
            foreach (var address in addresses)
            {
                await page.GoTo(address);
                Assert.Equal(address, await page.Page.Locator(".masthead [aria-current=page]").GetAttributeAsync("href"));
            }
        });
    }
}
