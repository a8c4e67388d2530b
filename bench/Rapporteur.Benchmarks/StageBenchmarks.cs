using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Rapporteur.Entities;
using Rapporteur.Events;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Ledger;
using Rapporteur.Quotations;
using Rapporteur.Records;
using Rapporteur.Syntax;
using Rapporteur.Tests;
using Rapporteur.Text;
using Rapporteur.Times;
using Rapporteur.Wording;

namespace Rapporteur.Benchmarks;

/// <summary>
/// Each stage on the same generated news, about 17,000 words in articles of about 170: divide the words by the mean for the
/// words a second.
/// </summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly string[] _texts = [.. Enumerable.Range(0, 100).Select(News.Article)];
    private readonly AttributionReader _attributions =
        new(AttributionModel.From(ModelFile.Embedded("en.model")), new ReportingWords(LanguagePack.English));
    private readonly SyntaxReader _syntax = new(SyntaxModel.From(ModelFile.Embedded("en.syntax.model")));
    private readonly TimeReader _times = new(LanguagePack.English);
    private readonly LedgerReader _ledger = new(LanguagePack.English);
    private readonly WordingReader _wording = new(LanguagePack.English);
    private readonly EventReader _events = new(LanguagePack.English, new ActorTable(LanguagePack.English));
    private Document[] _documents = [];
    private Reading[] _readings = [];

    /// <summary>What later stages start from.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Console.WriteLine($"// {_texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)} words");
        _documents = [.. _texts.Select(text => Document.Parse(text, null, LanguagePack.English))];
        _readings = [.. _texts.Select(text => Reader.English.Read(new Article(text)))];
    }

    [Benchmark]
    public int Tokens() => Sum(_texts, text =>
    {
        var tokens = new Tokens(text.Length / 5 + 16);
        foreach (var paragraph in ParagraphSplitter.Find(text)) Tokenizer.Tokenize(text, paragraph, LanguagePack.English, tokens);
        return tokens.Count;
    });

    [Benchmark]
    public int Sentences() => Sum(_documents, document =>
        SentenceSplitter.Find(document.Text, document.Tokens, document.Paragraphs, LanguagePack.English).Length);

    [Benchmark]
    public int Quotations() => Sum(_texts, text => QuotationMarks.Find(text, ParagraphSplitter.Find(text), LanguagePack.English).Length);

    [Benchmark]
    public int Parsing() => Sum(_texts, text => Document.Parse(text, null, LanguagePack.English).Tokens.Count);

    [Benchmark]
    public int Syntax() => Sum(_documents, document => _syntax.Read(document).UniversalTags.Length);

    [Benchmark]
    public int Attributions() => Sum(_readings, reading => _attributions.Read(reading.Document, reading.Syntax).Length);

    [Benchmark]
    public int Entities() => Sum(_readings, reading => Reader.English.ReadEntities(reading.Document, reading.Syntax).All.Length);

    [Benchmark]
    public int Times() => Sum(_readings, reading => _times.Read(reading.Document, reading.Syntax, null).Length);

    [Benchmark]
    public int Ledger() => Sum(_readings, reading => _ledger.Read(new TokenWords(reading.Document, reading.Syntax), reading.Entities, reading.Statements).Length);

    [Benchmark]
    public int Wording() => Sum(_readings, reading => _wording.Read(new TokenWords(reading.Document, reading.Syntax), reading.Statements).Length);

    [Benchmark]
    public int Events() => Sum(_readings, reading => _events.Read(reading.Document, reading.Syntax, reading.Entities, reading.Times, reading.Statements).Length);

    [Benchmark]
    public int RecordAsJson() => Sum(_readings, reading => Record.From(reading).ToJson().Length);

    [Benchmark(Baseline = true)]
    public int WholeReading() => Sum(_texts, text => Record.From(Reader.English.Read(new Article(text))).ToJson().Length);

    private static int Sum<T>(T[] items, Func<T, int> stage)
    {
        var sum = 0;
        foreach (var item in items) sum += stage(item);
        return sum;
    }
}
