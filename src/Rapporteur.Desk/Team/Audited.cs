using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Desk.Team;

/// <summary>Marks an endpoint whose use is kept in the audit log.</summary>
/// <param name="Action">What is done there: <c>article.add</c>.</param>
internal sealed record AuditedAction(string Action);

internal static class Audited
{
    /// <summary>Keeps every use of the endpoint in the audit log: who, when, what, and whether it was done.</summary>
    public static TBuilder Audit<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditedAction(action));

    /// <summary>Says more, for the audit log, of what a request does than its address says. Nothing secret.</summary>
    /// <param name="context">The request.</param>
    /// <param name="target">What it is done to, by a name that people know.</param>
    /// <param name="detail">What is done to it.</param>
    public static void NoteForAudit(this HttpContext context, string target, string? detail = null) => context.Features.Set(new Note(target, detail));

    /// <summary>Keeps the use of endpoints that are marked, and of those that somebody was not allowed to use.</summary>
    public static void UseAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AuditedAction>() is not { } audited)
        {
            await next(context);
            return;
        }

        var result = AuditTrail.Failed;
        try
        {
            await next(context);
            result = context.Response.StatusCode switch { < 400 => AuditTrail.Done, < 500 => AuditTrail.Refused, _ => AuditTrail.Failed };
        }
        finally
        {
            // Strangers who never signed in are turned away by the hundred: that is no news.
            if (context.User.Identity is { IsAuthenticated: true })
            {
                var note = context.Features.Get<Note>();
                await context.RequestServices.GetRequiredService<AuditTrail>().Note(
                    context, audited.Action, note?.Target ?? Target(context), result, note?.Detail);
            }
        }
    });

    // What was made stands at the address that the answer gives; what was there, at that of the request.
    private static string? Target(HttpContext context) =>
        context.Response is { StatusCode: StatusCodes.Status201Created or StatusCodes.Status303SeeOther, Headers.Location: [{ } made] } ? made : context.Request.Path.Value;

    private sealed record Note(string Target, string? Detail);
}
