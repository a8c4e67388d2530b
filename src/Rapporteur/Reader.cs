using System.Collections.Immutable;
using System.Reflection;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur;

/// <summary>Reads articles: the whole pipeline, and the one place that knows the order of its stages.</summary>
/// <remarks>
/// Immutable and safe to share between threads; a reading depends on nothing but the article, so the same article gives the
/// same reading on any machine. Time and memory are linear in the length of the text.
/// </remarks>
public sealed class Reader
{
    private static readonly Lazy<Reader> Shared = new(() => new Reader(LanguagePack.English));
    private readonly LanguagePack _language;

    private Reader(LanguagePack language)
    {
        _language = language;
        var version = typeof(Reader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Identity = new ReaderIdentity("rapporteur", version, "none");
    }

    /// <summary>The reader of English, with the model that ships in this library.</summary>
    public static Reader English => Shared.Value;

    /// <summary>Which reader this is: goes into every record.</summary>
    public ReaderIdentity Identity { get; }

    /// <summary>Reads one article.</summary>
    /// <exception cref="ArgumentException">The body given lies outside the text.</exception>
    public Reading Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = Document.Parse(article.Text, article.Body, _language);
        ImmutableArray<Statement> statements = [.. document.Quotations.Where(q => q.Depth == 0)
            .Select((q, i) => new Statement($"s{i + 1}", StatementKind.Direct, [], [], [q.Whole], null, 0.5))];
        return new Reading(article, document, statements, Identity);
    }
}
