using System.Net;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

public sealed class OpenIdTests
{
    private static Task<TeamDesk> Start(FakeProvider provider, string? otherwise = null, string? secret = FakeProvider.ClientSecret) => TeamDesk.Start(options => options with
    {
        SignIn = new SignInOptions
        {
            Passwords = false,
            OpenId = new OpenIdOptions
            {
                Name = "Meridian", Authority = provider.Address, ClientId = FakeProvider.ClientId, ClientSecret = secret, Otherwise = otherwise,
                Roles = new Dictionary<string, string> { ["desk-admins"] = "admin", ["newsroom"] = "editor" },
            },
        },
    });

    // The way there and back, as a browser goes it: the desk's cookies go with it.
    private static async Task<(HttpResponseMessage Answer, string Callback, string Cookies)> GoThere(TeamDesk desk, FakeProvider provider, string back = "/speakers")
    {
        using var leave = await desk.Send(HttpMethod.Get, "/sign-in/openid?back=" + Uri.EscapeDataString(back));
        Assert.Equal(HttpStatusCode.Redirect, leave.StatusCode);
        var cookies = string.Join("; ", leave.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var callback = await provider.Approve(leave.Headers.Location!);
        return (await desk.Send(HttpMethod.Get, callback, cookies), callback, cookies);
    }

    [Theory]
    [InlineData("newsroom", Role.Editor)]
    [InlineData("newsroom desk-admins others", Role.Admin)]
    public async Task Whom_the_provider_vouches_for_comes_in_with_the_role_that_it_says(string groups, Role role)
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = groups.Split(' ');
        await using var desk = await Start(provider);
        var (answer, _, _) = await GoThere(desk, provider);
        Assert.Equal((HttpStatusCode.Redirect, "/speakers"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.True(provider.SawProofKey);
        var account = Assert.Single(desk.Accounts.All());
        Assert.Equal(("Ilse Marten", role, provider.Address), (account.Name, account.Role, account.Issuer));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("rapporteur=", StringComparison.Ordinal)).Split(';')[0];
        using var home = await desk.Send(HttpMethod.Get, "/", cookie);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(("Ilse Marten", "sign-in", "done", "openid"), (await desk.Audit(1))[0] switch { var entry => (entry.Who, entry.Action, entry.Result, entry.Detail) });
    }

    [Fact]
    public async Task Who_has_no_role_stays_outside_unless_the_settings_say_otherwise()
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = ["strangers"];
        await using (var desk = await Start(provider))
        {
            var (answer, _, _) = await GoThere(desk, provider);
            Assert.Equal("/sign-in?problem=role", answer.Headers.Location?.OriginalString);
            Assert.Empty(desk.Accounts.All());
            Assert.Equal("refused", Assert.Single(await desk.Audit(1)).Result);
            using var page = await desk.Send(HttpMethod.Get, "/sign-in?problem=role");
            Assert.Contains("You have no account here", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await using (var desk = await Start(provider, otherwise: "reader"))
        {
            await GoThere(desk, provider);
            Assert.Equal(Role.Reader, Assert.Single(desk.Accounts.All()).Role);
        }
    }

    [Fact]
    public async Task A_disabled_account_stays_outside_whatever_the_provider_says()
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = ["newsroom"];
        await using var desk = await Start(provider);
        await GoThere(desk, provider);
        desk.Account("first", Role.Admin);
        desk.Accounts.Disable(desk.Accounts.Find("Ilse Marten")!.Id);
        var (answer, _, _) = await GoThere(desk, provider);
        Assert.Equal("/sign-in?problem=role", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("rapporteur=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_or_was_changed_lets_nobody_in()
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = ["newsroom"];
        await using var desk = await Start(provider);
        var (_, callback, cookies) = await GoThere(desk, provider);
        foreach (var (address, sent) in new[]
        {
            (callback, null), // another browser's
            (callback, cookies), // the same code again
            (callback.Replace("state=", "state=x", StringComparison.Ordinal), cookies),
            ("/sign-in/openid/return?error=access_denied", cookies),
            ("/sign-in/openid/return", cookies),
        })
        {
            using var answer = await desk.Send(HttpMethod.Get, address, sent);
            Assert.Equal("/sign-in?problem=provider", answer.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData(nameof(FakeProvider.Audience), "somebody else")]
    [InlineData(nameof(FakeProvider.Issuer), "https://evil.example")]
    [InlineData(nameof(FakeProvider.Nonce), "replayed")]
    [InlineData(nameof(FakeProvider.Signature), "another key's")]
    [InlineData(nameof(FakeProvider.Lifetime), "over")]
    public async Task A_token_that_is_not_for_this_desk_lets_nobody_in(string what, string value)
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = ["desk-admins"];
        provider.Forge(what, value);
        await using var desk = await Start(provider);
        var (answer, _, _) = await GoThere(desk, provider);
        Assert.Equal("/sign-in?problem=provider", answer.Headers.Location?.OriginalString);
        Assert.Empty(desk.Accounts.All());
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site_afterwards()
    {
        await using var provider = await FakeProvider.Start();
        provider.Groups = ["newsroom"];
        await using var desk = await Start(provider);
        var (answer, _, _) = await GoThere(desk, provider, "//evil.example");
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Where_only_the_provider_vouches_no_password_opens()
    {
        await using var provider = await FakeProvider.Start();
        await using var desk = await Start(provider);
        desk.Account("Ilse", Role.Admin);
        using var answer = await desk.SignIn("Ilse");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
