using System.Net;
using System.Text.RegularExpressions;
using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

public sealed partial class KeyTests
{
    private static async Task<HttpStatusCode> Status(TeamDesk desk, string? key, string address = "/")
    {
        using var answer = await desk.Send(HttpMethod.Get, address, key: key);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_key_opens_what_its_scope_allows_until_it_ends()
    {
        await using var desk = await TeamDesk.Start();
        var reader = desk.Key(Role.Reader);
        Assert.Equal(HttpStatusCode.OK, await Status(desk, reader.Secret));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(desk, reader.Secret, "/admin/audit"));
        Assert.Equal(HttpStatusCode.OK, await Status(desk, desk.Key(Role.Admin).Secret, "/admin/audit"));
        Assert.NotNull(desk.Keys.Find(reader.Key.Id)!.Used);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, reader.Secret));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_trying_it_is_kept()
    {
        await using var desk = await TeamDesk.Start();
        var key = desk.Key(Role.Admin);
        desk.Keys.Revoke(key.Key.Id, desk.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, key.Secret));
        var entry = Assert.Single(await desk.Audit(1));
        Assert.Equal(("key.use", "refused", "the key has ended"), (entry.Action, entry.Result, entry.Detail));
        Assert.StartsWith(key.Key.Prefix, entry.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Bearer rk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer ' OR 1=1 --")]
    [InlineData("Basic aWxzZTpwYXNzd29yZA==")]
    [InlineData("nonsense")]
    public async Task What_is_no_key_opens_nothing_even_beside_a_good_cookie(string header)
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        using var answer = await desk.Send(HttpMethod.Get, "/api/v1/nothing", cookie, headers: [("Authorization", header)]);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Two_keys_at_once_or_one_in_the_address_open_nothing()
    {
        await using var desk = await TeamDesk.Start();
        var key = desk.Key(Role.Admin).Secret;
        using var two = await desk.Send(HttpMethod.Get, "/", headers: [("Authorization", $"Bearer {key}"), ("Authorization", $"Bearer {key}")]);
        Assert.NotEqual(HttpStatusCode.OK, two.StatusCode);
        using var address = await desk.Send(HttpMethod.Get, $"/?access_token={key}");
        Assert.Equal(HttpStatusCode.Redirect, address.StatusCode);
    }

    [Fact]
    public async Task A_key_is_shown_once_when_an_admin_makes_it()
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        using var made = await desk.Send(HttpMethod.Post, "/admin/keys", cookie, form: new Dictionary<string, string> { ["name"] = "the wire", ["scope"] = "reader", ["days"] = "7" });
        Assert.Equal((HttpStatusCode.OK, "no-store"), (made.StatusCode, made.Headers.CacheControl?.ToString()));
        var secret = SecretOfKey().Match(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        Assert.Equal(HttpStatusCode.OK, await Status(desk, secret));
        using var list = await desk.Send(HttpMethod.Get, "/admin/keys", cookie);
        var shown = await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("the wire", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        using var revoked = await desk.Send(HttpMethod.Post, $"/admin/keys/{desk.Keys.All()[0].Id}/revoke", cookie);
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, secret));
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "a\r\nb")]
    [InlineData("scope", "owner")]
    [InlineData("days", "0")]
    [InlineData("days", "-1")]
    [InlineData("days", "99999")]
    [InlineData("days", "")]
    public async Task A_key_that_makes_no_sense_is_not_made(string field, string value)
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        var form = new Dictionary<string, string> { ["name"] = "the wire", ["scope"] = "reader", ["days"] = "7" };
        form[field] = value;
        using var answer = await desk.Send(HttpMethod.Post, "/admin/keys", cookie, form: form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(desk.Keys.All());
    }

    [Fact]
    public async Task A_key_makes_no_other_key()
    {
        await using var desk = await TeamDesk.Start();
        using var answer = await desk.Send(
            HttpMethod.Post, "/admin/keys", key: desk.Key(Role.Admin).Secret, form: new Dictionary<string, string> { ["name"] = "another", ["scope"] = "admin", ["days"] = "7" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single(desk.Keys.All());
    }

    [GeneratedRegex("rk_[A-Za-z0-9_-]{43}")]
    private static partial Regex SecretOfKey();
}
