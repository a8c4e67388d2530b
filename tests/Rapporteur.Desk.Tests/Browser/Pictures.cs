using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>Makes the pictures of docs/pictures from samples/. It runs only when asked for: see docs/desk.md.</summary>
public sealed class Pictures(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Samples.Root, "docs", "pictures");

    [Fact(Explicit = true)]
    public async Task Are_made()
    {
        Directory.CreateDirectory(Folder);
        await using var desk = await OpenDesk.Start();
        foreach (var article in Samples.All()) desk.Add(article);
        var wire = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.Page.SetViewportSizeAsync(1100, 720);
            await Take(page, "articles", "/");
            await Take(page, "article-light", $"/articles/{wire}?layer=text&layer=direct&layer=mixed&layer=indirect&layer=times");
            await Take(page, "article-dark", $"/articles/{wire}#s4", ColorScheme.Dark);
            await Take(page, "add", "/add");
            await Take(page, "search", "/search?q=treaty%20OR%20ships%20OR%20vote");
            await Take(page, "speaker", "/speakers/Ilse%20Marten");
            await Take(page, "network", "/network");
        });
        await chromium.Visit(desk, page => Take(page, "article-phone", $"/articles/{wire}"), width: 390);
    }

    private static async Task Take(CheckedPage page, string name, string path, ColorScheme scheme = ColorScheme.Light)
    {
        await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.Page.GotoAsync("about:blank");
        await page.GoTo(path);
        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
