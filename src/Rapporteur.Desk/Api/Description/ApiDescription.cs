using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rapporteur.Desk.Api.Articles;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Description;

/// <summary>The OpenAPI document: made of the endpoints and their comments, with what these cannot say.</summary>
internal static class ApiDescription
{
    /// <summary>Its name.</summary>
    public const string Document = "v1";

    private const string Scheme = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        // What most makers of clients understand.
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) == true;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(CodePointRange)) DescribeRange(schema);
            if (context.JsonTypeInfo.Type == typeof(ImmutableArray<CodePointRange>)) DescribeRange((OpenApiSchema)(schema.Items = new OpenApiSchema()));

            // Makers of clients want to be told what the words are.
            if (schema.Enum is { Count: > 0 }) schema.Type ??= JsonSchemaType.String;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.HttpMethod ?? "");
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    /// <summary>
    /// Gives the document: made anew, or, where code was compiled ahead of time and knows too little of its own types for that, the one
    /// in docs/openapi.json, which a test holds equal.
    /// </summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        const string Address = ApiRoutes.Root + "/openapi.json";
        if (RuntimeFeature.IsDynamicCodeSupported) routes.MapOpenApi(Address).AllowAnonymous();
        else routes.MapGet(Address, Made).ExcludeFromDescription().AllowAnonymous();
    }

    private static IResult Made() =>
        Results.Stream(typeof(ApiDescription).Assembly.GetManifestResourceStream("openapi.json")!, "application/json; charset=utf-8");

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Rapporteur",
            Version = Document,
            Description = "Who said what in the news: articles, statements, speakers and what becomes of them. docs/api.md is a tour with curl.",
            License = new OpenApiLicense { Name = "Apache-2.0", Url = new Uri("https://www.apache.org/licenses/LICENSE-2.0") },
        };

        // The same wherever it is served from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, made on the page of keys. A desk of local use asks for none.",
            },
        };
        foreach (var schema in document.Components.Schemas?.Values ?? []) SimplifyNullable(schema);
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }, []];
    }

    private static void Describe(OpenApiOperation operation, string method)
    {
        if (operation.RequestBody is OpenApiRequestBody asked) asked.Description = null;
        var examples = Examples.Of(operation.OperationId ?? "");
        if (examples.Request is { } request && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true) body.Example = JsonNode.Parse(request);
        foreach (var (type, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (!type.StartsWith("text/", StringComparison.Ordinal) && type != "application/x-ndjson") continue;
            content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            content.Example = Examples.Text(type);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response.Content is null) continue;
            foreach (var (type, content) in response.Content)
            {
                if (type == "application/problem+json") content.Example = Examples.Problem(status);
                else if (type == "application/json" && examples.Response is { } answer) content.Example = JsonNode.Parse(answer);
                else if (type != "application/json") content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = type.StartsWith("application/vnd", StringComparison.Ordinal) ? "binary" : null };
            }
        }

        if (operation.RequestBody?.Content?.ContainsKey("text/plain") == true)
            foreach (var name in AddRoutes.ArticleParameters) Add(operation, name, ParameterLocation.Query, "As in the JSON, where the body is text or HTML.");
        if (method == "POST" && operation.Responses?.ContainsKey("409") == true)
            Add(operation, IdempotencyKeys.Header, ParameterLocation.Header, "A name of the caller's for this request: sent again under it, it is not done again but answered as the first time. Kept for a day.");
        if (method == "GET" && operation.Responses?.ContainsKey("200") == true)
            Add(operation, "If-None-Match", ParameterLocation.Header, "The ETag of what is at hand: where nothing changed, the answer is 304.");
        if (operation.Responses?.ContainsKey("412") == true) Add(operation, "If-Match", ParameterLocation.Header, "The ETag that it must still have, else the answer is 412.");
    }

    private static void Add(OpenApiOperation operation, string name, ParameterLocation place, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name, In = place, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    // "Null or one of these" is a choice in JSON Schema; in OpenAPI 3.0, and for makers of clients, it is one that may be null.
    private static void SimplifyNullable(IOpenApiSchema schema)
    {
        if (schema.Properties is not { } properties) return;
        foreach (var (name, property) in properties.ToList())
        {
            if (property.OneOf is not [{ Type: JsonSchemaType.Null }, OpenApiSchemaReference known]) continue;
            properties[name] = new OpenApiSchema { Type = JsonSchemaType.Null, AllOf = [known], Description = property.Description };
        }
    }

    private static void DescribeRange(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Array;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
        (schema.MinItems, schema.MaxItems) = (2, 2);
        schema.Description = "[start, end] in code points of the text, the end not included.";
    }
}
