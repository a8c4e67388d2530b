using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Tests.Team;

/// <summary>A desk that people sign in to, with a clock that the test sets.</summary>
internal sealed class TeamDesk : IAsyncDisposable
{
    public const string Password = "seven grey herons";

    private static readonly Lazy<string> HashOfPassword = new(() =>
    {
        using var passwords = new Passwords();
        return passwords.Hash(Password);
    });

    private TeamDesk(OpenDesk desk, SettableClock clock)
    {
        Desk = desk;
        Clock = clock;
        Accounts = new Accounts(desk.Archive);
        Sessions = new Sessions(desk.Archive);
        Keys = new ApiKeys(desk.Archive);
    }

    public OpenDesk Desk { get; }

    public SettableClock Clock { get; }

    public Accounts Accounts { get; }

    public Sessions Sessions { get; }

    public ApiKeys Keys { get; }

    public static async Task<TeamDesk> Start(Func<DeskOptions, DeskOptions>? change = null, Surroundings? around = null, string? archive = null)
    {
        var clock = new SettableClock();
        var team = (DeskOptions options) => options with { SignIn = new SignInOptions() };
        around ??= new Surroundings { Log = NullLoggerProvider.Instance };
        return new TeamDesk(await OpenDesk.Start(options => change?.Invoke(team(options)) ?? team(options), around with { Clock = clock }, archive), clock);
    }

    /// <summary>Makes an account with the password of all tests.</summary>
    public Account Account(string name, Role role) => Accounts.Add(name, role, HashOfPassword.Value, Clock.GetUtcNow())!;

    /// <summary>The cookie of somebody with a role who has signed in.</summary>
    public string Cookie(Account account)
    {
        var token = Secret.New();
        Sessions.Begin(Secret.Hash(token)!, account.Id, "password", Clock.GetUtcNow(), TimeSpan.FromHours(12));
        return $"rapporteur={token}";
    }

    /// <summary>A key that nobody in particular made.</summary>
    public IssuedKey Key(Role scope, int days = 30) => IssuedKey.Make(Keys, $"a program as {scope.Name()}", scope, null, Clock.GetUtcNow(), days);

    /// <summary>Sends a request; with fields, as the form of a page.</summary>
    public Task<HttpResponseMessage> Send(
        HttpMethod method, string address, string? cookie = null, string? key = null, IReadOnlyDictionary<string, string>? form = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Desk.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Signs in with a password.</summary>
    public Task<HttpResponseMessage> SignIn(string name, string password = Password, string back = "/", string? cookie = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, "/sign-in", cookie, form: new Dictionary<string, string> { ["name"] = name, ["password"] = password, ["back"] = back }, headers: headers);

    /// <summary>The token that an answer gives to the browser; null where it gives none.</summary>
    public static string? GivenCookie(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.SingleOrDefault(cookie => !cookie.Contains("=;", StringComparison.Ordinal)) is { } cookie ? cookie : null;

    /// <summary>The audit log, the first entry first, once it holds so many.</summary>
    public async Task<AuditEntry[]> Audit(int count)
    {
        var log = new AuditLog(Desk.Archive);
        for (var waited = 0; ; waited++)
        {
            var entries = log.Find(new AuditQuery(), null, 1000);
            if (entries.Length >= count || waited == 100) return [.. entries.Reverse()];
            await Task.Delay(20);
        }
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}

/// <summary>A clock that stands where it was put.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
