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

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";

        // What an endpoint may be kept of, it says itself.
        headers.CacheControl = "no-cache";
        return next(context);
    });
}
