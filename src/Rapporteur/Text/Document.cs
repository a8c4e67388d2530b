using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Quotations;

namespace Rapporteur.Text;

/// <summary>A text taken apart: body, paragraphs, sentences, tokens, quotations. Immutable; all spans in UTF-16 units.</summary>
public sealed class Document
{
    private Document(string text, ImmutableArray<Span> body, Tokens tokens, ImmutableArray<TokenRange> paragraphs,
        ImmutableArray<TokenRange> sentences, ImmutableArray<Quotation> quotations)
    {
        Text = text;
        Body = body;
        Tokens = tokens;
        Paragraphs = paragraphs;
        Sentences = sentences;
        Quotations = quotations;
    }

    /// <summary>The whole text, as given.</summary>
    public string Text { get; }

    /// <summary>The stretches of the text that are the article and not page furniture, in order.</summary>
    public ImmutableArray<Span> Body { get; }

    /// <summary>The tokens of the body.</summary>
    public Tokens Tokens { get; }

    /// <summary>The paragraphs of the body, each a range of tokens.</summary>
    public ImmutableArray<TokenRange> Paragraphs { get; }

    /// <summary>The sentences of the body, each a range of tokens; none crosses a paragraph.</summary>
    public ImmutableArray<TokenRange> Sentences { get; }

    /// <summary>The quotations of the body, by their start; one inside another follows it.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Takes <paramref name="text"/> apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="body">The stretches that are the article, in order and apart; null to find them.</param>
    /// <param name="language">The language the text is in.</param>
    /// <exception cref="ArgumentException">A stretch of the body lies outside the text, or before the one it follows.</exception>
    internal static Document Parse(string text, ImmutableArray<Span>? body, LanguagePack language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = ParagraphSplitter.Find(text);
        if (body is { } given) Check(text, given);
        var ranges = body ?? BodyDetector.Find(text, lines, language);

        var tokens = new Tokens(text.Length / 5 + 16);
        var paragraphs = ImmutableArray.CreateBuilder<TokenRange>(lines.Count);
        var spans = new List<Span>(lines.Count);
        var range = 0;
        foreach (var line in lines)
        {
            // The parts of this line that the body covers: commonly all of it or nothing.
            while (range < ranges.Length && ranges[range].End <= line.Start) range++;
            for (var r = range; r < ranges.Length && ranges[r].Start < line.End; r++)
            {
                var part = Span.FromBounds(Math.Max(line.Start, ranges[r].Start), Math.Min(line.End, ranges[r].End));
                var first = tokens.Count;
                Tokenizer.Tokenize(text, part, language, tokens);
                if (tokens.Count == first) continue;
                paragraphs.Add(new TokenRange(first, tokens.Count));
                spans.Add(part);
            }
        }

        var sentences = SentenceSplitter.Find(text, tokens, paragraphs, language);
        return new Document(text, ranges, tokens, paragraphs.ToImmutable(), sentences,
            QuotationMarks.Find(text, spans, language));
    }

    /// <summary>A document whose tokens, paragraphs and sentences are given, as from a treebank; all of the text is its body.</summary>
    internal static Document Given(string text, IReadOnlyList<Span> words, ImmutableArray<TokenRange> paragraphs,
        ImmutableArray<TokenRange> sentences, LanguagePack language)
    {
        var tokens = new Tokens(words.Count);
        foreach (var word in words) tokens.Add(word.Start, word.Length, Tokenizer.KindOf(word.In(text)));
        var spans = paragraphs.Select(p => Span.FromBounds(tokens.Starts[p.First], tokens[p.End - 1].End)).ToList();
        return new Document(text, [new Span(0, text.Length)], tokens, paragraphs, sentences, QuotationMarks.Find(text, spans, language));
    }

    private static void Check(string text, ImmutableArray<Span> body)
    {
        var end = 0;
        foreach (var span in body)
        {
            if (span.Start < end || span.Length < 0 || span.End > text.Length)
                throw new ArgumentException($"The body's span {span} is outside the text or out of order.", nameof(body));
            end = span.End;
        }
    }
}
