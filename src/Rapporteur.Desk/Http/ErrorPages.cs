using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Rapporteur.Archive;
using Rapporteur.Archive.Search;
using Rapporteur.Ingest;

namespace Rapporteur.Desk.Http;

/// <summary>What is answered where something fails or is not there.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Answer(context, context.Features.Get<IExceptionHandlerFeature>()?.Error),
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePages(status => Refusal.Write(status.HttpContext, status.HttpContext.Response.StatusCode, Sentence(status.HttpContext.Response.StatusCode)));
    }

    private static Task Answer(HttpContext context, Exception? error) =>
        error is OperationCanceledException && context.RequestAborted.IsCancellationRequested
            ? Task.CompletedTask
            : Refusal.Write(
                context, (error is null ? null : ProblemOf(error)) ?? Problem.Of(StatusCodes.Status500InternalServerError, Sentence(StatusCodes.Status500InternalServerError)),
                (error as RequestException)?.RetryAfter);

    /// <summary>What an exception says to whoever made the request; null where it is a fault of the server's.</summary>
    public static Problem? ProblemOf(Exception error) => error switch
    {
        RequestException refused => refused.Problem,
        QueryException query => Unclear(query),
        UnreadableInputException unreadable => Unreadable(unreadable),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, bad.StatusCode == StatusCodes.Status400BadRequest ? bad.Message : Sentence(bad.StatusCode)),
        ArchiveException => Problem.Of(StatusCodes.Status503ServiceUnavailable, "The archive cannot be used at the moment."),
        _ => null,
    };

    /// <summary>What is wrong with a query, and where.</summary>
    private static Problem Unclear(QueryException query) =>
        Problem.Of(StatusCodes.Status400BadRequest, "bad-query", $"The query cannot be understood: {query.Message}.") with
        {
            Field = "q",
            Position = query.Query[..query.Position].EnumerateRunes().Count(),
        };

    /// <summary>Why something could not be read as an article.</summary>
    private static Problem Unreadable(UnreadableInputException unreadable) =>
        Problem.Of(
            unreadable.IsTemporary ? StatusCodes.Status502BadGateway : StatusCodes.Status422UnprocessableEntity,
            $"It cannot be read: {unreadable.Message}.") with { Field = unreadable.Field };

    private static string Sentence(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be understood.",
        StatusCodes.Status401Unauthorized => "You must sign in first.",
        StatusCodes.Status403Forbidden => "You may not do this.",
        StatusCodes.Status404NotFound => "There is nothing here.",
        StatusCodes.Status405MethodNotAllowed => "This cannot be done here.",
        StatusCodes.Status408RequestTimeout => "The request came too slowly.",
        StatusCodes.Status413PayloadTooLarge => "That is more than is taken at once.",
        StatusCodes.Status415UnsupportedMediaType => "This kind of content is not taken here.",
        StatusCodes.Status429TooManyRequests => "Too many requests: wait a little.",
        >= 500 => "Something went wrong on the server.",
        _ => "The request cannot be answered.",
    };
}
