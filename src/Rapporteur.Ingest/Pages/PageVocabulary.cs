using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>How sure an element's names are.</summary>
internal enum Naming
{
    /// <summary>They say nothing.</summary>
    None,

    /// <summary>They say so, as they do at times of an element that holds the article too.</summary>
    Likely,

    /// <summary>They say so, and mean it.</summary>
    Certain,
}

/// <summary>What the elements of web pages are called and what their names tell.</summary>
internal static class PageVocabulary
{
    private static readonly FrozenSet<string> NeverText = new[]
    {
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "frame", "object", "embed", "applet", "canvas", "video",
        "audio", "map", "button", "input", "select", "textarea", "option", "datalist", "progress", "meter", "dialog", "link", "meta",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "menu", "legend", "search",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrases Furniture = new("furniture-classes.txt");
    private static readonly Phrases Body = new("body-classes.txt");

    /// <summary>Whether nothing in the element is ever text of the page.</summary>
    public static bool IsNeverText(IElement element) => NeverText.Contains(element.LocalName);

    /// <summary>Whether an element of this name starts and ends a line.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>How sure an element's names are that it is a part of the page other than the article.</summary>
    public static Naming FurnitureNaming(IElement element)
    {
        if (element.LocalName is "html" or "body" or "main" or "tbody" or "tr" or "td" or "th"
            || element.GetAttribute("itemprop") == "articleBody") return Naming.None;
        if (element.LocalName is "nav" or "footer" or "figcaption" or "menu" || IsHidden(element)) return Naming.Certain;

        // An article inside an article is a comment on it or another one, by the HTML standard.
        if (element.LocalName == "article" && element.ParentElement?.Closest("article") is not null) return Naming.Likely;
        var names = Naming.None;
        foreach (var name in NamesOf(element))
        {
            var found = Furniture.Find(name);
            if (found == Phrases.Kept) return Naming.None;
            if (found == Phrases.Certain) names = Naming.Certain;
            else if (found == Phrases.Listed && names == Naming.None) names = Naming.Likely;
        }

        if (names != Naming.None) return names;

        return element.LocalName is "aside" or "form" or "address"
            || element.GetAttribute("role") is "navigation" or "banner" or "complementary" or "contentinfo" or "search" or "dialog"
                or "alert" or "form"
            ? Naming.Likely : Naming.None;
    }

    /// <summary>Whether the element is named as the one that holds the article's text.</summary>
    public static bool IsNamedBody(IElement element) =>
        string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase)
        || NamesOf(element).Any(name => Body.Find(name) == Phrases.Listed);

    /// <summary>Whether a row's cells hold short pieces of text, not parts of the page.</summary>
    public static bool IsDataRow(IElement row)
    {
        const int Most = 80;
        var seen = 0;
        var cells = row.Children.Length;
        return cells > 1 && All(row);

        bool All(IElement element)
        {
            foreach (var child in element.Children)
                if (++seen > Most || (child.LocalName is not ("td" or "th") && IsBlock(child.LocalName)) || !All(child)) return false;
            return true;
        }
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal) is var packed
            && (packed.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || packed.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> NamesOf(IElement element)
    {
        if (element.ClassName is { Length: > 0 } classes)
            foreach (var name in classes.Split(' ', '\t', '\n', '\r', '\f'))
                if (name.Length > 0) yield return name;
        if (element.Id is { Length: > 0 } id) yield return id;
        if (element.GetAttribute("data-component") is { Length: > 0 } component) yield return component;
        if (element.GetAttribute("data-testid") is { Length: > 0 } test) yield return test;
    }
}
