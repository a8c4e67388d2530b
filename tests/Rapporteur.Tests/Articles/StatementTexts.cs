namespace Rapporteur.Tests.Articles;

/// <summary>The statements of a reading as words, for tests that ask what was found and not where.</summary>
internal sealed class StatementTexts
{
    private readonly Reading _reading;

    private StatementTexts(Reading reading) => _reading = reading;

    public static StatementTexts Of(string text, PublicationDate? published = null) =>
        new(Reader.English.Read(new Article(text) { Published = published }));

    /// <summary>Quotations that stand in no other, with their marks.</summary>
    public IReadOnlyList<string> OuterQuotations =>
        [.. _reading.Document.Quotations.Where(q => q.Depth == 0).Select(q => q.Whole.In(_reading.Document.Text).ToString())];

    /// <summary>Whether a statement has a source, a cue and a content with these words in them.</summary>
    public bool Have(string source, string cue, string content) => _reading.Statements.Any(s =>
        Text(s.Source).Contains(source, StringComparison.Ordinal) && Text(s.Cue).Contains(cue, StringComparison.Ordinal)
        && Text(s.Content).Contains(content, StringComparison.Ordinal));

    /// <summary>Who passed on the shortest content with these words.</summary>
    public IEnumerable<string> RelaysOf(string content) => _reading.Statements
        .Where(s => Text(s.Content).Contains(content, StringComparison.Ordinal)).MinBy(s => Text(s.Content).Length)!.Relays.Select(r => r.Name);

    /// <summary>Whether one span of one statement's content covers the quotation.</summary>
    public bool HoldWhole(string quotation) => _reading.Statements.Any(s =>
        s.Content.Any(span => span.In(_reading.Document.Text).ToString().Contains(quotation, StringComparison.Ordinal)));

    public override string ToString() => string.Join('\n', _reading.Statements.Select(s =>
        $"{s.Kind}: {Text(s.Source)} | {Text(s.Cue)} | {Text(s.Content)}"));

    private string Text(IEnumerable<Rapporteur.Text.Span> spans) =>
        string.Join(" ... ", spans.Select(span => span.In(_reading.Document.Text).ToString()));
}
