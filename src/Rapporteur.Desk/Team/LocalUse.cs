using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Rapporteur.Desk.Team;

/// <summary>Use by one person on one machine: whoever reaches the loopback address may do everything, without signing in.</summary>
internal static class LocalUse
{
    public const string Scheme = "local";

    public static void AddLocalUse(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Permission.Read, policy => policy.RequireRole(Permission.Read))
            .AddPolicy(Permission.Edit, policy => policy.RequireRole(Permission.Edit))
            .AddPolicy(Permission.Admin, policy => policy.RequireRole(Permission.Admin))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Permission.Read).Build());
    }

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var person = new ClaimsIdentity(LocalUse.Scheme, ClaimTypes.Name, ClaimTypes.Role);
            person.AddClaim(new Claim(ClaimTypes.Name, Environment.UserName));
            foreach (var role in new[] { Permission.Read, Permission.Edit, Permission.Admin }) person.AddClaim(new Claim(ClaimTypes.Role, role));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(person), LocalUse.Scheme)));
        }
    }
}
