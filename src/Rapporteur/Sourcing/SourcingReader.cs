using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Records;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Sourcing;

/// <summary>Makes the sourcing table of a reading: chooses the statements that count, and makes rows of them.</summary>
internal static class SourcingReader
{
    // A row is joined to one of the last few of its paragraph; more than this many sources seldom share one.
    private const int Window = 6;

    private static readonly Lazy<SourceLexicon> Sources = new(() => new SourceLexicon(LanguagePack.English));
    private static readonly Lazy<ReportingWords> Reporting = new(() => new ReportingWords(LanguagePack.English));

    /// <summary>The rows, in the order of the text.</summary>
    public static ImmutableArray<SourcedStatement> Read(Reading reading)
    {
        var words = new Words(reading.Document, reading.Syntax, LanguagePack.English, Sources.Value, Reporting.Value);
        var selection = new SourceSelection(reading, words);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<Row>();
        foreach (var statement in reading.Statements)
        {
            if (!selection.Counts(statement) || (statement.Within is { } outer && counted.Contains(outer))) continue;
            counted.Add(statement.Id);
            foreach (var row in Rows(statement, reading.Document)) Add(rows, row);
        }

        var descriptions = new SourceDescriptions(reading, words, selection.AfterFrontMatter);
        var sourced = rows.ToLookup(row => row.Speaker.Name, row => row.Sentences, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(row => Enumerable.Range(row.First, row.Count)).ToHashSet(), StringComparer.Ordinal);
        return [.. rows.OrderBy(row => row.Sentences.First)
            .Select(row => descriptions.Describe(row.Speaker, Printed(row, reading.Document), row.Sentences, sourced[row.Speaker.Name]))];
    }

    // The sentences that hold a statement's words, those of each paragraph apart.
    private static IEnumerable<Row> Rows(Statement statement, Document document)
    {
        var numbers = statement.Content.Concat(statement.Cue).Concat(statement.Source)
            .SelectMany(span => Touched(span, document)).Distinct().Order().ToList();
        for (var k = 0; k < numbers.Count;)
        {
            var paragraph = Words.IndexOf(document.Paragraphs.AsSpan(), document.Sentences[numbers[k]].First);
            var end = k + 1;
            while (end < numbers.Count && numbers[end] == numbers[end - 1] + 1 && document.Sentences[numbers[end]].First < document.Paragraphs[paragraph].End) end++;
            yield return new Row(statement.Speaker!, paragraph, new TokenRange(numbers[k], numbers[end - 1] + 1));
            k = end;
        }
    }

    private static IEnumerable<int> Touched(Span span, Document document)
    {
        var tokens = document.Tokens.Touching(span);
        if (tokens.Count == 0) yield break;
        for (var s = Words.IndexOf(document.Sentences.AsSpan(), tokens.First); s < document.Sentences.Length && document.Sentences[s].First < tokens.End; s++)
            yield return s;
    }

    // Joins a row to one before it of the same source, where they stand beside each other in one paragraph.
    private static void Add(List<Row> rows, Row row)
    {
        for (var k = rows.Count - 1; k >= 0 && k >= rows.Count - Window; k--)
        {
            var (before, now) = (rows[k].Sentences, row.Sentences);
            if (rows[k].Paragraph != row.Paragraph || rows[k].Speaker.Name != row.Speaker.Name || before.First > now.End || now.First > before.End) continue;
            rows[k] = rows[k] with { Sentences = new TokenRange(Math.Min(before.First, now.First), Math.Max(before.End, now.End)) };
            return;
        }

        rows.Add(row);
    }

    private static string Printed(Row row, Document document)
    {
        var first = document.Tokens.Starts[document.Sentences[row.Sentences.First].First];
        var end = document.Tokens[document.Sentences[row.Sentences.End - 1].End - 1].End;
        return document.Text[first..end];
    }

    private sealed record Row(Speaker Speaker, int Paragraph, TokenRange Sentences);
}
