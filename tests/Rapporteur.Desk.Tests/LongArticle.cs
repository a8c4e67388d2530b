using System.Globalization;
using System.Text;

namespace Rapporteur.Desk.Tests;

/// <summary>Articles of any length, made of invented sentences of the kinds that news are made of.</summary>
internal static class LongArticle
{
    private static readonly string[] Sentences =
    [
        "\"We will keep the harbour open until {0} June,\" Foreign Minister Ilse Marten said on Monday.",
        "A Talvian diplomat, who asked not to be named, said that {0} ships had been turned back.",
        "The Norvian parliament will vote on the treaty on {0} March 2024, its speaker, Jorun Vask, told reporters.",
        "According to the Grain Exchange, {0} freighters have used the corridor since January.",
        "The so-called \"experts\" of the regime were, as ever, wrong about all {0} of their figures.",
        "Pell Aadland threatened to close the bridge within {0} days unless Talvia \"paid (its) share\".",
    ];

    /// <summary>An article of about so many words.</summary>
    public static Article OfWords(int words)
    {
        var text = new StringBuilder();
        for (var (i, count) = (0, 0); count < words; i++)
        {
            var sentence = string.Format(CultureInfo.InvariantCulture, Sentences[i % Sentences.Length], i % 28 + 1);
            text.Append(sentence).Append(i % 2 == 0 ? ' ' : '\n');
            count += sentence.Count(' '.Equals) + 1;
        }

        return new Article(text.ToString()) { Title = "The harbour and the bridge", Outlet = "Meridian Wire", Published = new PublicationDate(new DateOnly(2024, 3, 4)) };
    }
}
