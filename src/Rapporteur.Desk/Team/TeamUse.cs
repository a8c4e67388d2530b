using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Operations;

namespace Rapporteur.Desk.Team;

/// <summary>Use by several people: they sign in, programs bring keys, and what they do is kept in the audit log.</summary>
internal static class TeamUse
{
    private const string Scheme = "team";

    public static void AddTeamUse(this IServiceCollection services, SignInOptions signIn, LimitOptions limits)
    {
        services.AddLimits(limits);
        services.AddSingleton<Accounts>().AddSingleton<Sessions>().AddSingleton<ApiKeys>().AddSingleton<AuditLog>().AddSingleton<ProtectionKeys>();
        services.AddSingleton<Passwords>().AddSingleton<SignIns>();
        services.AddSingleton<AuditTrail>().AddHostedService(provider => provider.GetRequiredService<AuditTrail>());
        var schemes = services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, scheme => scheme.ForwardDefaultSelector = context => KeyHandler.IsBrought(context.Request) ? KeyHandler.Scheme : SessionHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Scheme, null);
        if (signIn.OpenId is not { } provider) return;
        schemes.AddProvider(provider);
        services.AddDataProtection().SetApplicationName("Rapporteur");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((management, keys) => management.XmlRepository = new KeptProtectionKeys(keys));
    }

    public static void UseTeam(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAudit();
    }

    public static void MapTeam(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapOwnAccount();
        var admin = routes.MapGroup("/admin").RequireAuthorization(Permission.Admin);
        admin.MapAccounts();
        admin.MapKeys();
        admin.MapAudit();
    }

    /// <summary>The redirection after a form was sent, which a reload does not send again.</summary>
    public static IResult SeeOther(this HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
