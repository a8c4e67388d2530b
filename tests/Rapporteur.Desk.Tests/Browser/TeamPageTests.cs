using Rapporteur.Archive.Team;
using Rapporteur.Desk.Tests.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Browser;

public sealed class TeamPageTests(Chromium chromium)
{
    private static readonly string[] Kept = ["account.add", "account.disable", "key.make", "Oda Brandt"];

    [Fact]
    public async Task Somebody_signs_in_comes_to_where_they_wanted_and_signs_out()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse Marten", Role.Reader);
        await chromium.Visit(desk.Desk, async page =>
        {
            await page.GoTo("/?from=a+link");
            Assert.Equal("Sign in", await page.Page.Locator("h1").InnerTextAsync());
            await page.AssertAccessible();
            await page.Page.GetByLabel("Name").FillAsync("ilse marten");
            await page.Page.GetByLabel("Password").FillAsync("not the password");
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).WaitForAsync();
            await page.AssertAccessible();
            await page.Page.GetByLabel("Password").FillAsync(TeamDesk.Password);
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.WaitForURLAsync("**/?from=a+link");
            Assert.Equal("Ilse Marten", await page.Page.Locator(".masthead a[href='/account']").InnerTextAsync());
            await page.AssertAccessible();
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.Page.WaitForURLAsync("**/sign-in");
            await page.Page.GoBackAsync();
            await page.GoTo("/");
            Assert.Equal("Sign in", await page.Page.Locator("h1").InnerTextAsync());
        });
    }

    [Fact]
    public async Task An_admin_adds_an_account_and_a_key_and_finds_both_in_the_audit_log()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse", Role.Admin);
        await chromium.Visit(desk.Desk, async page =>
        {
            await page.GoTo("/admin/accounts");
            await page.Page.GetByLabel("Name").FillAsync("Ilse");
            await page.Page.GetByLabel("Password").FillAsync(TeamDesk.Password);
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.WaitForURLAsync("**/admin/accounts");
            await page.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Oda Brandt");
            await page.Page.GetByLabel("First password").FillAsync(TeamDesk.Password);
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Disable Oda Brandt" }).ClickAsync();
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enable Oda Brandt" }).WaitForAsync();
            Assert.True(desk.Accounts.Find("oda brandt")!.IsDisabled);
            await page.AssertAccessible();

            await page.GoTo("/admin/keys");
            await page.Page.GetByLabel("What it is for").FillAsync("the wire");
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Make" }).ClickAsync();
            Assert.StartsWith("rk_", await page.Page.Locator("code.secret").InnerTextAsync(), StringComparison.Ordinal);
            await page.AssertAccessible();

            await desk.Audit(4);
            await page.GoTo("/admin/audit");
            var log = await page.Page.Locator("table").InnerTextAsync();
            foreach (var entry in Kept) Assert.Contains(entry, log, StringComparison.Ordinal);
            await page.AssertAccessible();
            await page.GoTo("/account");
            await page.AssertAccessible();
        });
    }
}
