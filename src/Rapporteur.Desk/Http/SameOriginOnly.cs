using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Http;

/// <summary>
/// Refuses what a page of another origin makes a browser send (cross-site request forgery). Browsers say where a request comes
/// from in Sec-Fetch-Site (W3C Fetch Metadata) or, older ones, in Origin; programs send neither, and no cookies.
/// </summary>
internal static class SameOriginOnly
{
    public static void UseSameOriginOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (ChangesNothing(context.Request.Method) || IsOwn(context.Request))
        {
            await next(context);
            return;
        }

        await Refusal.Write(context, StatusCodes.Status403Forbidden, "The request comes from a page of another site.");
    });

    private static bool ChangesNothing(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme == request.Scheme && from.Authority == request.Host.Value);
    }
}
