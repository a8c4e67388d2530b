using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

public sealed class AddTests(Chromium chromium)
{
    [Fact]
    public async Task The_page_for_adding_is_accessible_and_says_what_is_wrong()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/add");
            await page.AssertAccessible();
            await page.Page.GetByLabel("Address of an article").FillAsync("ftp://example.org/");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Fetch it" }).ClickAsync();
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no address of the web");
            await Assertions.Expect(page.Page.GetByLabel("Address of an article")).ToHaveValueAsync("ftp://example.org/");
            await page.AssertAccessible();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_is_pasted_and_read(bool scripts)
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/add");
            await page.Page.GetByLabel("Text, or a page’s HTML").FillAsync("\"Ships will sail,\" Ilse Marten said.");
            await page.Page.GetByText("What is known of it").ClickAsync();
            await page.Page.GetByLabel("Headline").FillAsync("Ships will sail");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Ships will sail");
            await Assertions.Expect(page.Page.Locator(".notes")).ToContainTextAsync("Ilse Marten");
        }, scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chosen_files_are_added_and_what_went_wrong_is_said(bool scripts)
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/add");
            await page.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(new FilePayload[]
            {
                new() { Name = "ships.txt", MimeType = "text/plain", Buffer = "\"Ships will sail,\" Ilse Marten said."u8.ToArray() },
                new() { Name = "nothing.txt", MimeType = "text/plain", Buffer = [] },
            });
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add them" }).ClickAsync();
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Added in part");
            await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("nothing.txt: the input is empty");
            if (scripts) await page.AssertAccessible();
        }, scripts);
        Assert.Equal(1, desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_dropped_file_leads_to_its_article()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/add");
            var dropped = await page.Page.EvaluateHandleAsync(
                "() => { const data = new DataTransfer(); data.items.add(new File(['\"Ships will sail,\" Ilse Marten said.'], 'ships.txt', { type: 'text/plain' })); return data; }");
            await page.Page.DispatchEventAsync("#drop", "drop", new { dataTransfer = dropped });
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("\"Ships will sail,\" Ilse Marten said.");
            Assert.EndsWith("/articles/1", page.Page.Url, StringComparison.Ordinal);
        });
    }
}
