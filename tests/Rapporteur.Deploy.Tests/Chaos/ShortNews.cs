using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapporteur.Deploy.Tests.Chaos;

/// <summary>
/// Articles of one to three sentences, as lines of JSON, the same for the same seed: of fourteen months and some without a day, some
/// in a second version, some line said twice, some without an address.
/// </summary>
internal static class ShortNews
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DateOnly FirstDay = new(2023, 11, 1);

    private static readonly string[] First = ["Oda", "Ilse", "Marta", "Runa", "Edda", "Jonas", "Viktor", "Selma", "Aron", "Tilda", "Bjarne", "Nora"];
    private static readonly string[] Last = ["Brandt", "Marten", "Quill", "Falk", "Storm", "Venner", "Holm", "Skarp", "Dahlgren", "Osei", "Lindqvist", "Amsel", "Korda"];
    private static readonly string[] Roles = ["the harbour minister", "the mayor of Quillon", "who speaks for the ferry board", "head of the river commission", "a senator from Venn"];
    private static readonly string[] Things = ["the swing bridge", "the second berth", "the night ferry", "the customs shed", "the lighthouse rota", "the fishing quota", "the tunnel toll"];
    private static readonly string[] Deeds = ["will reopen", "stays closed", "costs too much", "must be paid for by the state", "was never promised to anybody", "goes to the vote"];
    private static readonly string[] Times = ["on Monday", "before Easter", "by the end of the year", "within three weeks", "this autumn"];
    private static readonly string[] Outlets = ["Meridian Wire", "The Skerry Post", "Quillon Courier", "Harbour Gazette"];

    /// <summary>Lines for so many articles; second versions count, lines that are said twice do not.</summary>
    public static List<string> Lines(int count, int seed)
    {
        var random = new Random(seed);
        var lines = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var article = Article(i, random);
            lines.Add(Line(article));
            if (random.Next(25) == 0) lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]);
            if (random.Next(20) > 0 || article["url"] is null || article["published"] is null || ++i == count) continue;
            article["text"] = $"{article["text"]}\n\n{Sentence(random)}";
            article["modified"] = $"{article["published"]}T18:30:00Z";
            lines.Insert(random.Next(lines.Count), Line(article));
        }

        return lines;
    }

    private static JsonObject Article(int number, Random random)
    {
        var article = new JsonObject
        {
            ["id"] = $"a{number}", ["title"] = $"Word of {Pick(Things, random)}", ["outlet"] = Pick(Outlets, random),
            ["text"] = string.Join(random.Next(2) == 0 ? " " : "\n\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random)).Append($"It is notice {number}.")),
        };
        if (random.Next(12) > 0) article["url"] = $"https://{((string)article["outlet"]!).Replace(" ", "", StringComparison.Ordinal)}.example/{number}";
        if (random.Next(30) > 0) article["published"] = FirstDay.AddDays(random.Next(425)).ToString("O");
        return article;
    }

    private static string Sentence(Random random)
    {
        var (who, what) = ($"{Pick(First, random)} {Pick(Last, random)}", $"{Pick(Things, random)} {Pick(Deeds, random)} {Pick(Times, random)}");
        return random.Next(4) switch
        {
            0 => $"\"I say that {what},\" {who}, {Pick(Roles, random)}, told reporters.",
            1 => $"{who}, {Pick(Roles, random)}, denied that {what}.",
            2 => $"{who} warned the council that {what} unless {Pick(Last, random)} gives way.",
            _ => $"According to {who}, {what}.",
        };
    }

    private static string Pick(string[] of, Random random) => of[random.Next(of.Length)];

    private static string Line(JsonObject article) => article.ToJsonString(Plain);
}
