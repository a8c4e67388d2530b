using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// Writes CoNLL-U (universaldependencies.org/format): <c># text</c>, <c># sent_id</c>, lemmas, both tags, features, heads and relations;
/// in MISC <c>SpaceAfter=No</c> and <c>TokenRange</c>, the place in the text in Unicode code points. Lines end in a line feed.
/// </summary>
public static class ConlluWriter
{
    /// <summary>Writes a document that was read from a text.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="document">The text, taken apart.</param>
    /// <param name="syntax">Its grammar.</param>
    /// <param name="features">The features of its words (<see cref="Reader.ReadFeatures"/>), or null to leave them out.</param>
    /// <param name="misc">Gives more for the MISC column of a token, as <c>Name=Value</c>, or null for nothing more.</param>
    /// <param name="comment">A comment at the beginning of the document, as it is written, or null for none.</param>
    public static void Write(
        TextWriter writer, string id, Document document, DocumentSyntax syntax, IReadOnlyList<string>? features = null, Func<int, string?>? misc = null, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(syntax);
        var points = new CodePoints(document.Text);
        writer.Write($"# newdoc id = {OneLine(id)}\n");
        if (comment is not null) writer.Write($"{OneLine(comment)}\n");
        var paragraph = 0;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            while (paragraph < document.Paragraphs.Length && document.Paragraphs[paragraph].End <= sentence.First) paragraph++;
            if (sentence.First == document.Paragraphs[paragraph].First) writer.Write("# newpar\n");
            var text = Span.FromBounds(document.Tokens.Starts[sentence.First], document.Tokens[sentence.End - 1].End);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(id)}-{s + 1}\n# text = {OneLine(text.In(document.Text))}\n"));
            var end = sentence.First;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (i >= end && (end = GroupEnd(document, i, sentence.End)) > i + 1)
                {
                    var whole = Span.FromBounds(document.Tokens.Starts[i], document.Tokens[end - 1].End);
                    writer.Write(string.Create(CultureInfo.InvariantCulture,
                        $"{i - sentence.First + 1}-{end - sentence.First}\t{whole.In(document.Text)}\t_\t_\t_\t_\t_\t_\t_\t{Misc(document, end - 1, whole, points)}\n"));
                }

                var grouped = end > i + 1 || (i > sentence.First && GoesOn(document, i));
                var own = grouped ? Range(document.Tokens[i], points) : Misc(document, i, document.Tokens[i], points);
                WriteWord(writer, document, syntax, features, sentence, i, misc?.Invoke(i) is { } more ? $"{own}|{more}" : own);
            }

            writer.Write('\n');
        }
    }

    /// <summary>Writes a document that was read from CoNLL-U, its words, comments and MISC as they were, the rest as it is now.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="given">What was read.</param>
    /// <param name="syntax">The grammar of its document.</param>
    /// <param name="features">The features of its words, or null to leave them out.</param>
    public static void Write(TextWriter writer, ConlluDocument given, DocumentSyntax syntax, IReadOnlyList<string>? features = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(syntax);
        foreach (var sentence in given.Sentences)
        {
            foreach (var comment in sentence.Comments) writer.Write($"{comment}\n");
            var range = new TokenRange(sentence.First, sentence.First + sentence.Words.Count);
            var group = 0;
            for (var w = 0; w < sentence.Words.Count; w++)
            {
                for (; group < sentence.Groups.Count && sentence.Groups[group].First == w + 1; group++)
                {
                    var g = sentence.Groups[group];
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{g.First}-{g.Last}\t{g.Form}\t_\t_\t_\t_\t_\t_\t_\t{g.Misc}\n"));
                }

                WriteWord(writer, given.Document, syntax, features, range, sentence.First + w, sentence.Words[w].Misc);
            }

            writer.Write('\n');
        }
    }

    private static void WriteWord(
        TextWriter writer, Document document, DocumentSyntax syntax, IReadOnlyList<string>? features, TokenRange sentence, int i, string misc)
    {
        var head = syntax.Heads[i] < 0 ? 0 : syntax.Heads[i] - sentence.First + 1;
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"{i - sentence.First + 1}\t{document.Tokens[i].In(document.Text)}\t{syntax.Lemma(i)}\t{syntax.UniversalTags[i].Name()}\t{syntax.PennTags[i].Name()}\t{(features?[i] is { Length: > 0 } f ? f : "_")}\t{head}\t{syntax.Relations[i].Name()}\t_\t{misc}\n"));
    }

    // Word against word without space between: a word and its clitic, which are one word on paper.
    private static bool GoesOn(Document document, int i) =>
        document.Tokens.Starts[i] == document.Tokens[i - 1].End && document.Tokens.Kinds[i] == TokenKind.Word && document.Tokens.Kinds[i - 1] == TokenKind.Word;

    private static int GroupEnd(Document document, int i, int sentenceEnd)
    {
        var end = i + 1;
        while (end < sentenceEnd && GoesOn(document, end)) end++;
        return end;
    }

    private static string Misc(Document document, int last, Span token, CodePoints points)
    {
        var spaced = token.End >= document.Text.Length || last + 1 >= document.Tokens.Count || document.Tokens.Starts[last + 1] > token.End;
        return (spaced ? "" : "SpaceAfter=No|") + Range(token, points);
    }

    private static string Range(Span token, CodePoints points)
    {
        var (start, end) = points.FromUtf16(token);
        return string.Create(CultureInfo.InvariantCulture, $"TokenRange={start}:{end}");
    }

    private static string OneLine(ReadOnlySpan<char> text)
    {
        Span<char> line = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++) line[i] = text[i] is '\n' or '\r' or '\t' || char.IsControl(text[i]) ? ' ' : text[i];
        return line.ToString();
    }
}
