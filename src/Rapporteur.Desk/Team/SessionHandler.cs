using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Team;

/// <summary>Knows people by the session that their browser's cookie names, and asks others to sign in.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "session";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        SessionCookie.Token(Context) is { } token && sessions.Find(token, clock.GetUtcNow()) is var (account, means)
            ? AuthenticateResult.Success(Person.Ticket(Scheme, means, account.Name, account.Role, account.Id))
            : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isPage = (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)) && !Request.Path.StartsWithSegments(Refusal.Api, StringComparison.OrdinalIgnoreCase);
        if (isPage)
        {
            Response.Redirect(SignInPages.Address + QueryString.Create("back", Request.GetEncodedPathAndQuery()));
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
