namespace Rapporteur.Desk.Team;

/// <summary>How people sign in.</summary>
public sealed record SignInOptions
{
    /// <summary>Whether there are accounts with passwords.</summary>
    public bool Passwords { get; set; } = true;

    /// <summary>An identity provider that people come from; null for none.</summary>
    public OpenIdOptions? OpenId { get; set; }

    /// <summary>How long somebody stays signed in, in hours.</summary>
    public int SessionHours { get; set; } = 12;
}

/// <summary>An identity provider (OpenID Connect, authorization code flow with PKCE).</summary>
public sealed record OpenIdOptions
{
    /// <summary>What people call it; it stands on the button.</summary>
    public string Name { get; set; } = "your organisation";

    /// <summary>Its address, below which .well-known/openid-configuration stands.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The name that it knows the desk by.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that it knows the desk by; null for a public client.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked for, beside openid and profile.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>The claim that holds the person's name.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim whose values say what the person may do.</summary>
    public string RoleClaim { get; set; } = "groups";

    /// <summary>The role that each value of that claim gives: reader, editor or admin. The highest holds.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; set; } = new Dictionary<string, string>();

    /// <summary>The role of those whose claim gives none; null where they are not let in.</summary>
    public string? Otherwise { get; set; }
}
