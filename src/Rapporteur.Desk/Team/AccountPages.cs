using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Pages.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Where admins keep accounts.</summary>
internal static class AccountPages
{
    private const string List = "/admin/accounts";
    private const string NoAdminLeft = "Nobody would be left who keeps accounts: make somebody else an admin first.";

    public static void MapAccounts(this IEndpointRouteBuilder admin)
    {
        var accounts = admin.MapGroup("/accounts").WithMetadata(new RequestSizeLimitAttribute(SignInPages.LargestForm));
        accounts.MapGet("", (Accounts kept, TimeProvider clock) => (IResult)Page(kept, clock));
        accounts.MapPost("", Add).Audit("account.add");
        accounts.MapPost("/{id:long}/role", ChangeRole).Audit("account.role");
        accounts.MapPost("/{id:long}/disable", (HttpContext context, Accounts kept, TimeProvider clock, long id) => Change(context, kept, clock, id, account => kept.Disable(account.Id))).Audit("account.disable");
        accounts.MapPost("/{id:long}/enable", (HttpContext context, Accounts kept, TimeProvider clock, long id) => Change(context, kept, clock, id, account => kept.Disable(account.Id, disabled: false))).Audit("account.enable");
        accounts.MapPost("/{id:long}/unlock", (HttpContext context, Accounts kept, TimeProvider clock, long id) => Change(context, kept, clock, id, account => kept.Unlock(account.Id))).Audit("account.unlock");
        accounts.MapPost("/{id:long}/password", ChangePassword).Audit("account.password");
    }

    private static async Task<IResult> Add(HttpContext context, Accounts accounts, Passwords passwords, TimeProvider clock)
    {
        var form = await context.Form();
        if (AccountName.Of(form["name"]) is not { } name) return Refused(accounts, clock, "A name has letters, digits and a few signs, 100 at most.");
        if (RoleNames.Of(form["role"]) is not { } role) return Refused(accounts, clock, "There is no such role.");
        var password = form["password"].ToString();
        if (Passwords.Objection(password, name) is { } objection) return Refused(accounts, clock, objection);
        context.NoteForAudit(name, role.Name());
        return accounts.Add(name, role, passwords.Hash(password), clock.GetUtcNow()) is null
            ? Refused(accounts, clock, $"Somebody is called {name} already.")
            : context.SeeOther(List);
    }

    private static async Task<IResult> ChangeRole(HttpContext context, Accounts accounts, TimeProvider clock, long id)
    {
        var form = await context.Form();
        if (RoleNames.Of(form["role"]) is not { } role) return Refused(accounts, clock, "There is no such role.");
        return Change(context, accounts, clock, id, account => accounts.ChangeRole(account.Id, role), role.Name());
    }

    private static async Task<IResult> ChangePassword(HttpContext context, Accounts accounts, Passwords passwords, TimeProvider clock, long id)
    {
        if (accounts.Find(id) is not { } account) return TypedResults.NotFound();
        var password = (await context.Form())["password"].ToString();
        if (Passwords.Objection(password, account.Name) is { } objection) return Refused(accounts, clock, objection);
        context.NoteForAudit(account.Name);
        return accounts.ChangePassword(id, passwords.Hash(password)) ? context.SeeOther(List) : Refused(accounts, clock, $"{account.Name} has no password here.");
    }

    private static IResult Change(HttpContext context, Accounts accounts, TimeProvider clock, long id, Func<Account, bool> change, string? detail = null)
    {
        if (accounts.Find(id) is not { } account) return TypedResults.NotFound();
        context.NoteForAudit(account.Name, detail is null ? null : $"{account.Role.Name()} to {detail}");
        return change(account) ? context.SeeOther(List) : Refused(accounts, clock, NoAdminLeft);
    }

    private static IResult Refused(Accounts accounts, TimeProvider clock, string problem)
    {
        var page = Page(accounts, clock, problem);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static RazorSlices.RazorSlice<AccountsModel> Page(Accounts accounts, TimeProvider clock, string? problem = null) =>
        AccountsPage.Create(new AccountsModel(accounts.All(), clock.GetUtcNow(), problem));
}
