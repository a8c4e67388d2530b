using System.Globalization;
using Rapporteur.Entities;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Training.Syntax;

namespace Rapporteur.Training.Entities;

/// <summary>A mention as people marked it.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Entity">The number of its entity in the document.</param>
/// <param name="Type">The type as the treebank writes it.</param>
/// <param name="Heads">The tokens that a shorter match must hold (GUM's minspan).</param>
internal sealed record MarkedMention(TokenRange Tokens, string Entity, string Type, int[] Heads)
{
    /// <summary>The token that the mention hangs on.</summary>
    public int Head => Heads[0];
}

/// <summary>
/// A document of a treebank with its mentions, as GUM writes them in MISC (<c>Entity=(1-person-...</c>; gucorpling.org/gum).
/// </summary>
internal sealed class MarkedDocument
{
    public MarkedDocument(ConlluDocument gold)
    {
        Gold = gold;
        Mentions = [.. ReadMentions(gold).OrderBy(m => m.Tokens.First).ThenByDescending(m => m.Tokens.End)];
    }

    public ConlluDocument Gold { get; }

    /// <summary>The marked mentions, by their first token, the longer first.</summary>
    public IReadOnlyList<MarkedMention> Mentions { get; }

    public static List<MarkedDocument> ReadFile(FileInfo file) => [.. Treebank.Read(file).Select(d => new MarkedDocument(d))];

    /// <summary>The part of a marked mention that is its name: see docs/measurements.md, "Entities". Empty where it is no name.</summary>
    public TokenRange NameOf(MarkedMention mention, EntityLexicon lexicon, GrammarWords grammar)
    {
        var words = Gold.Words;
        if (TypeOf(mention) is null || !IsProper(mention.Head)) return default;
        int first = mention.Head, end = mention.Head + 1;
        while (first > mention.Tokens.First && (IsProper(first - 1) || (first - 2 >= mention.Tokens.First && IsProper(first - 2) && Joins(first - 1)))) first -= IsProper(first - 1) ? 1 : 2;
        while (end < mention.Tokens.End && (IsProper(end) || (end + 1 < mention.Tokens.End && IsProper(end + 1) && Joins(end)))) end += IsProper(end) ? 1 : 2;
        // A title before a person's name is a role and no part of the name.
        if (mention.Type == "person")
        {
            var bare = first;
            while (bare < end && IsTitle(words[bare].Form)) bare++;
            first = bare;
        }

        return first < end ? new TokenRange(first, end) : default;

        bool IsTitle(string word) => lexicon.Language.IsRole(word.TrimEnd('.')) || end > first + 1 && lexicon.ClassOf(word.ToLowerInvariant()) == NounClass.Person;
        bool IsProper(int i) => words[i].Penn is "NNP" or "NNPS" || (words[i].Penn is "CD" or "JJ" or "NN" or "NNS" && char.IsUpper(words[i].Form[0]) && i != mention.Head && words[i].Universal == "PROPN");
        bool Joins(int i) => words[i].Penn == "POS" || grammar.ClassOf(words[i].Form) is GrammarClass.Connective or GrammarClass.Definite;
    }

    /// <summary>The type of a marked mention in our terms; null for times, which are no names here.</summary>
    public static EntityType? TypeOf(MarkedMention mention) => mention.Type switch
    {
        "person" => EntityType.Person,
        "organization" => EntityType.Organization,
        "place" => EntityType.Place,
        "time" => null,
        _ => EntityType.Other,
    };

    private static IEnumerable<MarkedMention> ReadMentions(ConlluDocument gold)
    {
        var (count, heads) = Fields(gold);
        var open = new Dictionary<string, Stack<(int First, string[] Parts)>>();
        for (var i = 0; i < gold.Words.Count; i++)
        {
            var entry = Array.Find(gold.Words[i].Misc.Split('|'), m => m.StartsWith("Entity=", StringComparison.Ordinal));
            if (entry is null) continue;
            var text = entry["Entity=".Length..];
            for (var k = 0; k < text.Length;)
            {
                if (text[k] == '(')
                {
                    var stop = text.IndexOfAny(['(', ')'], k + 1);
                    if (stop < 0) stop = text.Length;
                    var parts = text[(k + 1)..stop].Split('-', count);
                    if (parts.Length <= heads) throw new InvalidDataException($"'{entry}' is no Entity of GUM's form.");
                    if (!open.TryGetValue(parts[0], out var stack)) open[parts[0]] = stack = new();
                    stack.Push((i, parts));
                    k = stop;
                    if (k < text.Length && text[k] == ')') { yield return Close(stack, i, heads); k++; }
                }
                else
                {
                    var stop = text.IndexOf(')', k);
                    if (stop < 0) throw new InvalidDataException($"'{entry}' closes nothing.");
                    if (open.TryGetValue(text[k..stop], out var stack) && stack.Count > 0) yield return Close(stack, i, heads);
                    k = stop + 1;
                }
            }
        }
    }

    // How many fields a mention has, and which of them names its heads: as the document's "global.Entity" says.
    private static (int Count, int Heads) Fields(ConlluDocument gold)
    {
        const string Declares = "# global.Entity = ";
        var declared = gold.Sentences[0].Comments.FirstOrDefault(c => c.StartsWith(Declares, StringComparison.Ordinal));
        var fields = (declared?[Declares.Length..] ?? "GRP-etype-infstat-salience-centering-minspan-link-identity").Split('-');
        var heads = Array.IndexOf(fields, "minspan");
        return heads > 1 ? (fields.Length, heads) : throw new InvalidDataException($"'{declared}' declares no minspan.");
    }

    private static MarkedMention Close(Stack<(int First, string[] Parts)> open, int last, int minspan)
    {
        var (first, parts) = open.Pop();
        var heads = parts[minspan].Split(',').Select(n => first + int.Parse(n, CultureInfo.InvariantCulture) - 1).ToArray();
        return new MarkedMention(new TokenRange(first, last + 1), parts[0], parts[1], heads);
    }
}
