using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>A statement with all that was read of it.</summary>
public sealed class StatementModel
{
    internal StatementModel(ReviewedArticle reviewed, RecordText text, RecordStatement statement)
    {
        Article = reviewed.Article;
        Record = reviewed.Record;
        Text = text;
        Statement = statement;
        Reviewed = reviewed.Statement(statement.Id)!;
    }

    internal StoredArticle Article { get; }

    internal Record Record { get; }

    /// <summary>The statement with what people say of it.</summary>
    internal ReviewedStatement Reviewed { get; }

    internal RecordText Text { get; }

    internal RecordStatement Statement { get; }

    internal int Number => Marks.Number(Statement);

    internal string Speaker => SpeakerOf(Statement);

    internal string Acts => ActsOf(Statement);

    /// <summary>The statement's name in addresses: <c>17-s3</c>.</summary>
    internal string Name => string.Create(CultureInfo.InvariantCulture, $"{Article.Id}-{Statement.Id}");

    internal string Address => string.Create(CultureInfo.InvariantCulture, $"/articles/{Article.Id}/statements/{Statement.Id}");

    /// <summary>What is known of it, each with the words that it was read from.</summary>
    internal IEnumerable<Fact> Facts => StatementFacts.Of(this);

    /// <summary>Who said it, for people.</summary>
    internal static string SpeakerOf(RecordStatement statement) =>
        Printed.Line(statement.Speaker?.Name) is { Length: > 0 } name ? name : "(speaker not named)";

    /// <summary>What it does, for people.</summary>
    internal static string ActsOf(RecordStatement statement) => string.Join(", ", statement.Acts.Select(act => Printed.Word(act.Kind)));

    /// <summary>Who passed it on, for people; empty where nobody did.</summary>
    internal static string RelaysOf(RecordStatement statement) => string.Join(", ", statement.Relays.Select(relay => Printed.Line(relay.Name)));

    /// <summary>The words of something that may not be known.</summary>
    internal string Words(ImmutableArray<CodePointRange>? ranges) => ranges is { IsEmpty: false } known ? Text.Words(known) : "";
}
