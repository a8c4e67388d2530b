using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>Tells callers whether what they have is still so (RFC 9110, 8.8 and 13).</summary>
internal static class EntityTags
{
    /// <summary>Of an article in one of its versions, read by one reader: strong, as its record is the same bytes.</summary>
    public static EntityTagHeaderValue Of(StoredArticle article)
    {
        var reader = SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Reader.Name} {article.Reader.Version} {article.Reader.Model}"));
        return new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{article.Id}.{article.Version}.{Convert.ToHexStringLower(reader.AsSpan(0, 4))}\""));
    }

    /// <summary>Names what is about to be given, and says whether the caller has it already.</summary>
    public static bool IsKnown(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.Headers.ETag = tag.ToString();
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Whether something is still as the caller says that it must be.</summary>
    public static bool IsAsExpected(HttpContext context, EntityTagHeaderValue tag)
    {
        var expected = context.Request.GetTypedHeaders().IfMatch;
        return expected.Count == 0 || expected.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: true));
    }

    /// <summary>
    /// Of what is gathered from many articles: weak, another after every change of the archive. Where nothing changed, nothing is
    /// gathered again.
    /// </summary>
    public static async ValueTask<object?> Gathered(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var archive = context.RequestServices.GetRequiredService<NewsArchive>();
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{archive.Changes}.{Reader.English.Identity.Version}\""), isWeak: true);
        return IsKnown(context, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : await next(invocation);
    }
}
