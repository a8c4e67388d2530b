using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Api.Articles;
using Rapporteur.Desk.Api.Comparing;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Api.Reviews;
using Rapporteur.Desk.Api.Statements;
using Rapporteur.Desk.Api.Voices;
using Rapporteur.Queue;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api;

/// <summary>Answers of the API that hold what the archive keeps.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(StatementAnswer))]
[JsonSerializable(typeof(FoundStatements))]
[JsonSerializable(typeof(Page<StoredArticle>))]
[JsonSerializable(typeof(Page<FoundStatementJson>))]
[JsonSerializable(typeof(Page<StatementComparison>))]
[JsonSerializable(typeof(Page<CommitmentJson>))]
[JsonSerializable(typeof(Page<HeardVoice>))]
[JsonSerializable(typeof(VoiceAnswer))]
[JsonSerializable(typeof(Page<Happening>))]
[JsonSerializable(typeof(Page<ReviewAnswer>))]
[JsonSerializable(typeof(Page<ReviewedStatementAnswer>))]
[JsonSerializable(typeof(AgreementReport))]
[JsonSerializable(typeof(ReaderIdentity))]
[JsonSerializable(typeof(QueueStatus))]
[JsonSerializable(typeof(Page<ParkedMessage>))]
internal sealed partial class AnswerJson : JsonSerializerContext;
