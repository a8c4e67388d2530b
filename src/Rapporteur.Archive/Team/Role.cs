namespace Rapporteur.Archive.Team;

/// <summary>What somebody may do in a desk that several share; each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Looks at everything that is in the archive.</summary>
    Reader,

    /// <summary>Adds and deletes articles, and reviews statements.</summary>
    Editor,

    /// <summary>Keeps accounts and keys, and sees the audit log.</summary>
    Admin,
}

/// <summary>The names of roles, as they are stored, shown and given.</summary>
public static class RoleNames
{
    /// <summary>The name of a role: <c>editor</c>.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Reader => "reader",
        Role.Editor => "editor",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role of a name; null where there is none.</summary>
    public static Role? Of(string? name) => name switch
    {
        "reader" => Role.Reader,
        "editor" => Role.Editor,
        "admin" => Role.Admin,
        _ => null,
    };
}
