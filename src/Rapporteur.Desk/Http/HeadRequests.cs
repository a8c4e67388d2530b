using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Http;

/// <summary>Finds for HEAD the endpoint that GET has (RFC 9110, 9.3.2): the same answer, whose body the server leaves out.</summary>
internal static class HeadRequests
{
    public static void UseRoutingWithHead(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await next(context);
                return;
            }

            context.Request.Method = HttpMethods.Get;
            await next(context);
            context.Request.Method = HttpMethods.Head;
        });
        app.UseRouting();
    }
}
