using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Team;

/// <summary>The cookie that holds the token of a session. No script sees it, and other sites send it with links alone.</summary>
internal static class SessionCookie
{
    // A browser takes a name that begins so only with Secure, for all paths, and from the host itself (RFC 6265bis, 4.1.3): no
    // neighbour under the same domain can plant one.
    private const string SecureName = "__Host-rapporteur", PlainName = "rapporteur";

    /// <summary>The hash of the token that a request brings; null where it brings none.</summary>
    public static byte[]? Token(HttpContext context) => Secret.Hash(context.Request.Cookies[Name(context)]);

    /// <summary>Gives a token to the browser, until it is closed or the session ends.</summary>
    public static void Give(HttpContext context, string token) => context.Response.Cookies.Append(Name(context), token, Options(context));

    /// <summary>Takes it back.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    private static string Name(HttpContext context) => context.Request.IsHttps ? SecureName : PlainName;

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
