using System.Globalization;
using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Entities as GUM writes them into the MISC column of CoNLL-U: <c>Entity=(1-person-new-2-coref</c> where a mention begins,
/// <c>Entity=1)</c> where it ends (gucorpling.org/gum). The fields that this library knows, which <see cref="Header"/> declares.
/// </summary>
public static class EntityColumn
{
    /// <summary>The comment that declares the fields; it stands at the beginning of a document.</summary>
    public const string Header = "# global.Entity = GRP-etype-infstat-minspan-link";

    /// <summary>The entries of all tokens: <c>Entity=...</c>, or null where no mention begins or ends.</summary>
    /// <param name="document">The document.</param>
    /// <param name="entities">Its entities.</param>
    public static string?[] Of(Document document, EntityIndex entities)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entities);
        var columns = new StringBuilder?[document.Tokens.Count];
        var mentions = new List<(Mention Mention, int Group, string Fields)>();
        for (var e = 0; e < entities.All.Length; e++)
        {
            var entity = entities.All[e];
            for (var m = 0; m < entity.Mentions.Length; m++) mentions.Add((entity.Mentions[m], e + 1, Fields(entity, m)));
        }

        // What ends, the innermost first; then what begins, the outermost first.
        var ending = mentions.OrderByDescending(m => m.Mention.Tokens.First).ThenBy(m => m.Mention.Tokens.End).ThenByDescending(m => m.Group);
        foreach (var (mention, group, _) in ending)
            if (mention.Tokens.Count > 1) At(mention.Tokens.End - 1).Append(CultureInfo.InvariantCulture, $"{group})");
        var beginning = mentions.OrderBy(m => m.Mention.Tokens.First).ThenByDescending(m => m.Mention.Tokens.End).ThenBy(m => m.Group);
        foreach (var (mention, group, fields) in beginning)
            At(mention.Tokens.First).Append(CultureInfo.InvariantCulture, $"({group}-{fields}{(mention.Tokens.Count == 1 ? ")" : "")}");
        return Array.ConvertAll(columns, c => c?.ToString());

        StringBuilder At(int token) => columns[token] ??= new StringBuilder("Entity=");
    }

    private static string Fields(Entity entity, int number)
    {
        var mention = entity.Mentions[number];
        var type = entity.Type switch
        {
            EntityType.Person or EntityType.Group => "person", EntityType.Organization => "organization", EntityType.Place => "place",
            EntityType.Document => "object", _ => "abstract",
        };
        var link = entity.Mentions.Length == 1 ? "sgl" : mention.Kind == MentionKind.Pronoun ? "ana" : "coref";
        var head = mention.Head - mention.Tokens.First + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{type}-{(number == 0 ? "new" : "giv")}-{head}-{link}");
    }
}
