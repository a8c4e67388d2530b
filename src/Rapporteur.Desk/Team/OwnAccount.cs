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

/// <summary>What people do with their own account.</summary>
internal static class OwnAccount
{
    public const string Address = "/account";

    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, Show);
        routes.MapPost(Address + "/password", ChangePassword).Audit("account.password")
            .RequireRateLimiting(Limits.SigningIn).WithMetadata(new RequestSizeLimitAttribute(SignInPages.LargestForm));
        routes.MapPost(Address + "/sign-out-elsewhere", SignOutElsewhere).Audit("account.sign-out-elsewhere");
    }

    private static IResult Show(HttpContext context, Accounts accounts, string? done) =>
        Own(context, accounts) is { } account ? Page(account, done == "elsewhere" ? "You are signed in nowhere else now." : null) : TypedResults.NotFound();

    private static async Task<IResult> ChangePassword(HttpContext context, Accounts accounts, Passwords passwords, SignIns signIns, TimeProvider clock)
    {
        if (Own(context, accounts) is not { Issuer: null } account) return TypedResults.NotFound();
        var form = await context.Form();
        var (old, chosen) = (form["old"].ToString(), form["new"].ToString());
        if (Passwords.Objection(chosen, account.Name) is { } objection) return Refused(account, objection);

        // Guesses at the old one count as guesses at signing in do: who finds a browser open has not found the password.
        var attempt = accounts.Try(account.Name, clock.GetUtcNow());
        if (!await passwords.Matches(attempt.Hash, old)) return Refused(account, "The old password is wrong, or there were too many tries: then wait a little.");
        accounts.ChangePassword(account.Id, passwords.Hash(chosen));
        context.NoteForAudit(account.Name);
        return await signIns.ByPassword(context, account.Name, chosen) ? context.SeeOther(Back.Home) : context.SeeOther(SignInPages.Address);
    }

    private static IResult SignOutElsewhere(HttpContext context, Sessions sessions)
    {
        if (context.User.Account() is not { } account || SessionCookie.Token(context) is not { } token) return TypedResults.NotFound();
        sessions.EndOthers(account, token);
        context.NoteForAudit(context.User.Identity!.Name!);
        return context.SeeOther(Address + "?done=elsewhere");
    }

    // A key is no person: it has no account of its own.
    private static Account? Own(HttpContext context, Accounts accounts) => context.User.Account() is { } id ? accounts.Find(id) : null;

    private static IResult Refused(Account account, string problem)
    {
        var page = Page(account, null, problem);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static RazorSlices.RazorSlice<OwnAccountModel> Page(Account account, string? done, string? problem = null) =>
        OwnAccountPage.Create(new OwnAccountModel(account, done, problem));
}
