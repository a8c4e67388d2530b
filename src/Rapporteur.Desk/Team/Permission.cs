namespace Rapporteur.Desk.Team;

/// <summary>What somebody may do; each is the name of a policy, and of the role or scope that grants it. Each includes those before it.</summary>
internal static class Permission
{
    /// <summary>To look at everything that is in the archive.</summary>
    public const string Read = "reader";

    /// <summary>To add and delete articles, and to review statements.</summary>
    public const string Edit = "editor";

    /// <summary>To manage accounts and keys, and to see the audit log.</summary>
    public const string Admin = "admin";
}
