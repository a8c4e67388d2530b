using Microsoft.AspNetCore.Http;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Lets people in and out.</summary>
internal sealed class SignIns(Accounts accounts, Sessions sessions, Passwords passwords, AuditTrail audit, DeskOptions options, TimeProvider clock)
{
    private const string In = "sign-in", Out = "sign-out";

    /// <summary>Lets somebody in who knows their password.</summary>
    /// <returns>Whether they did.</returns>
    public async Task<bool> ByPassword(HttpContext context, string name, string password)
    {
        var attempt = accounts.Try(name, clock.GetUtcNow());
        var matches = await passwords.Matches(attempt.Hash, password);
        if (attempt.Account is { } account && matches)
        {
            accounts.Unlock(account.Id);
            return await Begin(context, account, "password");
        }

        // A name that nobody has may be a password in the wrong field: it is not kept.
        var known = accounts.Find(name);
        var reason = known switch
        {
            null => "no such account",
            { IsDisabled: true } => "the account is disabled",
            { LockedUntil: { } until } when until > clock.GetUtcNow() => "wrong password, or locked after too many",
            _ => "wrong password",
        };
        await audit.Note(context, In, known?.Name, AuditTrail.Refused, reason);
        return false;
    }

    /// <summary>Lets somebody in whom an identity provider vouches for.</summary>
    /// <returns>Whether they may come in.</returns>
    public Task<bool> ByProvider(HttpContext context, string issuer, string subject, string name, Role role) =>
        Begin(context, accounts.Vouched(issuer, subject, name, role, clock.GetUtcNow()), "openid");

    /// <summary>Keeps that somebody whom a provider sent was not let in.</summary>
    public ValueTask Refused(HttpContext context, string? name, string reason) => audit.Note(context, In, name, AuditTrail.Refused, reason);

    /// <summary>Lets somebody out.</summary>
    public async Task End(HttpContext context)
    {
        if (SessionCookie.Token(context) is { } token) sessions.End(token);
        SessionCookie.Take(context);
        if (context.User.Account() is not null) await audit.Note(context, Out, context.User.Identity?.Name, AuditTrail.Done);
    }

    // Whatever token the browser had before is worth nothing from now on, and the new one is nobody else's (session fixation).
    private async Task<bool> Begin(HttpContext context, Account account, string means)
    {
        if (SessionCookie.Token(context) is { } old) sessions.End(old);
        var token = Secret.New();
        var begun = sessions.Begin(Secret.Hash(token)!, account.Id, means, clock.GetUtcNow(), TimeSpan.FromHours(options.SignIn!.SessionHours));
        if (begun) SessionCookie.Give(context, token);
        await audit.Note(context, In, account.Name, begun ? AuditTrail.Done : AuditTrail.Refused, begun ? means : "the account is disabled", begun ? account.Name : null);
        return begun;
    }
}
