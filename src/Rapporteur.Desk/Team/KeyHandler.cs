using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rapporteur.Archive;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Knows programs by the key that they bring (RFC 6750): <c>Authorization: Bearer rk_...</c>.</summary>
internal sealed partial class KeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, AuditTrail audit, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "key";

    private const string Bearer = "Bearer ";
    private ApiKey? _key;

    /// <summary>Whether a request brings a key, good or bad.</summary>
    public static bool IsBrought(HttpRequest request) => request.Headers.Authorization.Count > 0;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var brought = Request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : null;
        _key = Secret.Hash(brought) is { } hash ? keys.Find(hash) : null;
        var now = clock.GetUtcNow();
        if (_key?.Allows(now) is not { } role) return Task.FromResult(AuthenticateResult.Fail("The key does not hold."));
        try
        {
            keys.NoteUse(_key, now);
        }
        catch (ArchiveException e)
        {
            // Whoever only reads need not wait for room on the disk.
            LogUseNotNoted(Logger, e);
        }

        return Task.FromResult(AuthenticateResult.Success(Person.Ticket(Scheme, Scheme, _key.Name, role, key: _key.Id)));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        await audit.Note(Context, "key.use", _key is null ? null : $"{_key.Prefix}... ({_key.Name})", AuditTrail.Refused, _key is null ? "there is no such key" : "the key has ended");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of a key could not be noted")]
    private static partial void LogUseNotNoted(ILogger logger, Exception e);
}
