using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Tests;

/// <summary>A text with labels in braces, as our own test sets write them: <c>{label words}</c>, nested as needed.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<(string Label, Span Span)> Marks)
{
    /// <summary>Takes the braces out; a mark's label ends at its first blank.</summary>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(string, Span)>();
        var open = new Stack<(string Label, int Start, int Slot)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var blank = marked.IndexOf(' ', i);
                open.Push((marked[(i + 1)..blank], text.Length, marks.Count));
                marks.Add(default);
                i = blank;
            }
            else if (marked[i] == '}')
            {
                var (label, start, slot) = open.Pop();
                marks[slot] = (label, Span.FromBounds(start, text.Length));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0) throw new InvalidDataException($"a brace is left open: {marked}");
        return new MarkedText(text.ToString(), marks);
    }

    /// <summary>The lines of a test set beside this project's sources, without comments.</summary>
    public static string[] Lines(params string[] path) =>
        [.. File.ReadLines(Repository.File(["tests", "Rapporteur.Tests", .. path])).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The spans with a label.</summary>
    public IEnumerable<Span> Of(string label) => Marks.Where(m => m.Label == label).Select(m => m.Span);
}
