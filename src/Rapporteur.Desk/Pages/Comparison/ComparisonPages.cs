using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Comparison;

/// <summary>The printings of a quotation, laid side by side word by word.</summary>
internal static class ComparisonPages
{
    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare/{statement}", Statement);
        routes.MapGet("/articles/{article:long}/compare", Article);
    }

    // An address cannot hold the "#" of a name: 17-s3 is 17#s3.
    private static IResult Statement(NewsArchive archive, Remembered remembered, string statement, string? format)
    {
        if (!StatementName.TryParse(statement.Replace("-s", "#s", StringComparison.Ordinal), out var name) || archive.Statement(name) is not { } stored) return TypedResults.NotFound();
        var found = remembered.Get($"statement {name}", () => new Found(archive.Compare(name) is { } comparison ? [comparison] : []));
        return Answer(new ComparisonModel(Addresses.Compare(name), archive.Article(name.Article)!, stored, found.Comparisons), format);
    }

    private static IResult Article(NewsArchive archive, Remembered remembered, long article, string? format)
    {
        if (archive.Article(article) is not { } stored) return TypedResults.NotFound();
        var found = remembered.Get($"article {article}", () => new Found(archive.Compare(article)));
        return Answer(new ComparisonModel($"/articles/{stored.Id}/compare", stored, null, found.Comparisons), format);
    }

    private static IResult Answer(ComparisonModel model, string? format) => format switch
    {
        null or "" => ComparisonPage.Create(model),
        "jsonl" => ExportFile.Of(stream =>
        {
            foreach (var comparison in model.Comparisons)
            {
                stream.Write(comparison.ToJson());
                stream.WriteByte((byte)'\n');
            }
        }, format, "comparison"),
        _ => ExportFile.None(),
    };

    private sealed record Found(ImmutableArray<StatementComparison> Comparisons);
}

/// <summary>What the page of a comparison shows.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Article">The article compared with others.</param>
/// <param name="Statement">The statement compared; null for all of the article.</param>
/// <param name="Comparisons">Each statement with its other printings; empty where none has words that can be compared.</param>
public sealed record ComparisonModel(string Address, StoredArticle Article, StoredStatement? Statement, ImmutableArray<StatementComparison> Comparisons)
{
    internal IEnumerable<StatementComparison> Printed => Comparisons.Where(comparison => Statement is not null || !comparison.Variants.IsEmpty);

    internal int Alone => Comparisons.Length - Printed.Count();

    internal ExportLinks Exports => ExportLinks.Of(format => Addresses.Of(Address, ("format", format)), "jsonl");

    internal static string Name(VariantKind kind) => kind switch
    {
        VariantKind.Exact => "the same words",
        VariantKind.Cut => "the same, cut short in one of the two",
        VariantKind.Altered => "the same but for what brackets or dots mark",
        VariantKind.Changed => "words dropped, added or changed without a mark",
        _ => "likely the same said in other words: a lead, not a finding",
    };

    internal static string StatementAddress(string name) => StatementName.TryParse(name, out var parsed) ? Addresses.Statement(parsed) : "/";
}
