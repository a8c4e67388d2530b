using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rapporteur.Desk.Api;
using Rapporteur.Desk.Pages;

namespace Rapporteur.Desk.Http;

/// <summary>How anything is refused: programs get problem+json (RFC 9457), people a page.</summary>
internal static class Refusal
{
    /// <summary>Where the API begins.</summary>
    public const string Api = "/api";

    /// <summary>Answers a request with what is wrong.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="detail">A sentence for people, nothing of the server's inside.</param>
    public static Task Write(HttpContext context, int status, string detail) => Write(context, Problem.Of(status, detail));

    /// <summary>Answers a request with what is wrong.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">What is wrong, nothing of the server's inside.</param>
    /// <param name="retryAfter">When to try again; null where that is of no use.</param>
    public static Task Write(HttpContext context, Problem problem, TimeSpan? retryAfter = null)
    {
        if (retryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        IResult answer = context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Json(problem, ApiJson.Default.Problem, "application/problem+json", problem.Status)
            : AsPage(problem.Status, problem.Detail);
        return answer.ExecuteAsync(context);
    }

    private static RazorSlices.RazorSlice<ErrorModel> AsPage(int status, string detail)
    {
        var page = ErrorPage.Create(new ErrorModel(status, detail));
        page.StatusCode = status;
        return page;
    }
}
