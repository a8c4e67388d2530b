using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>Answers requests that are refused, so that all around them see a refusal and no failure; and says which parameter is wrong.</summary>
internal static class Refusing
{
    private static readonly string[] Numbers = ["limit", "version", "outlets"], Days = ["from", "to"];

    /// <summary>The filter around all endpoints.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        try
        {
            // The framework says only that some parameter could not be read.
            return context.Response.StatusCode == StatusCodes.Status400BadRequest ? throw Wrong(context.Request.Query) : await next(invocation);
        }
        catch (Exception e) when (ErrorPages.ProblemOf(e) is { } problem)
        {
            context.Response.Headers.Remove("ETag");
            return new Refused(problem, (e as RequestException)?.RetryAfter);
        }
    }

    private static RequestException Wrong(IQueryCollection query)
    {
        foreach (var (name, value) in query)
        {
            if (Numbers.Contains(name) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
                return RequestException.BadField(name, $"The parameter \"{name}\" must be a whole number.");
            if (Days.Contains(name) && !DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _))
                return RequestException.BadField(name, $"The parameter \"{name}\" must be a day such as 2024-05-02.");
        }

        return new RequestException(Problem.Of(StatusCodes.Status400BadRequest, "The request cannot be understood."));
    }

    private sealed record Refused(Problem Problem, TimeSpan? RetryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Refusal.Write(httpContext, Problem, RetryAfter);
    }
}
