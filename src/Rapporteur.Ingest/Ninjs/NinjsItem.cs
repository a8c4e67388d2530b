using System.Text.Json;
using Rapporteur.Ingest.Pages;

namespace Rapporteur.Ingest.Ninjs;

/// <summary>
/// An item of ninjs, the JSON of news agencies (IPTC, iptc.org/std/ninjs): versions 1 to 3, which name the same things
/// <c>body_text</c>, <c>headline</c>, <c>versioncreated</c> or <c>bodies</c>, <c>headlines</c>, <c>versionCreated</c>.
/// </summary>
internal static class NinjsItem
{
    private static readonly string[] Markup = ["body_xhtml", "body_html5", "body_html", "body_nitf"];

    /// <summary>The article of an item; null where the JSON is no item of ninjs.</summary>
    /// <exception cref="UnreadableInputException">An item that has no text, or that its agency has withdrawn.</exception>
    public static Article? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var item = document.RootElement;
        if (Text(item, "uri") is not { } uri || !IsNinjs(item)) return null;
        if (Text(item, "pubstatus") is "canceled") throw new UnreadableInputException("its agency has withdrawn it");
        var first = DateText.Parse(Text(item, "firstcreated") ?? Text(item, "contentcreated"));
        var version = DateText.Parse(Text(item, "versioncreated"));
        return Body(item) with
        {
            Id = uri,
            Url = uri.StartsWith("http://", StringComparison.Ordinal) || uri.StartsWith("https://", StringComparison.Ordinal) ? uri : null,
            Title = Text(item, "headline") ?? Role(item, "headlines") ?? Text(item, "title"),
            Byline = Text(item, "by") ?? Text(item, "byline"),
            Outlet = Text(item, "copyrightholder") ?? FirstName(item, "infosources"),
            Published = first ?? version,
            Modified = first is null || version == first ? null : version,
            Language = Text(item, "language"),
        };
    }

    private static bool IsNinjs(JsonElement item) =>
        item.EnumerateObject().Any(property => property.Name.StartsWith("body_", StringComparison.Ordinal)
            || Is(property.Name, "bodies") || Is(property.Name, "versioncreated") || Is(property.Name, "headlines"));

    private static Article Body(JsonElement item)
    {
        foreach (var name in Markup)
            if (Text(item, name) is { } markup) return ArticleLoader.FromFragment(markup);
        if (Text(item, "body_text") is { } plain) return new Article(plain);
        var bodies = Items(item, "bodies").Where(body => Text(body, "value") is not null).ToList();
        foreach (var body in bodies)
            if (Text(body, "contenttype") is { } type && type.Contains("html", StringComparison.OrdinalIgnoreCase))
                return ArticleLoader.FromFragment(Text(body, "value")!);
        var any = bodies.Select(body => Text(body, "value")).FirstOrDefault();
        return any is null ? throw new UnreadableInputException("the item of ninjs has no text") : new Article(any);
    }

    // The entry whose role is the main one, else the first.
    private static string? Role(JsonElement item, string name)
    {
        var entries = Items(item, name).ToList();
        return entries.Where(entry => Text(entry, "role") is "main" or "title").Concat(entries).Select(entry => Text(entry, "value")).FirstOrDefault(value => value is not null);
    }

    private static string? FirstName(JsonElement item, string name) => Items(item, name).Select(entry => Text(entry, "name")).FirstOrDefault(value => value is not null);

    private static JsonElement.ArrayEnumerator Items(JsonElement item, string name) =>
        Property(item, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    private static string? Text(JsonElement item, string name) =>
        Property(item, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    // Version 1 and 2 write names in small letters, version 3 in camel case.
    private static JsonElement? Property(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var property in item.EnumerateObject())
            if (Is(property.Name, name)) return property.Value;
        return null;
    }

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
