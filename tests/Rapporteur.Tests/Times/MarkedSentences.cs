using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Tests.Times;

/// <summary>A sentence of the project's own set, its time expressions marked: see times.txt for the notation.</summary>
internal sealed partial record MarkedSentence(string Text, PublicationDate Published, IReadOnlyList<MarkedExpression> Expected)
{
    public static IReadOnlyList<MarkedSentence> ReadFile(string name) =>
        [.. File.ReadLines(Repository.File("tests", "Rapporteur.Tests", "Times", name)).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    private static MarkedSentence Parse(string line)
    {
        var parts = line.Split(" | ", 2);
        var text = new StringBuilder();
        var expected = new List<MarkedExpression>();
        var last = 0;
        foreach (Match mark in Mark().Matches(parts[1]))
        {
            text.Append(parts[1], last, mark.Index - last);
            var words = mark.Groups["words"].Value;
            var values = mark.Groups["values"].Value.Split(' ');
            expected.Add(new MarkedExpression(new Span(text.Length, words.Length), values[0], values[1], values.ElementAtOrDefault(2)));
            text.Append(words);
            last = mark.Index + mark.Length;
        }

        text.Append(parts[1], last, parts[1].Length - last);
        return new MarkedSentence(text.ToString(), new PublicationDate(DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)), expected);
    }

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\{(?<values>[^}]+)\}")]
    private static partial Regex Mark();
}

/// <summary>A time expression as marked.</summary>
internal sealed record MarkedExpression(Span Span, string Type, string Value, string? Mod);
