using Rapporteur.Desk.Tests.Queue;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>The checks themselves: what they must catch, they catch.</summary>
public sealed class CheckedPageTests(Chromium chromium)
{
    [Fact]
    public async Task Inline_scripts_and_styles_are_noticed_and_do_not_run()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            await page.Page.EvaluateAsync("() => { const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s); }");
            await Eventually.Holds(() => page.Problems.Any(problem => problem.Contains("Content Security Policy", StringComparison.Ordinal)));
            page.Forget();
        });
    }

    [Fact]
    public async Task Requests_to_other_hosts_are_noticed_and_do_not_leave()
    {
        await using var desk = await OpenDesk.Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/");
            await page.Page.EvaluateAsync("() => { location.href = 'http://elsewhere.example/' }");
            await Eventually.Holds(() => page.Problems.Any(problem => problem.Contains("elsewhere.example", StringComparison.Ordinal)));
            page.Forget();
        });
    }}
