using Microsoft.AspNetCore.Http;
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
    public static Task Write(HttpContext context, int status, string detail)
    {
        IResult answer = context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Problem(detail, statusCode: status)
            : AsPage(status, detail);
        return answer.ExecuteAsync(context);
    }

    private static RazorSlices.RazorSlice<ErrorModel> AsPage(int status, string detail)
    {
        var page = ErrorPage.Create(new ErrorModel(status, detail));
        page.StatusCode = status;
        return page;
    }
}
