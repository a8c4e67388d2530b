using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>A statement as tokens: the ranges of its source, cue and content, and the sentences that they stand in.</summary>
internal sealed class StatementWords
{
    // A speech printed whole is one content; what it does shows in its first sentences, and its end.
    private const int MostContent = 400;

    public StatementWords(TokenWords words, EntityIndex entities, Statement statement)
    {
        Words = words;
        Entities = entities;
        Statement = statement;
        Source = Ranges(statement.Source);
        Cue = Ranges(statement.Cue);
        Content = Ranges(statement.Content);
        var first = Content[0].First;
        var end = Math.Min(Content[^1].End, first + MostContent);
        Sentences = new TokenRange(SentenceAt(first), SentenceAt(end - 1) + 1);
    }

    public TokenWords Words { get; }

    public EntityIndex Entities { get; }

    public Statement Statement { get; }

    public ImmutableArray<TokenRange> Source { get; }

    public ImmutableArray<TokenRange> Cue { get; }

    /// <summary>The content without the marks around it; one range at least, none empty.</summary>
    public ImmutableArray<TokenRange> Content { get; }

    /// <summary>The numbers of the sentences that the content touches.</summary>
    public TokenRange Sentences { get; }

    public bool IsDirect => Statement.Kind == StatementKind.Direct;

    public bool IsContent(int token) => Holds(Content, token);

    public bool IsSource(int token) => Holds(Source, token);

    public bool IsCue(int token) => Holds(Cue, token);

    /// <summary>The parts of the content that stand in one sentence each, in order.</summary>
    public IEnumerable<TokenRange> Parts()
    {
        var budget = MostContent;
        foreach (var range in Content)
        {
            for (var s = SentenceAt(range.First); s < Words.Document.Sentences.Length && budget > 0; s++)
            {
                var sentence = Words.Document.Sentences[s];
                if (sentence.First >= range.End) break;
                var part = Trimmed(new TokenRange(Math.Max(range.First, sentence.First), Math.Min(range.End, sentence.End)));
                budget -= part.Count;
                if (part.Count > 0) yield return part;
            }
        }
    }

    /// <summary>What of a sentence lies near the content: all of it, but for sentences of hundreds of words that hold many contents.</summary>
    public TokenRange Near(TokenRange sentence)
    {
        var first = Math.Max(sentence.First, Content[0].First - MostContent);
        return new TokenRange(first, Math.Max(first, Math.Min(sentence.End, Content[0].First + 2 * MostContent)));
    }

    public int SentenceAt(int token)
    {
        var sentences = Words.Document.Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End > token) high = middle; else low = middle + 1;
        }

        return low;
    }

    /// <summary>A range without quotation marks, commas and blanks at its edges; a mark that ends a sentence stays.</summary>
    public TokenRange Trimmed(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end && IsEdge(first)) first++;
        while (end > first && IsEdge(end - 1)) end--;
        return new TokenRange(first, end);
    }

    private bool IsEdge(int token) =>
        Words.Document.Tokens.Kinds[token] == TokenKind.Mark && Words.Form(token)[0] is not ('?' or '!' or '.' or '…' or '$' or '£' or '€' or '(' or ')' or '[' or ']');

    private ImmutableArray<TokenRange> Ranges(ImmutableArray<Span> spans)
    {
        var ranges = ImmutableArray.CreateBuilder<TokenRange>(spans.Length);
        foreach (var span in spans)
        {
            var range = Words.Document.Tokens.Touching(span);
            if (range.Count > 0) ranges.Add(range);
        }

        return ranges.ToImmutable();
    }

    private static bool Holds(ImmutableArray<TokenRange> ranges, int token)
    {
        foreach (var range in ranges) if (token >= range.First && token < range.End) return true;
        return false;
    }
}
