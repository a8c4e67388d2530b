using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Description;

/// <summary>What is sent and answered, for the description: an example for each operation.</summary>
internal static class Examples
{
    private const string Article = """{"text": "\"Ships will sail,\" Ilse Marten said.", "outlet": "Meridian Wire", "published": "2024-05-02"}""";

    private const string Stored = """
        {"id": 17, "version": 1, "name": null, "title": "Ships will sail", "byline": null, "outlet": "Meridian Wire", "url": null, "published": "2024-05-02",
         "modified": null, "language": null, "reader": {"name": "rapporteur", "version": "0.1.0", "model": "en/1+0a1b2c3d"}}
        """;

    private const string Found = """
        {"statement": "17#s1", "article": {"id": 17, "name": null, "title": "Ships will sail", "outlet": "Meridian Wire", "url": null, "published": "2024-05-02"},
         "day": "2024-05-02", "kind": "direct", "altered": false, "score": 0.98, "speaker": "Ilse Marten", "role": null, "actor": null, "acts": ["promise"],
         "addressee": null, "target": null, "relay": null, "medium": null, "content": "\"Ships will sail,\"", "matches": [[1, 6]]}
        """;

    private const string Compared = """
        {"original": {"article": "17", "statement": "17#s1", "title": "Ships will sail", "outlet": "Meridian Wire", "url": null, "published": "2024-05-02",
         "day": null, "speaker": "Ilse Marten", "kind": "direct", "text": "Ships will sail"}, "variants": []}
        """;

    private const string HappeningOfTwo = """
        {"id": 17, "first": "2024-05-02", "last": "2024-05-03", "title": "Ships will sail", "articles": [], "outlets":
         [{"name": "Meridian Wire", "articles": 1, "words": 120, "unnamed": 14}], "speakers": [{"name": "Ilse Marten", "shares":
         [{"outlet": "Meridian Wire", "statements": 3, "quoted": 41, "paraphrased": 12, "share": 0.44}], "leftOutBy": []}]}
        """;

    private const string Speaker = """
        {"key": "ilse marten", "name": "Ilse Marten", "role": "minister", "actor": null, "statements": 12, "articles": 5,
         "first": "2024-05-02", "last": "2024-06-11"}
        """;

    private const string Actor = """
        {"key": "FRA", "name": "France", "role": null, "actor": null, "statements": 12, "articles": 5, "first": "2024-05-02", "last": "2024-06-11"}
        """;

    private const string Promise = """
        {"statement": "17#s1", "article": 17, "outlet": "Meridian Wire", "title": "Ships will sail", "url": null, "day": "2024-05-02", "speaker": "Ilse Marten",
         "actor": null, "acts": ["promise"], "addressee": null, "content": "\"Ships will sail,\"", "evidence": [[0, 18]], "condition": null, "deadlines": [],
         "alsoPrinted": [], "links": []}
        """;

    private const string Queued = """
        {"waiting": 310, "inHand": 96, "bytes": 812000, "oldestSeconds": 9.4, "parked": 1, "isPaused": false, "workers": [{"name": "lisse-4711-9c2e", "host": "lisse",
         "process": 4711, "model": "en/1+0a1b2c3d", "threads": 4, "inHand": 96, "stored": 1204, "failed": 1, "parked": 1, "rate": 41.5, "memory": 410000000,
         "runningSeconds": 31.2, "state": "working"}]}
        """;

    private const string Parked = """
        {"id": 1, "subject": "https://www.example.org/news/17", "kind": "article", "error": "its text is empty", "attempts": 1, "worker": "lisse-4711-9c2e",
         "time": "2024-05-02T09:41:00+00:00"}
        """;

    private const string Marked = """
        {"source": [[24, 35]], "cue": [[19, 23]], "content": [[0, 18]], "speaker": "Ilse Marten", "acts": ["promise"]}
        """;

    private const string Reviewed = $$"""
        {"id": 12, "article": 17, "version": 1, "statement": "r12", "kind": "corrected", "takesBack": null, "reviewer": "ada", "at": "2024-05-03T12:00:00+00:00",
         "start": 0, "quote": "\"Ships will sail,\" Ilse Marten said", "found": {{Marked}}, "given": {{Marked}}, "comment": "She binds herself."}
        """;

    private const string ReviewedStatement = $$"""
        {"statement": "s1", "found": {{Marked}}, "holds": {{Marked}}, "standing": 12, "carriedFrom": null, "elsewhere": false, "reviews": [{{Reviewed}}]}
        """;

    private const string Agreed = """{"found": 9, "given": 9, "exact": 6, "overlapping": 8, "exactF1": 0.667, "overlapF1": 0.889}""";

    private const string Agreement = $$"""
        {"all": {"confirmed": 6, "corrected": 2, "rejected": 1, "missed": 1, "source": {{Agreed}}, "cue": {{Agreed}}, "content": {{Agreed}}, "sameSpeaker": 7,
         "sameActs": 6, "acts": {{Agreed}}, "shared": 8, "reviews": 10, "precision": 0.889, "recall": 0.889, "speakerShare": 0.875, "actShare": 0.75}, "groups": []}
        """;

    private static readonly Dictionary<string, (string? Request, string? Response)> All = new()
    {
        ["listArticles"] = (null, Page(Stored)),
        ["listArticleVersions"] = (null, Page(Stored)),
        ["addArticle"] = (Article, """{"article": 17, "outcome": "new"}"""),
        ["fetchArticle"] = ("""{"url": "https://www.example.org/news/ships"}""", """{"article": 18, "outcome": "new"}"""),
        ["addArticles"] = ($$"""{"articles": [{{Article}}]}""", """{"items": [{"index": 0, "status": 200, "added": {"article": 17, "outcome": "known"}}], "added": 0, "known": 1, "refused": 0}"""),
        ["readArticle"] = (Article, null),
        ["listArticleStatements"] = (null, Page(Found)),
        ["findStatements"] = (null, $$"""{"items": [{{Found}}], "next": null, "count": 1, "more": false}"""),
        ["getStatement"] = (null, $$"""{"statement": {{Found}}, "record": null}"""),
        ["compareArticle"] = (null, Page(Compared)),
        ["listPrintings"] = (null, Compared),
        ["listHappenings"] = (null, Page(HappeningOfTwo)),
        ["getHappening"] = (null, HappeningOfTwo),
        ["getArticleHappening"] = (null, HappeningOfTwo),
        ["listSpeakers"] = (null, Page(Speaker)),
        ["getSpeaker"] = (null, Heard(Speaker)),
        ["listSpeakerStatements"] = (null, Page(Found)),
        ["listSpeakerCommitments"] = (null, Page(Promise)),
        ["listActors"] = (null, Page(Actor)),
        ["getActor"] = (null, Heard(Actor)),
        ["listActorStatements"] = (null, Page(Found)),
        ["listActorCommitments"] = (null, Page(Promise)),
        ["getQueue"] = (null, Queued),
        ["listParked"] = (null, Page(Parked)),
        ["compare"] = ($$"""{"articles": [17], "texts": [{{Article}}]}""", Page(Compared)),
        ["verify"] = (
            """{"article": 17, "transcripts": [{"id": "debate", "text": "MS. MARTEN: Ships will sail tomorrow."}], "minWords": 3}""",
            """{"article": null, "title": "Ships will sail", "outlet": "Meridian Wire", "published": "2024-05-02", "quotations": []}"""),
        ["listReviews"] = (null, Page(Reviewed)),
        ["getAgreement"] = (null, Agreement),
        ["listArticleReviews"] = (null, Page(ReviewedStatement)),
        ["getStatementReviews"] = (null, ReviewedStatement),
        ["reviewStatement"] = ($$"""{"kind": "corrected", "given": {{Marked}}, "comment": "She binds herself."}""", Reviewed),
        ["addMissedStatement"] = ($$"""{"kind": "added", "given": {{Marked}}}""", Reviewed),
        ["takeBackReview"] = (null, Reviewed),
        ["getReader"] = (null, """{"name": "rapporteur", "version": "0.1.0", "model": "en/1+0a1b2c3d"}"""),
    };

    /// <summary>What is sent and answered as JSON.</summary>
    public static (string? Request, string? Response) Of(string operation) => All.GetValueOrDefault(operation);

    /// <summary>A body that is not JSON.</summary>
    public static JsonNode? Text(string type) => type switch
    {
        "text/html" => JsonValue.Create("<article><h1>Ships will sail</h1><p>\"Ships will sail,\" Ilse Marten said.</p></article>"),
        "application/x-ndjson" => JsonValue.Create("{\"text\": \"\\\"Ships will sail,\\\" Ilse Marten said.\"}\n"),
        _ => JsonValue.Create("\"Ships will sail,\" Ilse Marten said."),
    };

    /// <summary>A refusal with a status code.</summary>
    public static JsonNode? Problem(string status) =>
        JsonSerializer.SerializeToNode(Http.Problem.Of(int.Parse(status, CultureInfo.InvariantCulture), "What is wrong with this request, in a sentence."), ApiJson.Default.Problem);

    private static string Heard(string voice) =>
        $$"""{"voice": {{voice}}, "profile": {"names": [], "roles": [], "actors": [], "outlets": [{"value": "Meridian Wire", "statements": 12}], "acts": [], "speakers": []}, "days": [{"day": "2024-05-02", "statements": 3}]}""";

    private static string Page(string item) => $$"""{"items": [{{item}}], "next": null}""";
}
