using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>Takes what a request brings, within its limits of size and time, and says what is wrong with it and where.</summary>
internal static partial class Body
{
    /// <summary>The bytes.</summary>
    /// <exception cref="RequestException">They came too slowly.</exception>
    /// <exception cref="BadHttpRequestException">They are too many.</exception>
    public static async Task<byte[]> Bytes(HttpContext context)
    {
        var patience = context.RequestServices.GetRequiredService<DeskOptions>().Limits.BodySeconds;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(TimeSpan.FromSeconds(patience));
        try
        {
            using var content = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, 1 << 20));
            await context.Request.Body.CopyToAsync(content, deadline.Token);
            return content.ToArray();
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new RequestException(Problem.Of(StatusCodes.Status408RequestTimeout, "The request came too slowly."));
        }
    }

    /// <summary>The value that the body, which must be JSON, holds.</summary>
    /// <exception cref="RequestException">It is none, or not such a value.</exception>
    public static async Task<T> Json<T>(HttpContext context) where T : class
    {
        if (!context.Request.HasJsonContentType()) throw Unsupported("application/json");
        return Parse<T>(context, await Bytes(context));
    }

    /// <summary>The value that bytes of JSON hold.</summary>
    /// <exception cref="RequestException">They hold none.</exception>
    public static T Parse<T>(HttpContext context, ReadOnlySpan<byte> json) where T : class
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
                ?? throw new RequestException(Problem.Of(StatusCodes.Status400BadRequest, "bad-json", "The body is null."));
        }
        catch (JsonException e)
        {
            throw new RequestException(WrongJson(e, json));
        }
    }

    /// <summary>The media type is not taken.</summary>
    public static RequestException Unsupported(string taken) =>
        new(Problem.Of(StatusCodes.Status415UnsupportedMediaType, $"What is sent must be {taken}."));

    // The serializer's messages name types of the server: only the field that they name is passed on.
    private static Problem WrongJson(JsonException e, ReadOnlySpan<byte> json)
    {
        var position = Position(e, json);
        if (UnknownField().Match(e.Message) is { Success: true } unknown)
            return Problem.Of(StatusCodes.Status400BadRequest, "unknown-field", $"There is no field \"{unknown.Groups[1].Value}\" here.") with { Field = unknown.Groups[1].Value, Position = position };

        // Broken JSON breaks the parser; what it holds is of the wrong type where a value does not fit its field.
        var field = e.InnerException is not JsonException && e.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
        return (field is null
            ? Problem.Of(StatusCodes.Status400BadRequest, "bad-json", "The body is not the JSON that is taken here.")
            : Problem.Of(StatusCodes.Status400BadRequest, "bad-field", $"The field \"{field}\" holds something else than it may.") with { Field = field }) with { Position = position };
    }

    private static long? Position(JsonException e, ReadOnlySpan<byte> json)
    {
        if (e.LineNumber is not { } line || e.BytePositionInLine is not { } inLine) return null;
        var start = 0;
        for (; line > 0; line--)
        {
            var next = json[start..].IndexOf((byte)'\n');
            if (next < 0) break;
            start += next + 1;
        }

        return start + inLine;
    }

    [GeneratedRegex("The JSON property '([^']{1,100})' could not be mapped", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownField();
}
