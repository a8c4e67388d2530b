using Microsoft.AspNetCore.Builder;

namespace Rapporteur.Desk.Team;

/// <summary>Marks an endpoint whose use is kept in the audit log.</summary>
/// <param name="Action">What is done there: <c>article.add</c>.</param>
internal sealed record AuditedAction(string Action);

internal static class Audited
{
    /// <summary>Keeps every use of the endpoint in the audit log: who, when, what, and whether it was done.</summary>
    public static TBuilder Audit<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditedAction(action));
}
