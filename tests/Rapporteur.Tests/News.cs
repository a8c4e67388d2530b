using System.Globalization;

namespace Rapporteur.Tests;

/// <summary>News about people and places that do not exist, as much of it as asked for, the same for the same number.</summary>
internal static class News
{
    private static readonly string[] People =
    [
        "Prime Minister Ilse Marrow", "Tomas Venn", "Deputy Secretary Ruth Adeyo", "the harbour ministry", "Gov. Pell Harding",
        "a spokeswoman for the Veldmark embassy", "Aroha Tamihana, who leads the river commission", "two officials",
    ];

    private static readonly string[] Claims =
    [
        "the ferry line would stay open through the winter", "no ship had entered the bay since Thursday",
        "talks with Veldmark could begin within a month", "the dam was never meant to hold so much water",
        "her office had not received the letter", "prices would fall again once the harvest was in",
    ];

    private static readonly string[] Quotes =
    [
        "We did not ask for this quarrel, and we will not run from it", "Nobody in this building doubts the figures",
        "I have read the treaty twice; it says nothing of the sort", "It is a good plan and it is a late plan",
        "Come back in spring and count the boats yourself",
    ];

    private static readonly string[] Plain =
    [
        "Rain fell on the capital for the third day.", "The commission meets again on 4 March.",
        "About 1,200 people live on the island, most of them in the old port.",
        "The two countries share a border of 90 kilometres and three railways.",
    ];

    /// <summary>An article of about two hundred words.</summary>
    public static string Article(int number)
    {
        var random = new Random(number);
        return string.Join("\n\n", Enumerable.Range(0, 8).Select(_ => Paragraph(random)));
    }

    /// <summary>Articles one after the other, at least this many characters of them.</summary>
    public static string OfLength(int characters)
    {
        var random = new Random(7);
        var text = new System.Text.StringBuilder(characters + 400);
        while (text.Length < characters) text.Append(Paragraph(random)).Append("\n\n");
        return text.ToString();
    }

    private static string Paragraph(Random random)
    {
        string Pick(string[] from) => from[random.Next(from.Length)];
        return random.Next(5) switch
        {
            0 => $"“{Pick(Quotes)},” {Pick(People)} said on Tuesday. {Pick(Plain)}",
            1 => $"{Sentence(Pick(People))} said that {Pick(Claims)}. “{Pick(Quotes)}.”",
            2 => $"According to {Pick(People)}, {Pick(Claims)}. {Pick(Plain)}",
            3 => $"{Sentence(Pick(People))} told reporters that {Pick(Claims)}, adding: “{Pick(Quotes)}.”",
            _ => $"{Pick(Plain)} {Sentence(Pick(People))} warned that {Pick(Claims)} and that {Pick(Claims)}.",
        };
    }

    private static string Sentence(string start) => char.ToUpper(start[0], CultureInfo.InvariantCulture) + start[1..];
}
