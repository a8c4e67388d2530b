using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>An article as its page shows it: one of its versions, a part of its text, and what was read in that part.</summary>
public sealed class ArticleModel
{
    private readonly ImmutableArray<Span> _parts;

    internal ArticleModel(ReviewedArticle reviewed, ImmutableArray<StoredArticle> versions, int newest, Layers layers, int part)
    {
        Reviewed = reviewed;
        NewestVersion = newest;
        Versions = versions;
        Layers = layers;
        Text = new RecordText(Record.Document.Text);
        _parts = [.. TextPart.Divide(Text.Text)];
        Part = Math.Clamp(part, 1, _parts.Length);
        Paragraphs = Paragraph.Of(Record, Text, layers, Shown);
    }

    internal StoredArticle Article => Reviewed.Article;

    internal Record Record => Reviewed.Record;

    /// <summary>What people say of its statements.</summary>
    internal ReviewedArticle Reviewed { get; }

    internal RecordText Text { get; }

    internal ImmutableArray<StoredArticle> Versions { get; }

    internal Layers Layers { get; }

    /// <summary>The number of the part that is shown, from 1.</summary>
    internal int Part { get; }

    internal int Parts => _parts.Length;

    internal Span Shown => _parts[Part - 1];

    internal IReadOnlyList<Paragraph> Paragraphs { get; }

    internal bool IsOld => NewestVersion != Article.Version;

    /// <summary>The version that is searched, which is not always the one that was added last.</summary>
    internal int NewestVersion { get; }

    internal string Title => Printed.Line(Article.Heading) is { Length: > 0 } title ? title : "(no headline)";

    /// <summary>The address of this page with another part or other layers.</summary>
    internal string Address(int? part = null, Layers? layers = null)
    {
        var query = (IsOld ? $"&version={Number(Article.Version)}" : "")
            + ((part ?? Part) > 1 ? $"&part={Number(part ?? Part)}" : "")
            + LayerChoice.Query(layers ?? Layers);
        return $"/articles/{Number(Article.Id)}{(query.Length > 0 ? "?" + query[1..] : "")}";
    }

    /// <summary>The address of the article in another format.</summary>
    internal string Export(string format) =>
        $"/articles/{Number(Article.Id)}/export/{format}{(IsOld ? $"?version={Number(Article.Version)}" : "")}";

    /// <summary>The statements whose contents begin in the part that is shown.</summary>
    internal IEnumerable<RecordStatement> Statements => Record.Statements.Where(statement => IsShown(statement.Content));

    /// <summary>Whether something begins in the part that is shown.</summary>
    internal bool IsShown(ImmutableArray<CodePointRange> evidence) => !evidence.IsEmpty && IsShown(evidence[0]);

    /// <inheritdoc cref="IsShown(ImmutableArray{CodePointRange})"/>
    internal bool IsShown(CodePointRange range) => Parts == 1 || Shown.Contains(Text.Span(range).Start);

    /// <summary>The statements that people added in the part that is shown.</summary>
    internal IEnumerable<ReviewedStatement> Added => Reviewed.Statements.Where(statement => statement is { Found: null, Holds: { } holds } && IsShown(holds.Content));

    internal StatementModel About(RecordStatement statement) => new(Reviewed, Text, statement);

    /// <summary>What people say of a statement, in a word; null where they say nothing that holds.</summary>
    internal string? SaidOf(RecordStatement statement) => Reviewed.Statement(statement.Id)?.Thread?.Standing is { } standing ? Printed.Word(standing.Kind) : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
