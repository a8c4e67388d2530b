using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive;
using Rapporteur.Desk.Api.Articles;
using Rapporteur.Desk.Api.Comparing;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Api.Reviews;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Desk.Api;

/// <summary>What the API takes and gives, as JSON: camelCase keys, enums as words, letters of all scripts as themselves; nothing unknown is taken.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ArticleFields))]
[JsonSerializable(typeof(ArticleBatch))]
[JsonSerializable(typeof(ArticleAddress))]
[JsonSerializable(typeof(AddedArticle))]
[JsonSerializable(typeof(BatchResult))]
[JsonSerializable(typeof(BatchItem))]
[JsonSerializable(typeof(CompareRequest))]
[JsonSerializable(typeof(VerifyRequest))]
[JsonSerializable(typeof(ReviewRequest))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Makes a serializer fit for the API.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Add(Default);
        options.TypeInfoResolverChain.Add(AnswerJson.Default);
        ArchiveJson.AddTo(options);
    }
}
