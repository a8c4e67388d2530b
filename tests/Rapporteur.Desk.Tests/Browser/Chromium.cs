using Microsoft.Playwright;
using Rapporteur.Desk.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>The browser of all tests that need one, started when the first does. Where none is installed, they are skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // Milliseconds; long, as what else this machine does is not known.
    private const int Patience = 60_000;

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Visits pages of a desk, and fails where one of them logs an error, breaks the content policy or calls another host.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="visit">What is done there.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="width">How wide the window is, in CSS pixels.</param>
    internal async Task Visit(OpenDesk desk, Func<CheckedPage, Task> visit, bool scripts = true, int width = 1280)
    {
        var browser = await Start();
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = desk.Address.ToString(),
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        var page = await CheckedPage.Open(context, desk.Address);
        await visit(page);
        page.AssertNoProblem();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> Start()
    {
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"Chromium is not installed at {Program}.");
            Assert.Fail($"Chromium is not installed at {Program}.");
        }

        await _starting.WaitAsync();
        try
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Program,
                ChromiumSandbox = !IsRoot,
                Args =
                [
                    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage",
                ],
            });
        }
        finally
        {
            _starting.Release();
        }
    }

    // As root the sandbox refuses to start.
    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";
}
