using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Rapporteur.Archive;
using Rapporteur.Archive.Search;

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

    private static Task Answer(HttpContext context, Exception? error) => error switch
    {
        QueryException query => Refusal.Write(context, StatusCodes.Status400BadRequest, $"The query cannot be understood: {query.Message}."),
        BadHttpRequestException bad => Refusal.Write(context, bad.StatusCode, Sentence(bad.StatusCode)),
        ArchiveException => Refusal.Write(context, StatusCodes.Status503ServiceUnavailable, "The archive cannot be used at the moment."),
        _ => Refusal.Write(context, StatusCodes.Status500InternalServerError, Sentence(StatusCodes.Status500InternalServerError)),
    };

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
