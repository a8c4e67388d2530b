using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Finds the turns of interviews and transcripts: paragraphs that begin with a speaker's label and a colon ("Q:", "A:", "SEN. ROE:").
/// One label alone is not a dialogue.
/// </summary>
internal static class DialogueReader
{
    private const int LongestLabel = 5;
    private const int FewestTurns = 4;

    /// <summary>The turns of a document, each a draft whose source is its label; none where it is no dialogue.</summary>
    public static List<Draft> Read(Words words)
    {
        var turns = new List<(TokenRange Paragraph, TokenRange Label)>();
        foreach (var paragraph in words.Document.Paragraphs)
            if (Label(paragraph, words) is { Count: > 0 } label) turns.Add((paragraph, label));

        // A dialogue has labels that come again, and at least two of them.
        var counts = turns.CountBy(turn => words.Printed(turn.Label)).ToDictionary();
        turns.RemoveAll(turn => counts[words.Printed(turn.Label)] < 2);
        if (turns.Count < FewestTurns || turns.DistinctBy(turn => words.Printed(turn.Label)).Count() < 2) return [];
        return [.. turns.Select(turn => Turn(turn.Paragraph, turn.Label, words))];
    }

    private static Draft Turn(TokenRange paragraph, TokenRange label, Words words) => new()
    {
        Source = label,
        SourceSpans = [words.Where(label)],
        Content = [words.Where(new TokenRange(label.End + 1, paragraph.End))],
        Probability = 1,
        IsTurn = true,
    };

    private static TokenRange Label(TokenRange paragraph, Words words)
    {
        var i = paragraph.First;
        while (i < paragraph.End && i - paragraph.First < LongestLabel && (words.IsWord(i) && char.IsUpper(words.First(i)) || words.First(i) == '.')) i++;
        return i > paragraph.First && i + 1 < paragraph.End && words.First(i) == ':' ? new TokenRange(paragraph.First, i) : default;
    }
}
