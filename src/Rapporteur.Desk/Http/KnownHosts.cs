using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Http;

/// <summary>
/// Answers only under the names that the desk is known by: a name of a stranger's that points at this machine (DNS rebinding)
/// would make their pages ours.
/// </summary>
internal static class KnownHosts
{
    public static void UseKnownHosts(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var host = context.Request.Host.Host;
        if (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        {
            await next(context);
            return;
        }

        await Refusal.Write(context, StatusCodes.Status421MisdirectedRequest, "The desk is not known by this name.");
    });
}
