using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Operations;

/// <summary>How many requests are taken from whom in a minute: a key, an account, or, before signing in, an address.</summary>
internal static class Limits
{
    /// <summary>The name of the policy for endpoints where guesses are made.</summary>
    public const string SigningIn = "sign-in";

    private const int SecondsOfMinute = 60;

    public static void AddLimits(this IServiceCollection services, LimitOptions limits)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = Reject;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context) ? Unlimited : Bucket(Whose(context), limits.RequestsAMinute)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsAdding(context) ? Bucket(Whose(context), limits.AddingAMinute) : Unlimited));
            limiter.AddPolicy(SigningIn, context => RateLimitPartition.GetFixedWindowLimiter(
                Address(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.SignInsAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(limits.RequestSeconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
    }

    private static RateLimitPartition<string> Unlimited { get; } = RateLimitPartition.GetNoLimiter("");

    // Tokens come back evenly, so that who waits a second after too many may go on.
    private static RateLimitPartition<string> Bucket(string whose, int aMinute) => RateLimitPartition.GetTokenBucketLimiter(whose, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = aMinute,
        TokensPerPeriod = Math.Max(1, aMinute / SecondsOfMinute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondsOfMinute / aMinute)),
    });

    private static bool IsFree(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Assets.Root, StringComparison.Ordinal) || context.Request.Path.StartsWithSegments(Health.Root, StringComparison.Ordinal);

    private static bool IsAdding(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AuditedAction>() is { Action: var action } && action.StartsWith("article.add", StringComparison.Ordinal);

    private static string Whose(HttpContext context) =>
        context.User.Key() is { } key ? string.Create(CultureInfo.InvariantCulture, $"key {key}")
        : context.User.Account() is { } account ? string.Create(CultureInfo.InvariantCulture, $"account {account}")
        : Address(context);

    // Whoever has one address of IPv6 has all that share its first half.
    private static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString() : address.ToString();
    }

    private static ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, Math.Ceiling(after.TotalSeconds)) : SecondsOfMinute;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(Refusal.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests: wait a little."));
    }
}
