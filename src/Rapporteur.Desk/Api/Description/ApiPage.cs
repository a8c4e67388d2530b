using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Api.Description;

/// <summary>The page that shows the API's description and lets it be tried: Swagger UI, from inside its package.</summary>
internal static class ApiPage
{
    // It draws its icons from addresses of their own ("data:"), and writes its page by script.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseApiPage(this IApplicationBuilder app)
    {
        const string Prefix = "api";
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/" + Prefix, out var rest) && !rest.StartsWithSegments("/v1"), page =>
        {
            page.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
                return next(context);
            });
            page.UseSwaggerUI(options =>
            {
                options.RoutePrefix = Prefix;
                options.DocumentTitle = "Rapporteur: the API";
                options.SwaggerEndpoint(ApiRoutes.Root + "/openapi.json", "Rapporteur");
            });
        });
    }
}
