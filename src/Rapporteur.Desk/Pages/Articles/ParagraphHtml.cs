using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>
/// The words of a paragraph as HTML. It is written here and not in a template because no blank may come between two segments; every
/// character of the article goes through the encoder.
/// </summary>
internal sealed class ParagraphHtml(Paragraph paragraph, string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in paragraph.Segments)
        {
            foreach (var number in segment.Begins)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<a class=\"ref\" id=\"s{number}\" href=\"#about-s{number}\"><span class=\"unseen\">Statement </span>{number}</a>"));
            var words = Printed.Text(segment.Span.In(text));
            if (segment.Marks.IsEmpty) encoder.Encode(writer, words);
            else Write(writer, encoder, segment.Marks, words, linked);
        }
    }

    private static void Write(TextWriter writer, HtmlEncoder encoder, ImmutableArray<Mark> marks, string words, HashSet<string> linked)
    {
        var statements = string.Join(' ', marks.Where(mark => mark.Statement > 0).Select(mark => mark.Statement).Distinct());
        var others = marks.Where(mark => mark is { Statement: 0, About: not null }).Select(mark => mark.About!).Distinct().ToList();
        var element = others.Count > 0 && !string.IsNullOrWhiteSpace(words) ? "a" : "span";
        writer.Write($"<{element} class=\"{string.Join(' ', Classes(marks))}\"");
        if (statements.Length > 0) writer.Write($" data-s=\"{statements}\"");
        if (others.Count > 0) writer.Write($" data-about=\"{string.Join(' ', others)}\"");
        if (element == "a") writer.Write($" href=\"#{others[^1]}\"");

        // One stop of the tabulator is enough for what stands several times in a paragraph, or is cut by other marks.
        if (element == "a" && !linked.Add(others[^1])) writer.Write(" tabindex=\"-1\"");
        writer.Write('>');
        encoder.Encode(writer, words);
        writer.Write($"</{element}>");
    }

    private static IEnumerable<string> Classes(ImmutableArray<Mark> marks)
    {
        var inQuotation = marks.Any(mark => mark.Kind == MarkKind.Quotation);
        var contents = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            if (mark.Kind is MarkKind.Quoted or MarkKind.Reported) contents++;
            var name = mark.Kind switch
            {
                MarkKind.Quotation => "",
                MarkKind.Reported when inQuotation => "quoted",
                _ => Printed.Word(mark.Kind),
            };
            if (name.Length > 0 && seen.Add(name)) yield return name;
        }

        if (contents > 1) yield return "deep";
    }
}
