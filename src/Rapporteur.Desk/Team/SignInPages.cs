using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Pages.Team;

namespace Rapporteur.Desk.Team;

/// <summary>The pages on which people come and go.</summary>
internal static class SignInPages
{
    public const string Address = "/sign-in";

    /// <summary>The part of the query that says why somebody is here again, and its values.</summary>
    public const string Problem = "problem", NotVouched = "provider", NotLetIn = "role";

    private const string Wrong = "Name or password is wrong, or there were too many tries: then wait a little.";

    /// <summary>The largest form that is taken here, in bytes.</summary>
    public const int LargestForm = 16 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, Show).AllowAnonymous();
        routes.MapPost(Address, Enter).AllowAnonymous().Limited();
        routes.MapGet(Address + "/openid", Leave).AllowAnonymous().Limited();
        routes.MapPost("/sign-out", Out).AllowAnonymous();
    }

    private static RouteHandlerBuilder Limited(this RouteHandlerBuilder route) =>
        route.RequireRateLimiting(Limits.SigningIn).WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    private static IResult Show(HttpContext context, DeskOptions options, string? back, string? problem) => Page(options, back, problem switch
    {
        NotVouched => $"Signing in at {options.SignIn!.OpenId?.Name} did not work. Try again.",
        NotLetIn => "You have no account here. Ask whoever runs this desk.",
        _ => null,
    });

    private static async Task<IResult> Enter(HttpContext context, DeskOptions options, SignIns signIns)
    {
        if (!options.SignIn!.Passwords) return TypedResults.NotFound();
        var form = await context.Form();
        var (name, back) = (AccountName.Of(form["name"]), Back.Within(form["back"]));
        if (name is not null && await signIns.ByPassword(context, name, form["password"].ToString())) return context.SeeOther(back);
        var page = Page(options, back, Wrong, name);
        page.StatusCode = StatusCodes.Status401Unauthorized;
        return page;
    }

    private static IResult Leave(DeskOptions options, string? back) => options.SignIn!.OpenId is null
        ? TypedResults.NotFound()
        : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Back.Within(back) }, [IdentityProvider.Scheme]);

    private static async Task<IResult> Out(HttpContext context, SignIns signIns)
    {
        await signIns.End(context);
        return context.SeeOther(Address);
    }

    private static RazorSlices.RazorSlice<SignInModel> Page(DeskOptions options, string? back, string? problem, string? name = null) =>
        SignInPage.Create(new SignInModel(options.SignIn!.Passwords, options.SignIn.OpenId?.Name, Back.Within(back), problem, name));
}
