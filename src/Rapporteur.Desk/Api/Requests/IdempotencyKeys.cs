using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive.Answers;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>
/// Lets a request that carries an Idempotency-Key be sent again: the first is done, the others get its answer. The same key with
/// another request is refused, and so is one that comes while the first is being answered.
/// </summary>
internal sealed class IdempotencyKeys(KeptAnswers answers)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Says that an answer was given before.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private const int Longest = 200;

    private readonly ConcurrentDictionary<(string Who, string Key), bool> _busy = new();

    /// <summary>The filter for endpoints that heed the key.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!context.Request.Headers.TryGetValue(Header, out var keys)) return await next(invocation);
        var key = keys.ToString();
        if (key.Length is 0 or > Longest || !key.All(c => c is > ' ' and <= '~')) throw RequestException.BadField(Header, $"{Header} must be 1 to {Longest} characters of ASCII without blanks.");
        var known = context.RequestServices.GetRequiredService<IdempotencyKeys>();
        return await known.Answer(context, (Who(context.User), key), async () => await next(invocation));
    }

    private static string Who(ClaimsPrincipal person) =>
        person.Key() is { } key ? string.Create(CultureInfo.InvariantCulture, $"key {key}") : string.Create(CultureInfo.InvariantCulture, $"account {person.Account()}");

    private async Task<IResult> Answer(HttpContext context, (string Who, string Key) name, Func<Task<object?>> answer)
    {
        if (!_busy.TryAdd(name, true))
            throw new RequestException(Problem.Of(StatusCodes.Status409Conflict, "A request with this key is being answered.")) { RetryAfter = TimeSpan.FromSeconds(1) };
        try
        {
            var request = await Hash(context);
            if (answers.Recall(name.Who, name.Key) is { } kept)
            {
                if (!kept.Request.AsSpan().SequenceEqual(request))
                    throw new RequestException(Problem.Of(StatusCodes.Status422UnprocessableEntity, "key-reused", "The key was used for another request.") with { Field = Header });
                return new Kept(kept, IsReplay: true);
            }

            var made = await Recorded(context, (IResult)(await answer())!, request);
            answers.Keep(name.Who, name.Key, made);
            return new Kept(made, IsReplay: false);
        }
        finally
        {
            _busy.TryRemove(name, out _);
        }
    }

    // What is refused is thrown, and not kept: it may be put right and sent again.
    private static async Task<KeptAnswer> Recorded(HttpContext context, IResult result, byte[] request)
    {
        var response = context.Response;
        var body = response.Body;
        using var recorded = new MemoryStream();
        response.Body = recorded;
        try
        {
            await result.ExecuteAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        var (type, location) = (response.ContentType, response.Headers.Location.ToString());
        return new KeptAnswer([.. request], response.StatusCode, type, location.Length > 0 ? location : null, [.. recorded.ToArray()]);
    }

    private static async Task<byte[]> Hash(HttpContext context)
    {
        var request = context.Request;
        var body = await Body.Bytes(context);
        request.Body = new MemoryStream(body, writable: false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString} {request.ContentType}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private sealed record Kept(KeptAnswer Answer, bool IsReplay) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Answer.Status;
            response.ContentType = Answer.MediaType;
            response.ContentLength = Answer.Body.Length;
            if (Answer.Location is { } location) response.Headers.Location = location;
            if (IsReplay) response.Headers[Replayed] = "true";
            await response.Body.WriteAsync(Answer.Body.AsMemory(), httpContext.RequestAborted);
        }
    }
}
