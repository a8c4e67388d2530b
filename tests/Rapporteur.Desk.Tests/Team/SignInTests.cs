using System.Net;
using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

public sealed class SignInTests
{
    [Fact]
    public async Task Nobody_sees_anything_before_signing_in()
    {
        await using var desk = await TeamDesk.Start();
        using var page = await desk.Send(HttpMethod.Get, "/?q=a%20b");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=%2F%3Fq%3Da%2520b"), (page.StatusCode, page.Headers.Location?.OriginalString));
        using var api = await desk.Send(HttpMethod.Get, "/api/v1/nothing");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (api.StatusCode, api.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        using var form = await desk.Send(HttpMethod.Get, "/sign-in");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task The_right_password_opens_the_desk_and_leads_back()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse Marten", Role.Reader);
        using var answer = await desk.SignIn("ilse marten", back: "/speakers?q=a");
        Assert.Equal((HttpStatusCode.SeeOther, "/speakers?q=a"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var cookie = TeamDesk.GivenCookie(answer)!;
        foreach (var flag in new[] { "httponly", "samesite=lax", "path=/" }) Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
        using var home = await desk.Send(HttpMethod.Get, "/", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains("Ilse Marten", await home.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(("Ilse Marten", "sign-in", "done"), (await desk.Audit(1))[0] switch { var entry => (entry.Who, entry.Action, entry.Result) });
    }

    [Fact]
    public async Task A_wrong_password_and_a_name_that_nobody_has_are_answered_alike()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse", Role.Reader);
        using var wrong = await desk.SignIn("Ilse", "eight grey herons");
        using var nobody = await desk.SignIn("Oda", "eight grey herons");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, nobody.StatusCode));
        Assert.Null(TeamDesk.GivenCookie(wrong));
        var (first, second) = (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await nobody.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Replace("Ilse", "Oda", StringComparison.Ordinal), second);
        Assert.Equal([("Ilse", "wrong password"), (null, "no such account")], (await desk.Audit(2)).Select(entry => (entry.Target, entry.Detail)));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_open_until_a_minute_is_over()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse", Role.Reader);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => (await desk.SignIn("Ilse", $"guess number {i} of many")).Dispose()));
        using var early = await desk.SignIn("Ilse");
        Assert.Equal(HttpStatusCode.Unauthorized, early.StatusCode);
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        using var late = await desk.SignIn("Ilse");
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/a\r\nSet-Cookie: planted=1")]
    [InlineData("/ä")]
    [InlineData("/sign-in?back=/x")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Signing_in_leads_to_no_other_site(string back)
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse", Role.Reader);
        using var answer = await desk.SignIn("Ilse", back: back);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Single(answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task A_token_from_before_signing_in_is_worth_nothing_afterwards()
    {
        await using var desk = await TeamDesk.Start();
        var account = desk.Account("Ilse", Role.Reader);
        var planted = desk.Cookie(desk.Account("Mallory", Role.Reader));
        using var answer = await desk.SignIn("Ilse", cookie: planted);
        var given = TeamDesk.GivenCookie(answer)!.Split(';')[0];
        Assert.NotEqual(planted, given);
        using var old = await desk.Send(HttpMethod.Get, "/", planted);
        Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
        Assert.Equal(account.Id, desk.Accounts.Find("ilse")!.Id);
    }

    [Fact]
    public async Task Who_signs_out_is_out_even_for_whoever_copied_the_cookie()
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Reader));
        using var answer = await desk.Send(HttpMethod.Post, "/sign-out", cookie);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var after = await desk.Send(HttpMethod.Get, "/", cookie);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_its_hours_and_at_once_where_the_account_is_disabled_or_its_role_changed()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("first", Role.Admin);
        var ilse = desk.Account("Ilse", Role.Editor);
        foreach (var end in new Action[]
        {
            () => desk.Accounts.ChangeRole(ilse.Id, Role.Reader),
            () => desk.Accounts.Disable(ilse.Id),
            () =>
            {
                desk.Accounts.Disable(ilse.Id, disabled: false);
                desk.Clock.Advance(TimeSpan.FromHours(12));
            },
        })
        {
            desk.Accounts.Disable(ilse.Id, disabled: false);
            var cookie = desk.Cookie(ilse);
            using var before = await desk.Send(HttpMethod.Get, "/", cookie);
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
            end();
            using var after = await desk.Send(HttpMethod.Get, "/", cookie);
            Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        }
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_old_one_and_ends_all_other_sessions()
    {
        await using var desk = await TeamDesk.Start();
        var ilse = desk.Account("Ilse", Role.Reader);
        var (here, elsewhere) = (desk.Cookie(ilse), desk.Cookie(ilse));
        using var wrong = await Change("not the old one");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var weak = await Change(TeamDesk.Password, "short");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using var done = await Change(TeamDesk.Password);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using var other = await desk.Send(HttpMethod.Get, "/", elsewhere);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        using var own = await desk.Send(HttpMethod.Get, "/", TeamDesk.GivenCookie(done)!.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var again = await desk.SignIn("Ilse", "nine white swans");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);

        Task<HttpResponseMessage> Change(string old, string chosen = "nine white swans") => desk.Send(
            HttpMethod.Post, "/account/password", here, form: new Dictionary<string, string> { ["old"] = old, ["new"] = chosen });
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/account/password")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/keys")]
    public async Task What_another_sites_page_sends_with_the_cookie_is_refused_with_nothing_changed(string address)
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        var form = new Dictionary<string, string>
        {
            ["name"] = "Mallory", ["role"] = "admin", ["scope"] = "admin", ["days"] = "9", ["password"] = TeamDesk.Password, ["old"] = TeamDesk.Password, ["new"] = "nine white swans",
        };
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"), ("Origin", "null") })
        {
            using var answer = await desk.Send(HttpMethod.Post, address, cookie, form: form, headers: [(name, value)]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Null(TeamDesk.GivenCookie(answer));
        }

        Assert.Single(desk.Accounts.All());
        Assert.Empty(desk.Keys.All());
        using var still = await desk.Send(HttpMethod.Get, "/", cookie);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_broken_or_too_large_is_refused_with_nothing_changed()
    {
        await using var desk = await TeamDesk.Start();
        desk.Account("Ilse", Role.Reader);
        using var large = await desk.SignIn("Ilse", new string('a', 20_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        foreach (var (type, body) in new[] { ("application/json", "{\"name\":\"Ilse\"}"), ("multipart/form-data; boundary=x", "--x\r\nbroken"), ("multipart/form-data", "--x") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StringContent(body) };
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await desk.Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Null(TeamDesk.GivenCookie(answer));
        }
    }
}
