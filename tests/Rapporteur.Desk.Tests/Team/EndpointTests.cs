using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Team;

/// <summary>Every address of the server, for everybody who may come.</summary>
public sealed partial class EndpointTests
{
    // What anybody may ask for, and what changes nothing though it is sent with POST. An endpoint that is added must be weighed here.
    private static readonly string[] Open = ["GET /assets/{**name}", "GET /sign-in", "POST /sign-in", "GET /sign-in/openid", "POST /sign-out", "* /health/live", "* /health/ready", "GET /api/v1/openapi.json"];
    private static readonly string[] OfReaders = ["POST /account/password", "POST /account/sign-out-elsewhere", "POST /api/v1/compare", "POST /api/v1/verify", "POST /api/v1/read", "POST /verify"];

    private static readonly Role?[] Everybody = [null, Role.Reader, Role.Editor, Role.Admin];

    [Fact]
    public async Task Each_endpoint_lets_in_whom_it_should_and_nobody_else()
    {
        await using var desk = await TeamDesk.Start(options => options with { Limits = new() { RequestsAMinute = 100_000, AddingAMinute = 100_000, SignInsAMinute = 100_000 } });
        var endpoints = Endpoints(desk).ToList();
        Assert.True(endpoints.Count > 15);
        desk.Account("the last admin", Role.Admin);
        var cookies = Everybody.OfType<Role>().ToDictionary(role => role, role => desk.Account($"someone as {role.Name()}", role));
        var wrong = new List<string>();
        foreach (var (method, pattern, needed) in endpoints)
        {
            var address = Parameter().Replace(pattern, "9");
            foreach (var role in Everybody)
            {
                foreach (var byKey in new[] { false, true })
                {
                    var cookie = role is { } person && !byKey ? desk.Cookie(cookies[person]) : null;
                    var key = role is { } scope && byKey ? desk.Key(scope).Secret : null;
                    using var answer = await desk.Send(new HttpMethod(method == "*" ? "GET" : method), address, cookie, key);
                    if (!IsAsIt(needed, role, answer)) wrong.Add($"{method} {pattern} for {role?.Name() ?? "anybody"}{(byKey ? "'s key" : "")}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task What_changes_something_is_for_editors_and_admins_and_is_kept_in_the_audit_log()
    {
        await using var desk = await TeamDesk.Start();
        foreach (var endpoint in desk.Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var (method, pattern, needed) in Described(endpoint))
            {
                var name = $"{method} {pattern}";
                if (needed is null) Assert.Contains(name, Open);
                if (method is "GET" or "*" || Open.Contains(name)) continue;
                if (needed == Role.Reader) Assert.Contains(name, OfReaders);
                if (!OfReaders.Contains(name) || name.Contains("/account/", StringComparison.Ordinal))
                    Assert.True(endpoint.Metadata.GetMetadata<AuditedAction>() is not null, $"{name} is not audited");
            }
        }
    }

    private static bool IsAsIt(Role? needed, Role? role, HttpResponseMessage answer)
    {
        var isTurnedAway = answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.StartsWith("/sign-in?back=", StringComparison.Ordinal) == true;
        var isRefused = answer.StatusCode == HttpStatusCode.Forbidden;
        return needed is null ? !isRefused : role is null ? isTurnedAway : role < needed ? isRefused : !isTurnedAway && (!isRefused || IsOfPersons(answer));
    }

    // No key makes a key.
    private static bool IsOfPersons(HttpResponseMessage answer) =>
        answer.RequestMessage is { Headers.Authorization: not null, Method.Method: "POST", RequestUri.AbsolutePath: "/admin/keys" };

    private static IEnumerable<(string Method, string Pattern, Role? Needed)> Endpoints(TeamDesk desk) =>
        desk.Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Described);

    private static IEnumerable<(string Method, string Pattern, Role? Needed)> Described(RouteEndpoint endpoint)
    {
        Role? needed = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? null
            : endpoint.Metadata.OfType<IAuthorizeData>().Select(data => RoleNames.Of(data.Policy)).Append(Role.Reader).Max();
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        foreach (var method in methods) yield return (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), needed);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
