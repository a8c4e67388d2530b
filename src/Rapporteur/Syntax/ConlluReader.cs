using System.Globalization;
using System.Text;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// Reads CoNLL-U (universaldependencies.org/format): ten columns, <c># newdoc</c> and <c># newpar</c>, words written together,
/// <c>SpaceAfter=No</c>. Empty nodes and columns that are not used are passed over.
/// </summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>The documents of a file, one after the other as they are asked for.</summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U; the message names it.</exception>
    public static IEnumerable<ConlluDocument> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReadAll(reader);
    }

    private static IEnumerable<ConlluDocument> ReadAll(TextReader reader)
    {
        var building = new Building();
        var comments = new List<string>();
        var words = new List<ConlluWord>();
        var groups = new List<ConlluGroup>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0) building.Add(comments, words, groups);
                comments.Clear();
                words.Clear();
                groups.Clear();
            }
            else if (line[0] == '#')
            {
                if (StartsDocument(line) && building.Finish() is { } document) yield return document;
                comments.Add(line);
            }
            else
            {
                Take(line, number, words, groups);
            }
        }

        if (words.Count > 0) building.Add(comments, words, groups);
        if (building.Finish() is { } rest) yield return rest;
    }

    private static void Take(string line, int number, List<ConlluWord> words, List<ConlluGroup> groups)
    {
        var columns = line.Split('\t');
        if (columns.Length != Columns) throw new InvalidDataException($"line {number}: {columns.Length} columns, {Columns} expected");
        if (columns[0].Contains('.')) return;
        if (columns[0].Split('-') is [var first, var last])
        {
            groups.Add(new ConlluGroup(Number(first, number), Number(last, number), columns[1], columns[9]));
            return;
        }

        if (Number(columns[0], number) != words.Count + 1) throw new InvalidDataException($"line {number}: word {words.Count + 1} expected");
        if (columns[1].Length == 0 || columns[1].All(Tokenizer.IsBlank)) throw new InvalidDataException($"line {number}: the word is empty");
        words.Add(new ConlluWord(columns[1], columns[2], columns[3], columns[4], columns[5], columns[6] == "_" ? 0 : Number(columns[6], number), columns[7], columns[9]));
    }

    private static bool StartsDocument(string comment) => comment.StartsWith("# newdoc", StringComparison.Ordinal);

    private static int Number(string digits, int line) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new InvalidDataException($"line {line}: '{digits}' is no number");

    /// <summary>The document that is being put together.</summary>
    private sealed class Building
    {
        private readonly StringBuilder _text = new();
        private readonly List<ConlluSentence> _sentences = [];
        private readonly List<Span> _tokens = [];
        private readonly List<int> _paragraphs = [];
        private bool _spaced;

        public void Add(List<string> comments, List<ConlluWord> words, List<ConlluGroup> groups)
        {
            if (_sentences.Count == 0 || comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal) || StartsDocument(c)))
            {
                if (_text.Length > 0) _text.Append("\n\n");
                _spaced = false;
                _paragraphs.Add(_tokens.Count);
            }

            _sentences.Add(new ConlluSentence([.. comments], [.. words], [.. groups], _tokens.Count));
            var group = 0;
            for (var w = 1; w <= words.Count; w++)
            {
                if (_spaced) _text.Append(' ');
                var form = words[w - 1].Form;
                _tokens.Add(new Span(_text.Length, form.Length));
                _text.Append(form);
                while (group < groups.Count && groups[group].Last < w) group++;
                var inside = group < groups.Count && w >= groups[group].First;
                var misc = inside ? groups[group].Misc : words[w - 1].Misc;
                _spaced = !(inside && w < groups[group].Last) && !misc.Split('|').Contains("SpaceAfter=No");
            }
        }

        public ConlluDocument? Finish()
        {
            if (_sentences.Count == 0) return null;
            var id = _sentences[0].Comments.FirstOrDefault(StartsDocument)?.Split('=', 2) is [_, var name] ? name.Trim() : "";
            var paragraphs = _paragraphs.Zip(_paragraphs.Skip(1).Append(_tokens.Count), (first, end) => new TokenRange(first, end));
            var sentences = _sentences.Select(s => new TokenRange(s.First, s.First + s.Words.Count));
            var document = Document.Given(_text.ToString(), _tokens, [.. paragraphs], [.. sentences], LanguagePack.English);
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
