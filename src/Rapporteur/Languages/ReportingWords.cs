using System.Collections.Frozen;

namespace Rapporteur.Languages;

/// <summary>The classes of words that report speech, thought or stance.</summary>
internal enum ReportingClass : byte
{
    None,
    Say,
    Manner,
    Think,
    Judge,
    Direct,
    Commit,
    Show,
    Noun,
}

/// <summary>A language's words that report: verbs in all their forms and nouns, each with its class.</summary>
internal sealed class ReportingWords
{
    private readonly FrozenDictionary<string, ReportingClass>.AlternateLookup<ReadOnlySpan<char>> _forms;
    private readonly int _longest;

    /// <summary>Reads the pack's lists of reporting verbs and nouns. Where a verb stands in two classes the first counts.</summary>
    public ReportingWords(LanguagePack language)
    {
        var forms = new Dictionary<string, ReportingClass>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in language.List("reporting-verbs"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var kind = Enum.Parse<ReportingClass>(line.AsSpan(0, colon), ignoreCase: true);
            foreach (var verb in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                foreach (var form in Inflections.OfVerb(verb.Split('/'))) forms.TryAdd(form, kind);
        }

        foreach (var noun in language.List("reporting-nouns"))
        {
            forms.TryAdd(noun, ReportingClass.Noun);
            forms.TryAdd(Inflections.Plural(noun), ReportingClass.Noun);
        }

        _longest = forms.Keys.Max(form => form.Length);
        _forms = forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The class of a word in any of its forms; none for most words.</summary>
    public ReportingClass ClassOf(ReadOnlySpan<char> word) =>
        word.Length < 3 || word.Length > _longest || !_forms.TryGetValue(word, out var kind) ? ReportingClass.None : kind;
}
