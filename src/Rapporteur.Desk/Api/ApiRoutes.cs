using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive;
using Rapporteur.Archive.Answers;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api.Articles;
using Rapporteur.Desk.Api.Comparing;
using Rapporteur.Desk.Api.Description;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Api.Reviews;
using Rapporteur.Desk.Api.Statements;
using Rapporteur.Desk.Api.Voices;
using Rapporteur.Desk.Http;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api;

/// <summary>The REST API: docs/api.md tells how it is used.</summary>
internal static class ApiRoutes
{
    /// <summary>Where this version of the API begins.</summary>
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<KeptAnswers>().AddSingleton<IdempotencyKeys>();
        if (RuntimeFeature.IsDynamicCodeSupported) services.AddApiDescription();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapApiDescription();
        var api = routes.MapGroup(Root);
        api.AddEndpointFilter(Refusing.Filter);
        api.MapArticles();
        api.MapAdding();
        api.MapStatements();
        api.MapVoices();
        api.MapHappenings();
        api.MapComparing();
        api.MapReviews();
        api.MapExports();
        api.MapQueue();
        api.MapGet("/reader", ReaderOfArticles).WithTags("Reader").WithName("getReader").Produces<ReaderIdentity>();
    }

    /// <summary>Get the reader</summary>
    /// <remarks>Which reader reads articles here: two records of one article by the same reader are equal.</remarks>
    internal static IResult ReaderOfArticles() => TypedResults.Ok(Reader.English.Identity);

    /// <summary>Says how an endpoint may refuse a request.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }
}
