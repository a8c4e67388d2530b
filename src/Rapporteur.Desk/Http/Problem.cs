using System.Text.Json.Serialization;

namespace Rapporteur.Desk.Http;

/// <summary>What is wrong with a request (RFC 9457).</summary>
/// <param name="Type">What kind of problem it is: a name that does not change, made of the code.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Code">The kind in a word: bad-query, bad-field, not-found, too-large, ...</param>
/// <param name="Detail">What is wrong with this request, for people.</param>
internal sealed record Problem(string Type, string Title, int Status, string Code, string Detail)
{
    /// <summary>The field or parameter that is wrong; left out where it is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>Where in it: of a query the code point, of broken JSON the byte, counted from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Position { get; init; }

    /// <summary>A problem of the usual kind of a status code.</summary>
    public static Problem Of(int status, string detail) => Of(status, CodeOf(status), detail);

    /// <summary>A problem of its own kind.</summary>
    public static Problem Of(int status, string code, string detail) =>
        new($"urn:rapporteur:{code}", char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '), status, code, detail);

    private static string CodeOf(int status) => status switch
    {
        400 => "bad-request",
        401 => "not-signed-in",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "too-slow",
        409 => "in-progress",
        412 => "changed",
        413 => "too-large",
        415 => "media-type",
        421 => "unknown-host",
        422 => "unreadable",
        429 => "too-many-requests",
        502 => "not-fetched",
        503 => "busy",
        _ => status >= 500 ? "failed" : "refused",
    };
}
