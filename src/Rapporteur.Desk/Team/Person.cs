using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Whom a request comes from: a name, what they may do, and how they are known.</summary>
internal static class Person
{
    private const string AccountNumber = "account", KeyNumber = "key", HowKnown = "means";

    /// <summary>Vouches for somebody.</summary>
    /// <param name="scheme">The scheme that does.</param>
    /// <param name="means">How they are known, as the audit log says it.</param>
    /// <param name="name">Their name.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="account">The number of their account; null where they have none.</param>
    /// <param name="key">The number of the key that is used; null where none is.</param>
    public static AuthenticationTicket Ticket(string scheme, string means, string name, Role role, long? account = null, long? key = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, name));
        identity.AddClaim(new Claim(HowKnown, means));
        for (var granted = Role.Reader; granted <= role; granted++) identity.AddClaim(new Claim(ClaimTypes.Role, granted.Name()));
        if (account is { } number) identity.AddClaim(new Claim(AccountNumber, number.ToString(CultureInfo.InvariantCulture)));
        if (key is { } used) identity.AddClaim(new Claim(KeyNumber, used.ToString(CultureInfo.InvariantCulture)));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), scheme);
    }

    /// <summary>The number of the account that has signed in; null where none has.</summary>
    public static long? Account(this ClaimsPrincipal person) => Number(person, AccountNumber);

    /// <summary>The number of the key that the request came with; null where it came with none.</summary>
    public static long? Key(this ClaimsPrincipal person) => Number(person, KeyNumber);

    /// <summary>How the person is known: <c>password</c>, <c>openid</c>, <c>key</c>, <c>local</c>, or <c>none</c>.</summary>
    public static string Means(this ClaimsPrincipal person) => person.FindFirst(HowKnown)?.Value ?? "none";

    private static long? Number(ClaimsPrincipal person, string type) =>
        person.FindFirst(type) is { } claim ? long.Parse(claim.Value, CultureInfo.InvariantCulture) : null;
}
