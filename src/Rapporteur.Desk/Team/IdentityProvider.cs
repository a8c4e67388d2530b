using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Signing in at an identity provider (OpenID Connect Core 1.0: authorization code flow, with PKCE).</summary>
internal static class IdentityProvider
{
    public const string Scheme = "openid";

    private const string Issuer = "iss", Subject = "sub";

    public static void AddProvider(this AuthenticationBuilder schemes, OpenIdOptions provider) => schemes.AddOpenIdConnect(Scheme, connect =>
    {
        connect.Authority = provider.Authority;
        connect.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        connect.ClientId = provider.ClientId;
        connect.ClientSecret = provider.ClientSecret;
        connect.ResponseType = OpenIdConnectResponseType.Code;

        // With a form the provider's page would send the answer: a request of another site, which cookies do not go with.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.UsePkce = true;
        connect.SaveTokens = false;
        connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = SameSiteMode.Lax;
        connect.CallbackPath = $"{SignInPages.Address}/openid/return";
        connect.SignInScheme = SessionHandler.Scheme;
        connect.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("profile").Prepend("openid")) connect.Scope.Add(scope);
        connect.MapInboundClaims = false;
        connect.GetClaimsFromUserInfoEndpoint = true;
        connect.ClaimActions.Clear();
        connect.ClaimActions.MapJsonKey(provider.NameClaim, provider.NameClaim);
        connect.ClaimActions.MapJsonKey(provider.RoleClaim, provider.RoleClaim);
        connect.Events.OnTicketReceived = ticket => Receive(ticket, provider);
        connect.Events.OnRemoteFailure = failure =>
        {
            failure.HandleResponse();
            failure.Response.Redirect(SignInPages.Address + QueryString.Create(SignInPages.Problem, SignInPages.NotVouched));
            return Task.CompletedTask;
        };
    });

    /// <summary>What a person may do by what the provider says of them; null where they are not let in.</summary>
    public static Role? RoleOf(OpenIdOptions provider, IEnumerable<string> said) =>
        said.Select(value => RoleNames.Of(provider.Roles.GetValueOrDefault(value))).Append(RoleNames.Of(provider.Otherwise)).Max();

    private static async Task Receive(TicketReceivedContext ticket, OpenIdOptions provider)
    {
        ticket.HandleResponse();
        var signIns = ticket.HttpContext.RequestServices.GetRequiredService<SignIns>();
        var said = ticket.Principal!;
        var name = AccountName.Of(said.FindFirst(provider.NameClaim)?.Value ?? said.FindFirst(Subject)?.Value);
        var role = RoleOf(provider, said.FindAll(provider.RoleClaim).Select(claim => claim.Value));
        if (name is null || role is null || said.FindFirst(Subject) is not { } subject)
            await signIns.Refused(ticket.HttpContext, name, name is null ? "the provider gives no name that can be used" : "the provider gives no role");
        else if (await signIns.ByProvider(ticket.HttpContext, IssuerOf(said, subject), subject.Value, name, role.Value))
        {
            ticket.Response.Redirect(Back.Within(ticket.ReturnUri));
            return;
        }

        ticket.Response.Redirect(SignInPages.Address + QueryString.Create(SignInPages.Problem, SignInPages.NotLetIn));
    }

    private static string IssuerOf(ClaimsPrincipal said, Claim subject) => said.FindFirst(Issuer)?.Value ?? subject.Issuer;
}
