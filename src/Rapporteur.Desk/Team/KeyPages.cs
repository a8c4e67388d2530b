using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Pages.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Where admins make keys for programs, and take them back.</summary>
internal static class KeyPages
{
    private const string List = "/admin/keys";

    public static void MapKeys(this IEndpointRouteBuilder admin)
    {
        var keys = admin.MapGroup("/keys").WithMetadata(new RequestSizeLimitAttribute(SignInPages.LargestForm));
        keys.MapGet("", (ApiKeys kept, TimeProvider clock) => (IResult)Page(kept, clock));
        keys.MapPost("", Make).Audit("key.make");
        keys.MapPost("/{id:long}/revoke", Revoke).Audit("key.revoke");
    }

    private static async Task<IResult> Make(HttpContext context, ApiKeys keys, TimeProvider clock)
    {
        // A person answers for every key.
        if (context.User.Account() is not { } maker) return TypedResults.Forbid();
        var form = await context.Form();
        if (AccountName.Of(form["name"]) is not { } name) return Refused(keys, clock, "A name has letters, digits and a few signs, 100 at most.");
        if (RoleNames.Of(form["scope"]) is not { } scope) return Refused(keys, clock, "There is no such scope.");
        if (!int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > IssuedKey.MostDays)
            return Refused(keys, clock, $"A key holds from 1 to {IssuedKey.MostDays} days.");
        var issued = IssuedKey.Make(keys, name, scope, maker, clock.GetUtcNow(), days);
        context.NoteForAudit($"{issued.Key.Prefix}... ({name})", scope.Name());

        // Shown once: neither a reload nor a cache brings it back.
        context.Response.Headers.CacheControl = "no-store";
        return Page(keys, clock, issued: issued);
    }

    private static IResult Revoke(HttpContext context, ApiKeys keys, TimeProvider clock, long id)
    {
        if (keys.Find(id) is not { } key) return TypedResults.NotFound();
        context.NoteForAudit($"{key.Prefix}... ({key.Name})");
        keys.Revoke(id, clock.GetUtcNow());
        return context.SeeOther(List);
    }

    private static IResult Refused(ApiKeys keys, TimeProvider clock, string problem)
    {
        var page = Page(keys, clock, problem);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static RazorSlices.RazorSlice<KeysModel> Page(ApiKeys keys, TimeProvider clock, string? problem = null, IssuedKey? issued = null) =>
        KeysPage.Create(new KeysModel(keys.All(), clock.GetUtcNow(), issued, problem));
}
