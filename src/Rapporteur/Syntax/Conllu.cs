using System.Text;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>One word of a CoNLL-U file: the columns that are used, as written there.</summary>
/// <param name="Form">The word.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Universal">UPOS.</param>
/// <param name="Penn">XPOS.</param>
/// <param name="Head">The number of its head in the sentence, from 1; 0 for the root.</param>
/// <param name="Relation">DEPREL.</param>
/// <param name="Misc">MISC.</param>
internal sealed record ConlluWord(string Form, string Lemma, string Universal, string Penn, int Head, string Relation, string Misc);

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Comments">The lines before it, with their number sign.</param>
/// <param name="Words">Its words.</param>
/// <param name="First">The number of its first word among those of its document.</param>
internal sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<ConlluWord> Words, int First);

/// <summary>A document of a CoNLL-U file: its sentences, and the text that they spell.</summary>
/// <param name="Id">The document's id, or the empty string.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Document">The text with the tokens and sentences given.</param>
internal sealed record ConlluDocument(string Id, IReadOnlyList<ConlluSentence> Sentences, Document Document)
{
    /// <summary>All words, beside the document's tokens.</summary>
    public IReadOnlyList<ConlluWord> Words { get; } = [.. Sentences.SelectMany(s => s.Words)];
}

/// <summary>
/// Reads CoNLL-U (universaldependencies.org/format): ten columns, <c># newdoc</c> and <c># newpar</c>, words written together,
/// <c>SpaceAfter=No</c>. Empty nodes and columns that are not used are passed over.
/// </summary>
internal static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>The documents of a file.</summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U; the message names it.</exception>
    public static IEnumerable<ConlluDocument> Read(TextReader reader, LanguagePack language)
    {
        var building = new Building(language);
        var comments = new List<string>();
        var words = new List<ConlluWord>();
        var together = 0;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0) building.Add(comments, words);
                comments.Clear();
                words.Clear();
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal) && building.Finish() is { } document) yield return document;
                comments.Add(line);
            }
            else
            {
                var columns = line.Split('\t');
                if (columns.Length != Columns) throw new InvalidDataException($"line {number}: {columns.Length} columns, {Columns} expected");
                if (columns[0].Contains('.')) continue;
                if (columns[0].Split('-') is [_, var last])
                {
                    together = Number(last, number);
                    building.LastOfGroup[together] = columns[9];
                    continue;
                }

                var id = Number(columns[0], number);
                var spacing = id < together ? "SpaceAfter=No" : id == together ? building.LastOfGroup[together] : "_";
                words.Add(new ConlluWord(columns[1], columns[2], columns[3], columns[4], columns[6] == "_" ? 0 : Number(columns[6], number), columns[7],
                    spacing == "_" ? columns[9] : columns[9] == "_" ? spacing : $"{columns[9]}|{spacing}"));
                if (words.Count != id) throw new InvalidDataException($"line {number}: word {words.Count} expected");
                if (words.Count >= together) together = 0;
            }
        }

        if (words.Count > 0) building.Add(comments, words);
        if (building.Finish() is { } rest) yield return rest;
    }

    private static int Number(string digits, int line) =>
        int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : throw new InvalidDataException($"line {line}: '{digits}' is no number");

    /// <summary>The document that is being put together.</summary>
    private sealed class Building(LanguagePack language)
    {
        private readonly StringBuilder _text = new();
        private readonly List<ConlluSentence> _sentences = [];
        private readonly List<Span> _tokens = [];
        private readonly List<int> _paragraphs = [];
        private bool _spaced;

        public Dictionary<int, string> LastOfGroup { get; } = [];

        public void Add(List<string> comments, List<ConlluWord> words)
        {
            if (_sentences.Count == 0 || comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal) || c.StartsWith("# newdoc", StringComparison.Ordinal)))
            {
                if (_text.Length > 0) _text.Append("\n\n");
                _spaced = false;
                _paragraphs.Add(_tokens.Count);
            }

            _sentences.Add(new ConlluSentence([.. comments], [.. words], _tokens.Count));
            foreach (var word in words)
            {
                if (_spaced) _text.Append(' ');
                _tokens.Add(new Span(_text.Length, word.Form.Length));
                _text.Append(word.Form);
                _spaced = !word.Misc.Split('|').Contains("SpaceAfter=No");
            }

            LastOfGroup.Clear();
        }

        public ConlluDocument? Finish()
        {
            if (_sentences.Count == 0) return null;
            var id = _sentences[0].Comments.FirstOrDefault(c => c.StartsWith("# newdoc", StringComparison.Ordinal))?.Split('=', 2) is [_, var name] ? name.Trim() : "";
            var paragraphs = _paragraphs.Zip(_paragraphs.Skip(1).Append(_tokens.Count), (first, end) => new TokenRange(first, end));
            var sentences = _sentences.Select(s => new TokenRange(s.First, s.First + s.Words.Count));
            var document = Document.Given(_text.ToString(), _tokens, [.. paragraphs], [.. sentences], language);
            var finished = new ConlluDocument(id, [.. _sentences], document);
            _text.Clear();
            _sentences.Clear();
            _tokens.Clear();
            _paragraphs.Clear();
            _spaced = false;
            return finished;
        }
    }
}
