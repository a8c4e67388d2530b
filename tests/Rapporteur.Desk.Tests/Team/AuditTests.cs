using System.Net;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Operations;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

public sealed class AuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_admins_do_is_kept_with_who_did_it_to_whom_and_whether_it_was_done()
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        var form = new Dictionary<string, string> { ["name"] = "Oda", ["role"] = "editor", ["password"] = TeamDesk.Password };
        (await desk.Send(HttpMethod.Post, "/admin/accounts", cookie, form: form)).Dispose();
        (await desk.Send(HttpMethod.Post, "/admin/accounts", cookie, form: form)).Dispose();
        (await desk.Send(HttpMethod.Post, $"/admin/accounts/{desk.Accounts.Find("oda")!.Id}/role", cookie, form: new Dictionary<string, string> { ["role"] = "reader" })).Dispose();
        (await desk.Send(HttpMethod.Post, $"/admin/accounts/{desk.Accounts.Find("ilse")!.Id}/disable", cookie)).Dispose();
        var reader = desk.Cookie(desk.Accounts.Find("oda")!);
        (await desk.Send(HttpMethod.Post, "/admin/accounts", reader, form: form)).Dispose();
        Assert.Equal(
            [
                ("Ilse", "account.add", "Oda", "done", "editor"), ("Ilse", "account.add", "Oda", "refused", "editor"), ("Ilse", "account.role", "Oda", "done", "editor to reader"),
                ("Ilse", "account.disable", "Ilse", "refused", null), ("Oda", "account.add", "/admin/accounts", "refused", null),
            ],
            (await desk.Audit(5)).Select(entry => (entry.Who, entry.Action, entry.Target, entry.Result, entry.Detail)));
        Assert.All(await desk.Audit(5), entry => Assert.Equal(("password", "127.0.0.1"), (entry.Means, entry.Source)));
        Assert.Equal(Role.Reader, desk.Accounts.Find("oda")!.Role);
    }

    [Fact]
    public async Task Nothing_secret_stands_in_the_audit_log_the_servers_log_or_the_archive()
    {
        using var log = new KeptLog();
        await using var desk = await TeamDesk.Start(around: new Surroundings { Log = log });
        desk.Account("Ilse", Role.Admin);
        using var signedIn = await desk.SignIn("Ilse");
        var cookie = TeamDesk.GivenCookie(signedIn)!.Split(';')[0];
        (await desk.SignIn("my secret passphrase", "wrong field")).Dispose();
        (await desk.SignIn("Ilse", "almost seven grey herons")).Dispose();
        var key = desk.Key(Role.Admin).Secret;
        (await desk.Send(HttpMethod.Get, "/", key: key)).Dispose();
        (await desk.Send(HttpMethod.Get, $"/?token={key}", key: "rk_" + key[3..].ToLowerInvariant())).Dispose();
        (await desk.Send(HttpMethod.Post, "/admin/accounts", cookie, form: new Dictionary<string, string> { ["name"] = "Oda", ["role"] = "reader", ["password"] = "eleven red finches" })).Dispose();
        var audit = await desk.Audit(5);
        await desk.Desk.Close();
        var kept = string.Join('\n', audit.Select(entry => entry.ToString())) + log.Text
            + System.Text.Encoding.Latin1.GetString(await Files(desk));
        foreach (var secret in new[] { TeamDesk.Password, cookie.Split('=')[1], "my secret passphrase", "wrong field", "almost seven", key[10..], key[10..].ToLowerInvariant(), "eleven red finches" })
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        Assert.Contains("/admin/accounts", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_look_through_the_log_and_take_it_away_as_a_table()
    {
        await using var desk = await TeamDesk.Start();
        var cookie = desk.Cookie(desk.Account("Ilse", Role.Admin));
        new AuditLog(desk.Desk.Archive).Add(
        [
            .. Enumerable.Range(1, 150).Select(i => new AuditEntry(desk.Clock.GetUtcNow(), "Oda", "key", "192.0.2.7", "article.add", $"/articles/{i}", "done")),
            new AuditEntry(desk.Clock.GetUtcNow(), "=cmd()", "key", null, "article.delete", "<script>alert(1)</script>", "refused", "a,\"b\""),
        ]);
        using var first = await desk.Send(HttpMethod.Get, "/admin/audit?action=article", cookie);
        var page = await first.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("/articles/150<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/articles/51<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("before=52", page, StringComparison.Ordinal);
        using var rest = await desk.Send(HttpMethod.Get, "/admin/audit?action=article&before=52", cookie);
        Assert.Contains("/articles/51<", await rest.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var table = await desk.Send(HttpMethod.Get, "/admin/audit.csv?result=refused&from=2024-01-01", cookie);
        var lines = (await table.Content.ReadAsStringAsync(Cancellation)).Split("\r\n");
        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        Assert.Equal("at,who,means,source,action,target,result,detail", lines[0]);
        Assert.EndsWith(",'=cmd(),key,,article.delete,<script>alert(1)</script>,refused,\"a,\"\"b\"\"\"", lines[1], StringComparison.Ordinal);
        using var bad = await desk.Send(HttpMethod.Get, "/admin/audit?from=yesterday", cookie);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    private static async Task<byte[]> Files(TeamDesk desk)
    {
        using var all = new MemoryStream();
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(desk.Desk.Archive.Place)!))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await file.CopyToAsync(all, Cancellation);
        }

        return all.ToArray();
    }
}
