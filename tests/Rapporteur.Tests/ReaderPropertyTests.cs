using System.Collections.Immutable;
using CsCheck;
using Rapporteur.Records;
using Rapporteur.Text;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Tests;

/// <summary>What holds of the reading of any text whatever.</summary>
public sealed class ReaderPropertyTests
{
    [Fact]
    public void Any_text_gives_a_reading_whose_spans_lie_inside_it_and_in_order() =>
        NastyText.Any.Sample(text => CheckSpans(Reader.English.Read(new Article(text))), iter: 1000);

    [Fact]
    public void Any_mix_of_quotation_marks_gives_a_reading_whose_spans_lie_inside_it_and_in_order() =>
        NastyText.Quotes.Sample(text => CheckSpans(Reader.English.Read(new Article(text))), iter: 1000);

    [Fact]
    public void The_same_text_gives_the_same_bytes_twice() =>
        NastyText.Any.Sample(text => Json(text).AsSpan().SequenceEqual(Json(text)), iter: 300);

    [Fact]
    public void Many_threads_give_the_bytes_that_one_gives()
    {
        var texts = Enumerable.Range(0, 24).Select(News.Article).ToArray();
        var alone = Array.ConvertAll(texts, Json);
        var together = new byte[texts.Length][];
        Parallel.For(0, texts.Length * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            together[i % texts.Length] = Json(texts[i % texts.Length]));
        for (var i = 0; i < texts.Length; i++) Assert.Equal(alone[i], together[i]);
    }

    [Fact]
    public void A_text_reads_the_same_after_any_other_text() =>
        Gen.Select(NastyText.Any, NastyText.Any).Sample((before, text) =>
        {
            var first = Json(text);
            Json(before);
            return first.AsSpan().SequenceEqual(Json(text));
        }, iter: 500);

    [Fact]
    public void Ranges_of_the_record_name_the_same_characters_as_spans_of_the_reading() =>
        NastyText.Any.Sample(text =>
        {
            var reading = Reader.English.Read(new Article(text));
            var record = Record.From(reading);
            var points = CodePointsOf(record.Document.Text);
            for (var s = 0; s < reading.Statements.Length; s++)
            {
                Same(reading.Statements[s].Source, record.Statements[s].Source);
                Same(reading.Statements[s].Cue, record.Statements[s].Cue);
                Same(reading.Statements[s].Content, record.Statements[s].Content);
            }

            void Same(ImmutableArray<Span> spans, ImmutableArray<CodePointRange> ranges)
            {
                Assert.Equal(spans.Length, ranges.Length);
                for (var k = 0; k < spans.Length; k++)
                    Assert.Equal(spans[k].In(record.Document.Text).ToString(), string.Concat(points[ranges[k].Start..ranges[k].End]));
            }
        }, iter: 500);

    [Fact]
    public void A_record_survives_its_JSON() =>
        NastyText.Any.Sample(text =>
        {
            var json = Json(text);
            return Record.FromJson(json).ToJson().AsSpan().SequenceEqual(json);
        }, iter: 1000);

    [Fact]
    public void A_body_outside_the_text_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Reader.English.Read(new Article("Short.") { Body = [new Span(0, 7)] }));
        Assert.Throws<ArgumentException>(() => Reader.English.Read(new Article("Short.") { Body = [new Span(3, 2), new Span(0, 2)] }));
    }

    [Fact]
    public void Any_body_given_is_kept_and_nothing_is_read_outside_it() =>
        Gen.Select(NastyText.Any, Gen.Int[0, 400], Gen.Int[0, 400]).Sample((text, a, b) =>
        {
            var body = Span.FromBounds(Math.Min(Math.Min(a, b), text.Length), Math.Min(Math.Max(a, b), text.Length));
            var reading = Reader.English.Read(new Article(text) { Body = [body] });
            CheckSpans(reading);
            Assert.Equal(body, Assert.Single(reading.Document.Body));
            foreach (var statement in reading.Statements)
                foreach (var span in statement.Source.Concat(statement.Cue).Concat(statement.Content)) Assert.True(body.Contains(span));
        }, iter: 1000);

    private static byte[] Json(string text) => Record.From(Reader.English.Read(new Article(text))).ToJson();

    private static void CheckSpans(Reading reading)
    {
        var document = reading.Document;
        CheckTokens(document);
        CheckRanges(document.Paragraphs, document.Tokens.Count);
        CheckRanges(document.Sentences, document.Tokens.Count);
        foreach (var quotation in document.Quotations)
        {
            Assert.True(Inside(document.Text, quotation.Whole) && quotation.Whole.Contains(quotation.Inner) && !quotation.Inner.IsEmpty);
            Assert.InRange(quotation.Depth, 0, 8);
        }

        for (var q = 1; q < document.Quotations.Length; q++)
            Assert.True(document.Quotations[q - 1].Whole.Start <= document.Quotations[q].Whole.Start);
        for (var s = 0; s < reading.Statements.Length; s++)
        {
            var statement = reading.Statements[s];
            Assert.Equal($"s{s + 1}", statement.Id);
            Assert.NotEmpty(statement.Content);
            Assert.InRange(statement.Score, 0, 1);
            CheckInOrder(document.Text, statement.Source);
            CheckInOrder(document.Text, statement.Cue);
            CheckInOrder(document.Text, statement.Content);
            if (s > 0) Assert.True(reading.Statements[s - 1].Content[0].Start <= statement.Content[0].Start);
            if (statement.Speaker is not { } speaker) continue;
            Assert.NotEmpty(speaker.Name);
            Assert.NotEmpty(speaker.Evidence);
            foreach (var span in speaker.Evidence) Assert.True(Inside(document.Text, span) && !span.IsEmpty);
        }
    }

    private static void CheckTokens(Document document)
    {
        var end = 0;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            var token = document.Tokens[i];
            Assert.True(token.Start >= end && token.Length > 0 && token.End <= document.Text.Length);
            foreach (var c in token.In(document.Text)) Assert.False(c is ' ' or '\n');
            end = token.End;
        }
    }

    // Ranges of tokens that cover all of them, one after the other.
    private static void CheckRanges(ImmutableArray<TokenRange> ranges, int count)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.Equal(end, range.First);
            Assert.True(range.Count > 0);
            end = range.End;
        }

        Assert.Equal(count, end);
    }

    private static void CheckInOrder(string text, ImmutableArray<Span> spans)
    {
        for (var k = 0; k < spans.Length; k++)
            Assert.True(Inside(text, spans[k]) && !spans[k].IsEmpty && (k == 0 || spans[k].Start >= spans[k - 1].End));
    }

    private static bool Inside(string text, Span span) => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;

    private static string[] CodePointsOf(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
}
