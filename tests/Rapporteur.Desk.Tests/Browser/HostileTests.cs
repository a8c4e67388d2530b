using Rapporteur.Ingest;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>Hostile articles are shown, and do nothing.</summary>
public sealed class HostileTests(Chromium chromium)
{
    // What templates write; whatever else stands in a page came from an article.
    private const string Injected =
        """
        () => {
          const known = new Set(('html head meta title link script body a header div nav ul li main footer h1 h2 h3 p bdi time span form fieldset legend input label select option button '
            + 'section article aside kbd pre dl dt dd details summary table caption thead tbody tr th td ol svg rect text g path line circle polyline title desc defs pattern meter progress blockquote '
            + 'mark del ins strong em small code figure figcaption textarea hr br').split(' '));
          const bad = [];
          for (const element of document.querySelectorAll('*')) {
            if (!known.has(element.localName)) bad.push(element.outerHTML.slice(0, 200));
            for (const { name, value } of element.attributes) {
              if (name === 'style' && element.matches('.notes li') && /^padding-top: [\d.]+px;$/.test(value)) continue; // notes stand beside their lines
              if (name.startsWith('on') || ['style', 'srcdoc', 'srcset', 'formaction', 'xlink:href', 'background'].includes(name)) bad.push(`${element.localName} ${name}=${value}`.slice(0, 200));
              if (!['href', 'src', 'action'].includes(name)) continue;
              const address = new URL(value, location.href);
              const own = address.origin === location.origin;
              if (!['http:', 'https:'].includes(address.protocol)) bad.push(`${element.localName} ${name}=${value}`.slice(0, 200));
              if (!own && !(element.localName === 'a' && element.rel.includes('noreferrer') && element.rel.includes('noopener'))) bad.push(`${element.localName} ${name}=${value}`.slice(0, 200));
            }
          }
          if (window.canary !== undefined) bad.push('a script of the article ran');
          if (document.querySelectorAll('head script:not([type=module][src^="/assets/"]), body script').length > 0) bad.push('a script was injected');
          const width = document.documentElement.scrollWidth;
          if (width > innerWidth) {
            const widest = [...document.querySelectorAll('main *')].find(element => element.getBoundingClientRect().right >= width - 1 && !element.closest('.scroller'));
            bad.push(`the page is ${width} px wide: ${widest?.outerHTML.slice(0, 300)}`);
          }
          if (document.querySelectorAll('h1').length !== 1 || document.querySelectorAll('main').length !== 1) bad.push('the page is not whole');
          return bad;
        }
        """;

    private static readonly string[] Lists = ["/", "/?before=40", "/speakers", "/actors", "/search?q=harbour", "/network", "/happenings", "/timeline?q=harbour"];

    [Fact]
    public void There_are_enough_payloads() => Assert.True(HostilePayloads.All.Distinct().Count() >= 60);

    [Fact]
    public async Task As_text_and_in_every_field_they_are_shown_and_do_nothing()
    {
        await using var desk = await OpenDesk.Start();
        var articles = HostilePayloads.All.Select((payload, i) => (payload, Id: desk.Add(AsText(payload, i)))).ToList();
        await chromium.Visit(desk, async page =>
        {
            foreach (var (payload, id) in articles)
            {
                await AssertInert(page, $"/articles/{id}?layer=direct&layer=mixed&layer=indirect&layer=names&layer=times&layer=events&layer=loaded&layer=voice&layer=alterations");
                var shown = await page.Page.Locator("#text").TextContentAsync();
                Assert.False(shown!.AsSpan().ContainsAnyInRange('\u202A', '\u202E') || shown.AsSpan().ContainsAnyInRange('\u2066', '\u2069'), $"{id}: {payload[..Math.Min(80, payload.Length)]}");
                Assert.Contains("the harbour is open", shown, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task As_pages_they_are_shown_and_do_nothing()
    {
        await using var desk = await OpenDesk.Start();
        var articles = HostilePayloads.All.Select(AsPage).OfType<Article>().Select(desk.Add).ToList();
        Assert.True(articles.Count >= 60);
        await chromium.Visit(desk, async page =>
        {
            foreach (var id in articles) await AssertInert(page, $"/articles/{id}");
        });
    }

    [Fact]
    public async Task In_lists_and_other_pages_they_are_shown_and_do_nothing()
    {
        await using var desk = await OpenDesk.Start();
        var articles = HostilePayloads.All.Select((payload, i) => desk.Add(AsText(payload, i))).ToList();
        await chromium.Visit(desk, async page =>
        {
            foreach (var path in Lists)
            {
                await AssertInert(page, path);
                Assert.DoesNotContain("There is nothing here.", await page.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
            }

            foreach (var id in articles.Where((_, i) => i % 9 == 0))
                foreach (var path in new[] { $"/articles/{id}/statements/s1", $"/articles/{id}/delete", $"/articles/{id}/compare", $"/compare/{id}-s1" }) await AssertInert(page, path);
        });
    }

    [Fact]
    public async Task In_addresses_and_forms_they_are_shown_and_do_nothing()
    {
        await using var desk = await OpenDesk.Start();
        desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            foreach (var (payload, i) in HostilePayloads.All.Where(payload => payload.Length < 500 && !payload.Contains('\uD83D', StringComparison.Ordinal)).Select((payload, i) => (payload, i)))
                await AssertInert(page, $"{(i % 4 == 0 ? "/speakers" : "/search")}?q={Uri.EscapeDataString(payload)}");
        });
    }

    [Fact]
    public async Task A_page_as_wide_as_its_longest_word_can_still_be_read_on_a_phone()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(AsText(new string('w', 20_000), 0));
        await chromium.Visit(desk, page => AssertInert(page, $"/articles/{id}"), width: 320);
    }

    private static async Task AssertInert(CheckedPage page, string path)
    {
        await page.Page.GotoAsync(path);
        var found = await page.Page.EvaluateAsync<string[]>(Injected);
        Assert.True(found.Length == 0, $"{path}: {string.Join("\n", found)}");
        page.AssertNoProblem();
    }

    private static Article AsText(string payload, int index) =>
        new($"\"We say that the harbour is open, {payload}\" said Ilse Marten {payload}, the minister of {payload}.\n\n{payload}\n\nJorun Vask, citing {payload}, told {payload} on Monday that \"{payload}\" was {payload}.")
        {
            Id = payload,
            Title = payload,
            Byline = payload,
            Outlet = payload,
            Url = index % 2 == 0 ? payload : $"https://example.org/{index}?{payload}",
            Language = payload,
            Published = new PublicationDate(new DateOnly(2024, 3, 4)),
        };

    private static Article? AsPage(string payload)
    {
        var html = $"""
            <html><head><title>{payload}</title><meta name="author" content="{payload}"><meta property="og:site_name" content="{payload}"><link rel="canonical" href="{payload}"></head>
            <body><article><h1>{payload}</h1><p>"We say that the harbour is open," said Ilse Marten, the minister.</p><p>{payload}</p>
            <p>"{payload}," said Jorun Vask of {payload}, and went on to say that nothing else was to be said about it.</p></article></body></html>
            """;
        try
        {
            return ArticleLoader.FromHtml(html, "https://example.org/page");
        }
        catch (UnreadableInputException)
        {
            return null; // nothing is left of it to be read
        }
    }
}
