using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

public sealed class ArticleTests(Chromium chromium)
{
    [Theory]
    [InlineData("tabloid.txt")]
    [InlineData("page.html")]
    public async Task An_article_is_accessible_with_everything_marked(string sample)
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load(sample));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}?layer=direct&layer=mixed&layer=indirect&layer=alterations&layer=loaded&layer=voice&layer=names&layer=times&layer=events#s1");
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task The_text_stands_as_printed_and_marks_add_no_character()
    {
        await using var desk = await OpenDesk.Start();
        var article = Samples.Load("wire.txt");
        var id = desk.Add(article);
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}?layer=direct&layer=mixed&layer=indirect&layer=names&layer=times&layer=events");
            var shown = await page.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('.line > p')].map(p => { const copy = p.cloneNode(true); copy.querySelectorAll('.ref').forEach(ref => ref.remove()); return copy.textContent; })");
            Assert.Equal(article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), shown);
        });
    }

    [Fact]
    public async Task Each_statement_names_its_speaker_in_the_margin_beside_its_line()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}");
            var note = page.Page.Locator(".notes li", new() { HasText = "Jorun Vask" });
            var number = await note.GetAttributeAsync("data-note");
            var (line, margin) = (await page.Page.Locator($"#s{number}").BoundingBoxAsync(), await note.BoundingBoxAsync());
            Assert.InRange(margin!.Y - line!.Y, -12, 40);
            Assert.True(margin.X > line.X);
        });
    }

    [Fact]
    public async Task Evidence_opens_by_mouse_and_by_key_and_escape_gives_the_focus_back()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}");
            var panel = page.Page.Locator("#panel");
            await page.Page.GetByText("Ships that are loaded will sail").First.ClickAsync();
            await Assertions.Expect(panel).ToContainTextAsync("Ilse Marten");
            await Assertions.Expect(panel).ToContainTextAsync("Words that say so");
            Assert.Contains("#s", page.Page.Url, StringComparison.Ordinal);
            await page.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(panel).ToBeHiddenAsync();

            var note = page.Page.Locator(".notes a", new() { HasText = "Jorun Vask" });
            await note.FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(panel).ToBeFocusedAsync();
            await Assertions.Expect(panel).ToContainTextAsync("spokesman");
            await page.AssertAccessible();
            await page.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(note).ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task Layers_are_switched_without_a_reload_and_stay_in_the_address()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}");
            await Assertions.Expect(page.Page.Locator(".article .name")).ToHaveCountAsync(0);
            await page.Page.EvaluateAsync("() => { window.stayed = true }");
            await page.Page.GetByLabel("Names").CheckAsync();
            await Assertions.Expect(page.Page.Locator(".article .name").First).ToBeVisibleAsync();
            await page.Page.GetByLabel("Statements, paraphrased").UncheckAsync();
            await Assertions.Expect(page.Page.GetByText("insurance for the convoy").And(page.Page.Locator(".article .reported"))).ToHaveCountAsync(0);
            Assert.True(await page.Page.EvaluateAsync<bool>("() => window.stayed"));
            await page.Page.Locator(".article .name", new() { HasText = "Talvia" }).First.ClickAsync();
            await Assertions.Expect(page.Page.Locator("#panel")).ToContainTextAsync("Talvia");

            await page.Page.ReloadAsync();
            await Assertions.Expect(page.Page.GetByLabel("Names")).ToBeCheckedAsync();
            await Assertions.Expect(page.Page.GetByLabel("Statements, paraphrased")).Not.ToBeCheckedAsync();
            await Assertions.Expect(page.Page.Locator(".article .name").First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task An_address_names_a_statement()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}#s3");
            await Assertions.Expect(page.Page.Locator("#panel")).ToContainTextAsync("foreign ministry");
            Assert.NotEqual(0, await page.Page.Locator(".chosen").CountAsync());
        });
    }

    [Fact]
    public async Task All_of_it_is_there_without_scripts()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo($"/articles/{id}");
            await page.Page.Locator(".notes a", new() { HasText = "Jorun Vask" }).ClickAsync();
            await Assertions.Expect(page.Page.Locator(".about:target")).ToContainTextAsync("spokesman");
            await page.Page.GetByLabel("Times").CheckAsync();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            await Assertions.Expect(page.Page.Locator(".article .time").First).ToBeVisibleAsync();
            await page.Page.Locator(".about a", new() { HasText = "This statement alone" }).First.ClickAsync();
            await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Statement 1");
        }, scripts: false);
    }

    [Fact]
    public async Task The_other_pages_of_an_article_are_accessible()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(new Article("\"Ships will sail,\" Ilse Marten said.") { Url = "https://example.org/ships", Title = "Ships will sail" });
        desk.Add(new Article("\"Boats will sail,\" Ilse Marten said.") { Url = "https://example.org/ships", Title = "Boats will sail" });
        await chromium.Visit(desk, async page =>
        {
            foreach (var path in new[] { $"/articles/{id}/statements/s1", $"/articles/{id}/changes?from=1&to=2", $"/articles/{id}/delete" })
            {
                await page.GoTo(path);
                await page.AssertAccessible();
            }
        });
    }
}
