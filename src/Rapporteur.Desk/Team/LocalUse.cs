using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Use by one person on one machine: whoever reaches the loopback address may do everything, without signing in.</summary>
internal static class LocalUse
{
    public const string Scheme = "local";

    public static void AddLocalUse(this IServiceCollection services) =>
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(Person.Ticket(LocalUse.Scheme, LocalUse.Scheme, Environment.UserName, Role.Admin)));
    }
}
