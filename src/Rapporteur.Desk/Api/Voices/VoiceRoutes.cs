using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Voices;

/// <summary>Who is heard in the archive: speakers, and the countries and organisations that they are or speak for.</summary>
internal static class VoiceRoutes
{
    public static void MapVoices(this RouteGroupBuilder api)
    {
        var speakers = api.MapGroup("/speakers").WithTags("Speakers").InTurns().AddEndpointFilter(EntityTags.Gathered);
        speakers.MapGet("/", Speakers).WithName("listSpeakers").Produces<Page<HeardVoice>>().Refuses(400);
        speakers.MapGet("/{name}", Speaker).WithName("getSpeaker").Produces<VoiceAnswer>().Refuses(404);
        speakers.MapGet("/{name}/statements", StatementsOfSpeaker).WithName("listSpeakerStatements").Produces<Page<FoundStatementJson>>().Refuses(400, 404);
        speakers.MapGet("/{name}/commitments", CommitmentsOfSpeaker).WithName("listSpeakerCommitments").Produces<Page<CommitmentJson>>().Refuses(400, 404);
        var actors = api.MapGroup("/actors").WithTags("Actors").InTurns().AddEndpointFilter(EntityTags.Gathered);
        actors.MapGet("/", Actors).WithName("listActors").Produces<Page<HeardVoice>>().Refuses(400);
        actors.MapGet("/{code}", Actor).WithName("getActor").Produces<VoiceAnswer>().Refuses(404);
        actors.MapGet("/{code}/statements", StatementsOfActor).WithName("listActorStatements").Produces<Page<FoundStatementJson>>().Refuses(400, 404);
        actors.MapGet("/{code}/commitments", CommitmentsOfActor).WithName("listActorCommitments").Produces<Page<CommitmentJson>>().Refuses(400, 404);
    }

    /// <summary>List speakers</summary>
    /// <remarks>Whoever is named as having said something. Names that differ in case and accents alone are one.</remarks>
    /// <param name="name">Words, or beginnings of words, that the name must have.</param>
    /// <param name="sort">What comes first: statements (who makes most), last (who spoke last) or name.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult Speakers(HttpContext context, NewsArchive archive, string? name, string? sort, string? cursor, int? limit) =>
        List(context, archive, VoiceKind.Speaker, name, sort, cursor, limit);

    /// <summary>Get a speaker</summary>
    /// <remarks>With how the statements spread over outlets, acts, roles and days.</remarks>
    /// <param name="name">The name or key.</param>
    internal static IResult Speaker(NewsArchive archive, string name) => Get(archive, VoiceKind.Speaker, name);

    /// <summary>List the statements of a speaker</summary>
    /// <remarks>The latest first.</remarks>
    /// <param name="name">The name or key.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult StatementsOfSpeaker(HttpContext context, NewsArchive archive, string name, string? cursor, int? limit) =>
        Statements(context, archive, Existing(archive, VoiceKind.Speaker, name), cursor, limit);

    /// <summary>List what a speaker is committed to</summary>
    /// <remarks>Promises, threats, demands and denials, the earliest first, with what they may restate or contradict.</remarks>
    /// <param name="name">The name or key.</param>
    /// <param name="q">What else they must fulfil, as docs/archive.md has it: <c>act:promise day:2024</c>.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult CommitmentsOfSpeaker(HttpContext context, NewsArchive archive, string name, string? q, string? cursor, int? limit) =>
        Commitments(context, archive, Existing(archive, VoiceKind.Speaker, name), q, cursor, limit);

    /// <summary>List actors</summary>
    /// <remarks>The countries and organisations that speakers are or speak for.</remarks>
    /// <param name="name">Words, or beginnings of words, that the name must have, or the code.</param>
    /// <param name="sort">What comes first: statements (who makes most), last (who spoke last) or name.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult Actors(HttpContext context, NewsArchive archive, string? name, string? sort, string? cursor, int? limit) =>
        List(context, archive, VoiceKind.Actor, name, sort, cursor, limit);

    /// <summary>Get an actor</summary>
    /// <remarks>With how the statements spread over speakers, outlets, acts and days.</remarks>
    /// <param name="code">Its code: of a country ISO 3166 alpha-3, FRA.</param>
    internal static IResult Actor(NewsArchive archive, string code) => Get(archive, VoiceKind.Actor, code);

    /// <summary>List the statements of an actor</summary>
    /// <remarks>The latest first.</remarks>
    /// <param name="code">Its code.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult StatementsOfActor(HttpContext context, NewsArchive archive, string code, string? cursor, int? limit) =>
        Statements(context, archive, Existing(archive, VoiceKind.Actor, code), cursor, limit);

    /// <summary>List what an actor is committed to</summary>
    /// <remarks>Promises, threats, demands and denials, the earliest first, with what they may restate or contradict.</remarks>
    /// <param name="code">Its code.</param>
    /// <param name="q">What else they must fulfil, as docs/archive.md has it: <c>act:promise day:2024</c>.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult CommitmentsOfActor(HttpContext context, NewsArchive archive, string code, string? q, string? cursor, int? limit) =>
        Commitments(context, archive, Existing(archive, VoiceKind.Actor, code), q, cursor, limit);

    private static IResult List(HttpContext context, NewsArchive archive, VoiceKind kind, string? name, string? sort, string? cursor, int? limit)
    {
        var order = sort switch
        {
            null or "statements" => VoiceOrder.Statements,
            "last" => VoiceOrder.Last,
            "name" => VoiceOrder.Name,
            _ => throw RequestException.BadField("sort", "They are sorted by statements, last or name."),
        };
        var list = $"{kind} {order} {name}";
        var page = new VoiceDirectory(archive).List(kind, name ?? "", order, Cursor.Read(list, cursor), Paging.Limit(limit));
        return TypedResults.Ok(Paging.Of(context, list, [.. page.Voices.Select(HeardVoice.Of)], page.Next));
    }

    private static IResult Get(NewsArchive archive, VoiceKind kind, string name)
    {
        var (directory, voice) = (new VoiceDirectory(archive), Existing(archive, kind, name));
        return TypedResults.Ok(new VoiceAnswer(HeardVoice.Of(voice), directory.Profile(voice), directory.Days(voice)));
    }

    private static IResult Statements(HttpContext context, NewsArchive archive, Voice voice, string? cursor, int? limit)
    {
        var list = $"{voice.Kind} statements {voice.Key}";
        var page = new VoiceDirectory(archive).Statements(voice, Cursor.Read(list, cursor), Paging.Limit(limit));
        ImmutableArray<FoundStatementJson> items =
        [
            .. from statement in page.Statements
               let article = archive.Article(statement.Name.Article)
               where article is not null
               select FoundStatementJson.Of(new FoundStatement(statement, article, [])),
        ];
        return TypedResults.Ok(Paging.Of(context, list, items, page.Next));
    }

    private static IResult Commitments(HttpContext context, NewsArchive archive, Voice voice, string? q, string? cursor, int? limit)
    {
        var commitments = new CommitmentLedger(archive).Of(voice.Kind == VoiceKind.Actor ? voice.Key : voice.Name, q ?? "");
        var list = $"{voice.Kind} commitments {voice.Key} {q}";
        return TypedResults.Ok(Paging.Of(context, list, [.. commitments.Select(CommitmentJson.Of)], commitment => commitment.Statement, cursor, limit));
    }

    private static Voice Existing(NewsArchive archive, VoiceKind kind, string name) =>
        new VoiceDirectory(archive).Find(kind, name) ?? throw RequestException.NotFound(kind == VoiceKind.Actor ? "such actor" : "such speaker");
}
