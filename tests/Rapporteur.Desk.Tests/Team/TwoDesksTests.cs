using System.Net;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

/// <summary>Several desks on one archive, on either engine, are one desk to those who use them.</summary>
public sealed class TwoDesksTests
{
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    private static async Task<(TeamDesk First, TeamDesk Second)> Start(string engine, Func<DeskOptions, DeskOptions>? change = null)
    {
        if (engine == "postgres" && PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        var place = engine == "postgres" ? PostgresServer.Shared.NewSchema() : null;
        var first = await TeamDesk.Start(change, archive: place);
        return (first, await TeamDesk.Start(change, archive: place ?? first.Desk.Archive.Place));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_signs_in_at_one_is_known_at_the_other_until_either_ends_it(string engine)
    {
        var (first, second) = await Start(engine);
        await using var _ = first;
        await using var __ = second;
        first.Account("Ilse", Role.Admin);
        using var answer = await first.SignIn("Ilse");
        var cookie = TeamDesk.GivenCookie(answer)!.Split(';')[0];
        using (var there = await second.Send(HttpMethod.Get, "/admin/audit", cookie)) Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        var key = second.Key(Role.Reader);
        using (var byKey = await first.Send(HttpMethod.Get, "/", key: key.Secret)) Assert.Equal(HttpStatusCode.OK, byKey.StatusCode);
        using (var revoked = await first.Send(HttpMethod.Post, $"/admin/keys/{key.Key.Id}/revoke", cookie)) Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        using (var refused = await second.Send(HttpMethod.Get, "/", key: key.Secret)) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using (var signedOut = await second.Send(HttpMethod.Post, "/sign-out", cookie)) Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        using (var after = await first.Send(HttpMethod.Get, "/", cookie)) Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(["key.revoke", "key.use", "sign-in", "sign-out"], (await first.Audit(4)).Select(entry => entry.Action).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_leaves_for_the_provider_from_one_may_come_back_to_the_other(string engine)
    {
        await using var provider = await FakeProvider.Start();
        var openId = new OpenIdOptions { Authority = provider.Address, ClientId = FakeProvider.ClientId, ClientSecret = FakeProvider.ClientSecret, Otherwise = "reader" };
        var (first, second) = await Start(engine, options => options with { SignIn = new SignInOptions { OpenId = openId } });
        await using var _ = first;
        await using var __ = second;
        using var leave = await first.Send(HttpMethod.Get, "/sign-in/openid");
        var cookies = string.Join("; ", leave.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var callback = await provider.Approve(leave.Headers.Location!);

        // Both stand behind one name: the provider sees the same address.
        using var back = await second.Send(HttpMethod.Get, callback, cookies, headers: [("Host", first.Desk.Address.Authority)]);
        Assert.Equal("/", back.Headers.Location?.OriginalString);
        Assert.Equal("Ilse Marten", Assert.Single(second.Accounts.All()).Name);
    }
}
