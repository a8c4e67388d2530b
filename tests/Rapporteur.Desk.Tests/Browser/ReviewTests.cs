using Microsoft.Playwright;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Tests.Reviews;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>Reviewing as people do it: by selecting words, by typing them, by keyboard alone.</summary>
public sealed class ReviewTests(Chromium chromium)
{
    private const string First = "/articles/1/statements/s1/review";

    private static readonly RecordText Text = new(ReviewSubject.Text);

    private static async Task<OpenDesk> Start()
    {
        var desk = await OpenDesk.Start();
        desk.Add(ReviewSubject.Article());
        return desk;
    }

    [Fact]
    public async Task Words_that_are_selected_become_parts_of_the_statement()
    {
        await using var desk = await Start();
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/articles/1/review");
            await Select(page.Page, "met 😀 in Quillon ");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "What was said" }).ClickAsync();
            await Select(page.Page, "Nobody else");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Who says it" }).ClickAsync();
            await page.Page.GetByText("beside what is marked").CheckAsync();
            await Select(page.Page, "for two days");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "What was said" }).ClickAsync();
            Assert.Equal("12-28: met 😀 in Quillon\n29-41: for two days", await page.Page.Locator("textarea[name=content]").InputValueAsync());
            Assert.Equal("met 😀 in Quillon", await page.Page.Locator(".excerpt .is-content").First.InnerTextAsync());
            await page.AssertAccessible();
            await page.Page.GetByLabel("predict").CheckAsync();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add the statement" }).ClickAsync();
            await page.Page.WaitForURLAsync("**/statements/r1/review?said=added");
            await page.AssertAccessible();
        });
        var added = new StatementReviews(desk.Archive).Article(1)!.Statement("r1")!.Holds!;
        Assert.Equal(["met 😀 in Quillon", "for two days"], added.Content.Select(range => Text[range]));
        Assert.Equal(("Nobody else", Ledger.SpeechAct.Predict), (Text[added.Source], Assert.Single(added.Acts)));
    }

    [Fact]
    public async Task Everything_can_be_done_without_a_script()
    {
        await using var desk = await Start();
        await chromium.Visit(
            desk,
            async page =>
            {
                await page.GoTo(First);
                Assert.False(await page.Page.GetByRole(AriaRole.Button, new() { Name = "Who says it" }).IsVisibleAsync());
                await page.Page.Locator("textarea[name=content]").FillAsync("The locks open on Monday");
                await page.Page.GetByLabel("Said by").FillAsync("Ilse");
                await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the correction" }).ClickAsync();
                await page.Page.GetByText("Kept: corrected").WaitForAsync();
                await page.Page.GetByRole(AriaRole.Button, new() { Name = "It is no statement" }).ClickAsync();
                await page.Page.GetByText("Kept: rejected").WaitForAsync();
                await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back.*rejected") }).ClickAsync();
                await page.Page.GetByText("Kept: took back").WaitForAsync();
            },
            scripts: false);
        var statement = new StatementReviews(desk.Archive).Article(1)!.Statement("s1")!;
        Assert.Equal(("The locks open on Monday", "Ilse"), (Text[statement.Holds!.Content], statement.Holds.Speaker));
        Assert.Equal([ReviewKind.Corrected, ReviewKind.Rejected, ReviewKind.TakenBack], statement.Thread!.Reviews.Select(review => review.Kind));
    }

    [Fact]
    public async Task Confirming_leads_by_keyboard_from_one_statement_to_the_next()
    {
        await using var desk = await Start();
        var count = desk.Archive.Record(1)!.Statements.Length;
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/reviews");
            await page.AssertAccessible();
            await page.Page.Locator(".listing a").First.FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            for (var i = 0; i < count; i++)
            {
                await page.Page.GetByRole(AriaRole.Button, new() { Name = "It is right" }).FocusAsync();
                await page.Page.Keyboard.PressAsync("Enter");
                await page.Page.GetByRole(AriaRole.Status).WaitForAsync();
                if (i + 1 == count) break;
                await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Go on with") }).FocusAsync();
                await page.Page.Keyboard.PressAsync("Enter");
                await page.Page.WaitForURLAsync($"**/statements/s{i + 2}/review");
            }

            await page.Page.GetByText("Every statement of this article is reviewed.").WaitForAsync();
        });
        Assert.True(new StatementReviews(desk.Archive).Article(1)!.IsComplete);
    }

    [Fact]
    public async Task The_second_of_two_at_once_is_told_and_loses_nothing_that_was_typed()
    {
        await using var desk = await Start();
        var reviews = new StatementReviews(desk.Archive);
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo(First);
            await page.Page.Locator("textarea[name=content]").FillAsync("The locks open on Monday");
            reviews.Write(new ReviewDraft(1, ReviewKind.Rejected, "bo", DateTimeOffset.UnixEpoch) { Statement = "s1" });
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the correction" }).ClickAsync();
            await page.Page.GetByRole(AriaRole.Alert).WaitForAsync();
            Assert.Equal("The locks open on Monday", await page.Page.Locator("textarea[name=content]").InputValueAsync());
            await page.AssertAccessible();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the correction" }).ClickAsync();
            await page.Page.GetByText("Kept: corrected").WaitForAsync();
        });
        Assert.Equal(2, reviews.Of(1).Length);
    }

    [Fact]
    public async Task Lists_and_agreement_are_accessible_and_narrow_down()
    {
        await using var desk = await Start();
        var reviews = new StatementReviews(desk.Archive);
        reviews.Write(new ReviewDraft(1, ReviewKind.Rejected, "bo", DateTimeOffset.UnixEpoch) { Statement = "s1", Comment = "Not hers." });
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/reviews/done");
            await page.AssertAccessible();
            await page.Page.GetByLabel("Reviewer").FillAsync("ada");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            await page.Page.GetByText("There are none.").WaitForAsync();
            await page.GoTo("/reviews/agreement?by=reviewer");
            await page.AssertAccessible();
            Assert.Equal("bo", await page.Page.Locator("tbody th bdi").InnerTextAsync());
            await page.GoTo("/articles/1/statements/r1/review");
            await page.AssertAccessible();
        });
    }

    [Fact]
    public async Task The_article_shows_what_people_say_of_its_statements()
    {
        await using var desk = await Start();
        var reviews = new StatementReviews(desk.Archive);
        var found = Annotation.Of(desk.Archive.Record(1)!.Statements[0]);
        reviews.Write(new ReviewDraft(1, ReviewKind.Corrected, "bo", DateTimeOffset.UnixEpoch) { Statement = "s1", Given = found with { Speaker = "The chair" }, Comment = "She spoke for the chair." });
        reviews.Write(new ReviewDraft(1, ReviewKind.Added, "bo", DateTimeOffset.UnixEpoch) { Given = found with { Cue = [], Content = [new(4, 11)], Speaker = null } });
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/articles/1");
            Assert.Equal("corrected", await page.Page.Locator(".notes .chip").First.InnerTextAsync());
            Assert.Contains("The chair", await page.Page.Locator("#about-s1 .said ins").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("council", await page.Page.Locator("#about-r2").InnerTextAsync(), StringComparison.Ordinal);
            await page.AssertAccessible();
            await page.Page.Locator("#about-s1").GetByText("Review it").ClickAsync();
            await page.Page.WaitForURLAsync("**" + First);
        });
    }

    [Fact]
    public async Task A_hostile_text_is_shown_inert_and_its_places_are_counted_rightly()
    {
        const string Text = "<script>document.title = 'run'</script> \u202Eodd\u202C 😀 \"We sail & rest,\" Ilse Marten said. <img src=x onerror=alert(1)>";
        await using var desk = await OpenDesk.Start();
        desk.Add(ReviewSubject.Article("</title><script>alert(1)</script>\u202E", Text));
        await chromium.Visit(desk, async page =>
        {
            await page.GoTo("/articles/1/review");
            await Select(page.Page, "odd");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Who says it" }).ClickAsync();
            await Select(page.Page, "We sail & rest");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "What was said" }).ClickAsync();
            Assert.Equal("[U+202E]", await page.Page.Locator(".excerpt [data-named]").First.InnerTextAsync());
            Assert.Equal(["odd", "We sail & rest"], await page.Page.Locator(".excerpt .marked").AllInnerTextsAsync());
            await page.Page.GetByLabel("Why (if you like)").FillAsync("<b>\u202Ewhy");
            await page.AssertAccessible();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add the statement" }).ClickAsync();
            await page.Page.GetByText("Kept: added").WaitForAsync();
            Assert.Equal(0, await page.Page.Locator("main script, main img, main b").CountAsync());
            await page.AssertAccessible();
        });
        var added = new StatementReviews(desk.Archive).Of(1)[0].Body;
        Assert.Equal(("odd", "We sail & rest"), (added.Anchor.Words(added.Given!.Source), added.Anchor.Words(added.Given.Content)));
    }

    // Selects words of the excerpt as somebody drags over them.
    private static async Task Select(IPage page, string words) => await page.EvaluateAsync(
        """
        words => {
          const walker = document.createTreeWalker(document.querySelector('[data-excerpt]'), NodeFilter.SHOW_TEXT);
          const nodes = [];
          let text = '';
          while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
          const at = text.indexOf(words);
          if (at < 0) throw new Error(words);
          const place = offset => { const [start, node] = nodes.findLast(([start]) => start <= offset); return [node, offset - start]; };
          const range = document.createRange();
          range.setStart(...place(at));
          range.setEnd(...place(at + words.length));
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }
        """, words);
}
