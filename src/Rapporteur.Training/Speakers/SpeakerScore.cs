using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Training.Speakers;

/// <summary>
/// Counts how many expected statements were found, and of those, how many have the right speaker, role, affiliation, relays,
/// medium, day and kind. The innermost statement whose content covers most of a key phrase stands for it.
/// </summary>
internal sealed partial class SpeakerScore
{
    /// <summary>What is counted, in the order of the table.</summary>
    public static readonly string[] Columns = ["found", "speaker", "role", "affiliation", "relays", "medium", "day", "kind"];

    private readonly Dictionary<string, (int Right, int Of)> _counts = Columns.ToDictionary(c => c, _ => (0, 0));

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>Of the rows that say something of <paramref name="column"/>, how many are right, from 0 to 1.</summary>
    public double this[string column] => _counts[column].Of == 0 ? 1 : (double)_counts[column].Right / _counts[column].Of;

    /// <summary>Adds one article.</summary>
    public void Add(SpeakerArticle article, Reading reading)
    {
        foreach (var row in article.Expected)
        {
            var found = Innermost(reading, row.Where);
            if (row.Speaker != "-") Count("found", found is not null, article, row, "");
            if (found is null && row.Speaker != "-") continue;
            Count("speaker", row.Speaker, SameName(row, found?.Speaker), article, row, found?.Speaker?.Name);
            if (found is null) continue;
            Count("role", row.Role, Alike(row.Role, found.Speaker?.Role?.Text), article, row, found.Speaker?.Role?.Text);
            Count("affiliation", row.Affiliation, Alike(row.Affiliation, found.Speaker?.Affiliation?.Text), article, row, found.Speaker?.Affiliation?.Text);
            var relays = string.Join("; ", found.Relays.Select(r => r.Name));
            Count("relays", row.Relays, SameRelays(row.Relays, found), article, row, relays);
            Count("medium", row.Medium, row.Medium == (found.Medium?.Name ?? "-"), article, row, found.Medium?.Name);
            var day = found.SaidOn?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Count("day", row.Day, row.Day == (day ?? "-"), article, row, day);
            Count("kind", row.Kind, row.Kind == KindOf(found.Speaker), article, row, KindOf(found.Speaker));
        }
    }

    /// <summary>The table of all columns, in per cent.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var column in Columns)
            table.AppendLine(CultureInfo.InvariantCulture, $"{column,-12} {100 * this[column],6:0.0}   of {_counts[column].Of}");
        return table.ToString();
    }

    private void Count(string column, string expected, bool right, SpeakerArticle article, ExpectedStatement row, string? found)
    {
        if (expected != "*") Count(column, right, article, row, $"expected '{expected}', found '{found}'");
    }

    private void Count(string column, bool right, SpeakerArticle article, ExpectedStatement row, string difference)
    {
        var (good, of) = _counts[column];
        _counts[column] = (good + (right ? 1 : 0), of + 1);
        if (!right) Misses.Add($"{article.Name}  {column}: {difference}  [{row.Phrase}]");
    }

    private static Statement? Innermost(Reading reading, Span phrase) =>
        reading.Statements
            .Where(s => s.Content.Sum(span => Shared(span, phrase)) >= 0.6 * phrase.Length)
            .MinBy(s => s.Content.Sum(span => span.Length));

    private static int Shared(Span a, Span b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    // A person must be named in full; a body or a description may be given in fewer or in more words.
    private static bool SameName(ExpectedStatement row, Speaker? found)
    {
        if (row.Speaker == "-" || found is null) return row.Speaker == "-" && found is null;
        var (gold, name) = (Words(row.Speaker), Words(found.Name));
        if (row.Kind == "person") return gold.Length > 0 && name.Length > 0 && gold.All(name.Contains) && name[^1] == gold[^1];
        return Alike(row.Speaker, found.Name);
    }

    private static bool SameRelays(string expected, Statement found)
    {
        var names = expected == "-" ? [] : expected.Split(';', StringSplitOptions.TrimEntries);
        return names.Length == found.Relays.Length && names.Zip(found.Relays).All(pair => Alike(pair.First, pair.Second.Name));
    }

    private static bool Alike(string expected, string? found)
    {
        if (expected == "-" || found is null) return expected == "-" && found is null;
        var (gold, words) = (Words(expected), Words(found));
        var both = gold.Intersect(words).Count();
        return both > 0 && (both == gold.Length || 2.0 * both / (gold.Length + words.Length) >= 0.5);
    }

    private static string KindOf(Speaker? speaker) => speaker switch
    {
        null => "-",
        { Kind: SpeakerKind.Person, Anonymous: not null } => "anonymous",
        _ => speaker.Kind.ToString().ToLowerInvariant(),
    };

    private static string[] Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant().Replace('’', '\'')).Select(m => m.Value).Where(w => w is not ("the" or "a" or "an" or "of")).Distinct()];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
