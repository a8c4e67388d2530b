using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>A page of a desk in a browser, with all that goes wrong on it written down.</summary>
internal sealed class CheckedPage
{
    private static readonly int[] Widths = [1280, 360];

    // Told by the browser at any time.
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly Uri _desk;

    private CheckedPage(IPage page, Uri desk)
    {
        Page = page;
        _desk = desk;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    internal static async Task<CheckedPage> Open(IBrowserContext context, Uri desk)
    {
        var page = new CheckedPage(await context.NewPageAsync(), desk);
        await page.Watch();
        return page;
    }

    /// <summary>Goes to a page, which must answer.</summary>
    /// <param name="path">Where on the desk it is.</param>
    /// <param name="status">What it must answer.</param>
    public async Task GoTo(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer?.Status ?? status);
    }

    /// <summary>
    /// Asserts that the page as it stands breaks no rule of axe, and needs no scrolling sideways, in light and dark, on a wide screen and
    /// on a phone.
    /// </summary>
    public async Task AssertAccessible()
    {
        var usual = Page.ViewportSize!;
        foreach (var width in Widths)
        {
            await Page.SetViewportSizeAsync(width, usual.Height);
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await AssertAccessibleNow($"light, {width} px", new());

            // Only colours are others in the dark.
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await AssertAccessibleNow($"dark, {width} px", new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        }

        await AssertFits(320);
        await Page.SetViewportSizeAsync(usual.Width, usual.Height);
    }

    /// <summary>Asserts that nothing went wrong: no error on the console or in a script, no broken policy, no request to another host.</summary>
    public void AssertNoProblem() => Assert.True(_problems.IsEmpty, string.Join("\n", _problems));

    /// <summary>Forgets what went wrong so far: the test meant it to.</summary>
    public void Forget() => _problems.Clear();

    private async Task AssertAccessibleNow(string state, AxeRunOptions rules)
    {
        var result = await Page.RunAxe(rules);
        var broken = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{state}: {rule.Id}: {rule.Help}: {node.Html}"));
        Assert.True(result.Violations.Length == 0, string.Join("\n", broken));
        Assert.NotEmpty(result.Passes);
    }

    private async Task AssertFits(int width)
    {
        await Page.SetViewportSizeAsync(width, 700);
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{Page.Url} is {wide} px wide on a screen of {width} px");
    }

    private async Task Watch()
    {
        Page.Console += (_, message) =>
        {
            // The browser itself logs pages that answer 4xx, which tests may ask for.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _problems.Enqueue($"console: {message.Text}");
        };
        Page.PageError += (_, error) => _problems.Enqueue($"script: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            _problems.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) =>
        {
            if (!IsOwn(request.Url)) _problems.Enqueue($"request to {request.Url}");
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document") _problems.Enqueue($"{response.Status} for {response.Url}");
        };
        await Page.RouteAsync(address => !IsOwn(address), route => route.AbortAsync());
    }

    private bool IsOwn(string address) => address.StartsWith(_desk.ToString(), StringComparison.Ordinal) || address == "about:blank";
}
