using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Finds cues that take a side on whether what is said is so.</summary>
internal sealed class CueStances
{
    private readonly PhraseTable<CueStance> _cues;
    private readonly PhraseTable<CueStance> _anywhere;

    public CueStances(LanguagePack language)
    {
        var lines = PhraseTable<CueStance>.Classed(language.List("cue-stances")).ToList();
        _cues = new(PhraseTable<CueStance>.WithForms(lines.Where(l => l.Class != "anywhere").Select(l => (l.Phrase, Enum.Parse<CueStance>(l.Class, ignoreCase: true)))));
        _anywhere = new(PhraseTable<CueStance>.WithForms(lines.Where(l => l.Class == "anywhere").Select(l => (l.Phrase, CueStance.Doubt))));
    }

    /// <summary>The cues of a document that take a side, in order and each once.</summary>
    public ImmutableArray<StanceCue> Find(TokenWords words, ImmutableArray<Statement> statements, CitationMap map)
    {
        var found = new SortedDictionary<int, StanceCue>();
        foreach (var statement in statements)
        {
            foreach (var span in statement.Cue)
            {
                var range = words.Document.Tokens.Touching(span);
                for (var i = range.First; i < range.End; i++)
                    if (_cues.TryMatch(words, i, Math.Min(words.Count, range.End + 2), out var length, out var stance))
                        found.TryAdd(i, new StanceCue(words.Whole(new TokenRange(i, i + length)), stance, statement.Id));
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (map.IsQuoted(i) || !_anywhere.TryMatch(words, i, words.Count, out var length, out var stance)) continue;
            found.TryAdd(i, new StanceCue(words.Whole(new TokenRange(i, i + length)), stance, map.StatementIdAt(i)));
            i += length - 1;
        }

        return [.. found.Values];
    }
}
