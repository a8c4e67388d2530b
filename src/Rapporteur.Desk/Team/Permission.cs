using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>Makes the policies. Where an endpoint names none, reading is what it asks for: nothing is open by oversight.</summary>
    public static void AddPermissions(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Read, policy => policy.RequireRole(Read))
        .AddPolicy(Edit, policy => policy.RequireRole(Edit))
        .AddPolicy(Admin, policy => policy.RequireRole(Admin))
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Read).Build());
}
