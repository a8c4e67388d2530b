using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rapporteur.Desk.Operations;

namespace Rapporteur.Desk.Http;

/// <summary>
/// Answers only under the names that the desk is known by: a name of a stranger's that points at this machine (DNS rebinding)
/// would make their pages ours.
/// </summary>
internal static class KnownHosts
{
    public static void UseKnownHosts(this IApplicationBuilder app, DeskOptions options)
    {
        var known = options.Hosts.Concat(DeskSettings.Addresses(options).Select(address => address.Host)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        app.Use(async (context, next) =>
        {
            // Whoever watches over a server asks it by its address. There is nothing to be had from the answer.
            var host = context.Request.Host.Host;
            if (DeskSettings.IsOfThisMachine(host) || known.Contains(host) || context.Request.Path.StartsWithSegments(Health.Root, StringComparison.Ordinal))
            {
                await next(context);
                return;
            }

            await Refusal.Write(context, StatusCodes.Status421MisdirectedRequest, "The desk is not known by this name.");
        });
    }
}
