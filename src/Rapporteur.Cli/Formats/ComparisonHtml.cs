using System.Net;
using System.Text;
using Rapporteur.Archive.Comparison;

namespace Rapporteur.Cli.Formats;

/// <summary>Comparisons as one page that needs nothing but itself: no script, no address of another server.</summary>
internal sealed class ComparisonHtml : IOutputFormat<StatementComparison>
{
    public string Start =>
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>The same words, side by side</title>
        <style>
        body { font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        section { border-top: 1px solid #8886; padding: 1rem 0; }
        blockquote { font: 1.2rem/1.5 Georgia, serif; margin: 0 0 .3rem; }
        article { margin: 1rem 0 0 1.2rem; padding-left: .8rem; border-left: 3px solid #8886; }
        article.changed { border-color: #c60; } article.exact { border-color: #385; } article p { margin: .2rem 0; }
        .facts { font-size: .85rem; opacity: .75; } .kind { font-weight: 600; } .other { color: #b00; font-weight: 600; }
        del { color: #b00; } ins { color: #274; text-decoration: none; border-bottom: 2px solid; } .cut { opacity: .55; }
        @media (prefers-color-scheme: dark) { del, .other { color: #f88; } ins { color: #8d8; } }
        </style></head><body>
        <h1>The same words, side by side</h1>
        <p class="facts">Struck out: words that this article left out. Underlined: words that only it has. Pale: cut at the beginning or end, or marked by the outlet itself.</p>

        """;

    public string Between => "";

    public ReadOnlyMemory<byte> Render(StatementComparison comparison)
    {
        var page = new StringBuilder();
        page.Append("<section>\n<blockquote>“").Append(Encoded(comparison.Original.Words)).Append("”</blockquote>\n<p class=\"facts\"><strong>")
            .Append(Encoded(comparison.Original.Speaker ?? "(speaker not named)")).Append("</strong> · ").Append(Facts(comparison.Original)).Append("</p>\n");
        foreach (var variant in comparison.Variants) Write(page, variant);
        return Encoding.UTF8.GetBytes(page.Append("</section>\n").ToString());
    }

    public string End() => "</body></html>\n";

    private static void Write(StringBuilder page, Variant variant)
    {
        page.Append("<article class=\"").Append(variant.Kind.ToString().ToLowerInvariant()).Append("\">\n<p><span class=\"kind\">")
            .Append(ComparisonFormats.NameOf(variant.Kind)).Append("</span> · ").Append(Encoded(variant.Printing.Speaker ?? "(speaker not named)"));
        if (variant.Agreement == SpeakerAgreement.Differs) page.Append(" <span class=\"other\">another speaker</span>");
        page.Append("</p>\n<p class=\"facts\">").Append(Facts(variant.Printing)).Append("</p>\n<p>");
        foreach (var step in variant.Steps)
        {
            if (step.Kind == WordingKind.Same)
            {
                page.Append(Encoded(step.Printed)).Append(' ');
                continue;
            }

            var pale = step.Marked || step.Kind == WordingKind.Cut ? " class=\"cut\"" : "";
            if (step.Original.Length > 0) page.Append("<del").Append(pale).Append('>').Append(Encoded(step.Original)).Append("</del> ");
            if (step.Printed.Length > 0) page.Append("<ins").Append(pale).Append('>').Append(Encoded(step.Printed)).Append("</ins> ");
        }

        page.Append("</p>\n</article>\n");
    }

    private static string Facts(Printing printing)
    {
        var facts = Encoded(string.Join(" · ", ComparisonFormats.Facts(printing)));
        return Uri.TryCreate(printing.Url, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
            ? $"<a href=\"{Encoded(url.AbsoluteUri)}\">{facts}</a>"
            : facts;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(Printable.OneLine(text));
}
