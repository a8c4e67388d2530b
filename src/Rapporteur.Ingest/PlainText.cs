using Rapporteur.Ingest.Pages;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Ingest;

/// <summary>A plain text taken as an article: the text stays as it is, labelled lines above it ("Date: ...") say what is known of it.</summary>
internal static class PlainText
{
    // Headers are short; the whole text, which may be very long, is taken apart later by the reader.
    private const int Reach = 8192;

    public static Article Read(string text)
    {
        var head = text[..Math.Min(text.Length, Reach)];
        var article = new Article(text);
        foreach (var line in TextHeader.Find(head, ParagraphSplitter.Find(head), LanguagePack.English).Lines)
        {
            var value = line.Value.In(head).ToString();
            if (value.Length == 0) continue;
            article = line.Gives switch
            {
                "title" => article with { Title = article.Title ?? value },
                "byline" => article with { Byline = article.Byline ?? value },
                "outlet" => article with { Outlet = article.Outlet ?? value },
                "url" => article with { Url = article.Url ?? value },
                "published" => article with { Published = article.Published ?? DateText.Parse(value) },
                "modified" => article with { Modified = article.Modified ?? DateText.Parse(value) },
                _ => article,
            };
        }

        return article;
    }
}
