using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Http;

/// <summary>
/// The headers that make a page inert but for what this server itself gives it (Content Security Policy 3, Fetch Metadata): articles
/// are shown, never run.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>Scripts and styles of this server alone; no inline script or style, no frames, no other host.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    // When the answer starts: what fails is answered anew, without the headers that were set before.
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context);

        // What an endpoint may be kept of, it says itself.
        context.Response.Headers.CacheControl = "no-cache";
        return next(context);
    });

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";

        // Of its own pages alone, which browsers that send no Sec-Fetch-Site need to say where a form comes from.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }
}
