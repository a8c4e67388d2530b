using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Rapporteur.Entities;
using Rapporteur.Events;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Ledger;
using Rapporteur.Quotations;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;
using Rapporteur.Wording;

namespace Rapporteur;

/// <summary>Reads articles: the whole pipeline, and the one place that knows the order of its stages.</summary>
/// <remarks>
/// Immutable to its users and safe to share between threads; a reading depends on nothing but the article, so the same article
/// gives the same reading on any machine. Time and memory are linear in the length of the text.
/// </remarks>
public sealed class Reader
{
    private static readonly Lazy<Reader> Shared = new(() => new Reader(
        LanguagePack.English, ModelFile.Embedded("en.model"), ModelFile.Embedded("en.syntax.model"), ModelFile.Embedded("en.entities.model")));

    private readonly LanguagePack _language;
    private readonly AttributionModel _model;
    private readonly SyntaxModel _syntax;
    private readonly EntityKnowledge _entities;
    private readonly Lazy<FeatureReader> _features;
    private readonly ReportingWords _reporting;
    private readonly StatementReader _statements;
    private readonly LedgerReader _ledger;
    private readonly WordingReader _wording;
    private readonly VoiceReader _voice;
    private readonly TimeReader _times;
    private readonly EventReader _events;
    private readonly AgendaReader _agenda;
    private readonly ConcurrentBag<AttributionReader> _attributionReaders = [];
    private readonly ConcurrentBag<SyntaxReader> _syntaxReaders = [];
    private readonly ConcurrentBag<EntityReader> _entityReaders = [];

    internal Reader(LanguagePack language, ModelFile model, ModelFile syntax, ModelFile entities)
    {
        _language = language;
        _model = AttributionModel.From(model);
        _syntax = SyntaxModel.From(syntax);
        _features = new Lazy<FeatureReader>(() => new FeatureReader(language));
        _reporting = new ReportingWords(language);
        _entities = new EntityKnowledge(EntityModel.From(entities), language, _reporting);
        _events = new EventReader(language, _entities.Lexicon.Actors);
        _statements = new StatementReader(language, _reporting, _entities.Lexicon.Actors);
        _ledger = new LedgerReader(language);
        _wording = new WordingReader(language);
        _voice = new VoiceReader(language, _reporting);
        _times = new TimeReader(language);
        _agenda = new AgendaReader(language);
        var version = typeof(Reader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Identity = new ReaderIdentity("rapporteur", version, $"{Name(model)} {Name(syntax)} {Name(entities)}");
    }

    /// <summary>The reader of English, with the model that ships in this library.</summary>
    public static Reader English => Shared.Value;

    /// <summary>Which reader this is: goes into every record.</summary>
    public ReaderIdentity Identity { get; }

    /// <summary>Reads one article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="leastScore">Statements less sure than this, from 0 to 1, are left out: fewer are wrong, more are missing.</param>
    /// <exception cref="ArgumentException">The body given lies outside the text, or the text is longer than <see cref="Article.LongestText"/>.</exception>
    public Reading Read(Article article, double leastScore = 0)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = Parse(article);
        var syntax = ReadSyntax(document);
        var entities = ReadEntities(document, syntax);
        var times = _times.Read(document, syntax, article.Published?.Day);
        var attributions = With(_attributionReaders, () => new AttributionReader(_model, _reporting), reader => reader.Read(document, syntax));
        var statements = SurerThan(leastScore, _statements.Read(article, document, syntax, entities, times, attributions));
        (entities, statements) = SpeakerEntities.Add(document, entities, statements);
        var words = new TokenWords(document, syntax);
        statements = _ledger.Read(words, entities, statements);
        var passages = _wording.Read(words, statements);
        var voice = _voice.Read(words, entities, statements, passages);
        var events = _events.Read(document, syntax, entities, times, statements);
        var agenda = _agenda.Read(document, syntax, entities, times, article.Published?.Day);
        return new Reading(article, document, syntax, entities, statements, passages, voice, times, events, agenda, Identity);
    }

    // A statement inside one that is left out stands on its own.
    private static ImmutableArray<Statement> SurerThan(double leastScore, ImmutableArray<Statement> statements)
    {
        if (leastScore <= 0) return statements;
        var kept = statements.Where(s => s.Score >= leastScore).Select(s => s.Id).ToHashSet();
        return [.. statements.Where(s => kept.Contains(s.Id)).Select(s => s.Within is { } outer && !kept.Contains(outer) ? s with { Within = null } : s)];
    }

    /// <summary>Takes an article's text apart, without looking for statements in it.</summary>
    /// <exception cref="ArgumentException">The body given lies outside the text, or the text is longer than <see cref="Article.LongestText"/>.</exception>
    public Document Parse(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > Article.LongestText)
            throw new ArgumentException($"The text has {article.Text.Length} characters; at most {Article.LongestText} are read as one article.", nameof(article));
        return Document.Parse(article.Text, article.Body, _language);
    }

    /// <summary>Reads the grammar of a document alone, whose tokens and sentences may come from elsewhere.</summary>
    public DocumentSyntax ReadSyntax(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return With(_syntaxReaders, () => new SyntaxReader(_syntax), reader => reader.Read(document));
    }

    /// <summary>
    /// The morphological features of a document's words, as Universal Dependencies writes them ("Number=Sing|Person=3"), beside its
    /// tokens; the empty string for a word without.
    /// </summary>
    public IReadOnlyList<string> ReadFeatures(Document document, DocumentSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(syntax);
        return _features.Value.Read(document, syntax);
    }

    /// <summary>Reads the entities of a document alone.</summary>
    public EntityIndex ReadEntities(Document document, DocumentSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(syntax);
        return With(_entityReaders, () => new EntityReader(_entities), reader => reader.Read(document, syntax));
    }

    private static string Name(ModelFile model) => $"{model.Header["name"]}/{model.Header["version"]}+{model.Checksum[..8]}";

    // The readers of the stages own buffers that are worth keeping; each is used by one thread at a time.
    private static T With<TReader, T>(ConcurrentBag<TReader> idle, Func<TReader> create, Func<TReader, T> use)
    {
        if (!idle.TryTake(out var reader)) reader = create();
        try
        {
            return use(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }
}
