using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>Says which parameter of the query is not what it must be; the framework says only that one is not.</summary>
internal static class Parameters
{
    private static readonly string[] Numbers = ["limit", "version", "outlets"], Days = ["from", "to"];

    /// <summary>The filter for all endpoints.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (context.Response.StatusCode != StatusCodes.Status400BadRequest) return next(invocation);
        foreach (var (name, value) in context.Request.Query)
        {
            if (Numbers.Contains(name) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
                throw RequestException.BadField(name, $"The parameter \"{name}\" must be a whole number.");
            if (Days.Contains(name) && !DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _))
                throw RequestException.BadField(name, $"The parameter \"{name}\" must be a day such as 2024-05-02.");
        }

        throw new RequestException(Problem.Of(StatusCodes.Status400BadRequest, "The request cannot be understood."));
    }
}
