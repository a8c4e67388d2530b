using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>
/// A record in the standoff format of the brat annotation tool: the text, and annotations that point into it by Unicode code
/// points. Each statement is a <c>Content</c> with relations to its <c>Source</c> and <c>Cue</c>, its kind as an attribute and
/// its speaker's name as a note.
/// </summary>
/// <remarks>
/// The format: https://brat.nlplab.org/standoff.html. An annotation there may not run over a line break or tabulator, so that
/// one which does becomes several fragments.
/// </remarks>
/// <param name="Text">The contents of the <c>.txt</c> file.</param>
/// <param name="Annotations">The contents of the <c>.ann</c> file.</param>
public sealed record BratStandoff(string Text, string Annotations)
{
    /// <summary>The contents of <c>annotation.conf</c>, which tells brat what annotations there are; one for a folder.</summary>
    public const string Configuration = """
        [entities]
        Source
        Cue
        Content

        [relations]
        SaidBy	Arg1:Content, Arg2:Source
        ReportedBy	Arg1:Content, Arg2:Cue
        <OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

        [events]

        [attributes]
        Kind	Arg:Content, Value:direct|mixed|indirect

        """;

    /// <summary>The standoff annotations of a record.</summary>
    public static BratStandoff From(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var lines = new Lines(record.Document.Text);
        foreach (var statement in record.Statements) lines.Add(statement);
        return new BratStandoff(record.Document.Text, lines.ToString());
    }

    private sealed class Lines(string text)
    {
        private readonly CodePoints _points = new(text);
        private readonly StringBuilder _lines = new();
        private readonly Dictionary<string, string> _entities = new(StringComparer.Ordinal);
        private int _relations, _attributes, _notes;

        public void Add(RecordStatement statement)
        {
            if (Entity("Content", statement.Content) is not { } content) return;
            if (Entity("Source", statement.Source) is { } source) Line($"R{++_relations}\tSaidBy Arg1:{content} Arg2:{source}");
            if (Entity("Cue", statement.Cue) is { } cue) Line($"R{++_relations}\tReportedBy Arg1:{content} Arg2:{cue}");
            Line($"A{++_attributes}\tKind {content} {statement.Kind switch
            {
                Statements.StatementKind.Direct => "direct",
                Statements.StatementKind.Mixed => "mixed",
                _ => "indirect",
            }}");
            if (statement.Speaker is { } speaker) Line($"#{++_notes}\tAnnotatorNotes {content}\t{OneLine(speaker.Name)}");
        }

        public override string ToString() => _lines.ToString();

        // Two statements may share their source or cue: brat wants one annotation then. Null where there is nothing to mark.
        private string? Entity(string type, ImmutableArray<CodePointRange> ranges)
        {
            var fragments = ranges.SelectMany(Fragments).ToList();
            if (fragments.Count == 0) return null;
            var place = string.Join(';', fragments.Select(span => _points.FromUtf16(span))
                .Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Start} {range.End}")));
            var key = $"{type} {place}";
            if (_entities.TryGetValue(key, out var id)) return id;
            id = _entities[key] = string.Create(CultureInfo.InvariantCulture, $"T{_entities.Count + 1}");
            Line($"{id}\t{key}\t{string.Join(' ', fragments.Select(span => span.In(text).ToString()))}");
            return id;
        }

        private IEnumerable<Span> Fragments(CodePointRange range)
        {
            var whole = _points.ToUtf16(range.Start, range.End);
            var start = whole.Start;
            for (var i = whole.Start; i <= whole.End; i++)
            {
                if (i < whole.End && !BreaksLine(text[i])) continue;
                var end = i;
                while (start < end && char.IsWhiteSpace(text[start])) start++;
                while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
                if (end > start) yield return Span.FromBounds(start, end);
                start = i + 1;
            }
        }

        private void Line(string line) => _lines.Append(line).Append('\n');

        // Python, which brat is written in, breaks lines at all of these.
        private static bool BreaksLine(char c) =>
            c is '\t' or (>= '\n' and <= '\r') or (>= '\u001C' and <= '\u001E') or '\u0085' or '\u2028' or '\u2029';

        private static string OneLine(string name) => string.Concat(name.Select(c => BreaksLine(c) ? ' ' : c));
    }
}
