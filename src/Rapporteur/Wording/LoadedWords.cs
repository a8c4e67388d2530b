using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Ledger;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>
/// Finds words that judge while they name, by the pack's documented list, and whom they are applied to, by the grammar: the noun
/// that a slant describes, the owner, subject or name of a label.
/// </summary>
internal sealed class LoadedWords
{
    // An entity whose name runs on was not cut well; the words at hand then say more.
    private const int LongestName = 5;

    private readonly PhraseTable<Entry?> _table;

    private sealed record Entry(LoadedKind Kind, string? Neutral);

    public LoadedWords(LanguagePack language)
    {
        _table = new PhraseTable<Entry?>(PhraseTable<Entry?>.Classed(language.List("loaded-words")).Select(EntryOf));
    }

    private static (string, Entry?) EntryOf((string Class, string Phrase) line)
    {
        var parts = line.Phrase.Split('=', StringSplitOptions.TrimEntries);
        return (parts[0], line.Class == "clean" ? null : new Entry(Enum.Parse<LoadedKind>(line.Class, ignoreCase: true), parts.Length > 1 ? parts[1] : null));
    }

    /// <summary>The loaded words of a document, in order.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="map">Which of its words are quoted, and in which statement.</param>
    public ImmutableArray<LoadedWord> Find(TokenWords words, EntityIndex entities, CitationMap map)
    {
        var found = ImmutableArray.CreateBuilder<LoadedWord>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!_table.TryMatch(words, i, words.Count, out var length, out var entry)) continue;
            var range = new TokenRange(i, i + length);
            i = range.End - 1;
            if (entry is null || IsName(words, range) || IsOtherWord(words, range, entry)) continue;
            var bearer = Bearer(words, range, entry.Kind);
            found.Add(new LoadedWord(words.Whole(range), entry.Kind, entry.Neutral, map.IsQuoted(range.First), map.StatementIdAt(range.First), bearer is { } b ? Named(words, entities, b) : null));
        }

        return found.ToImmutable();
    }

    // "Gang" and "Radical" in names are names; a capital at the head of a sentence is none.
    private static bool IsName(TokenWords words, TokenRange range)
    {
        if (range.Count > 1 || words.Tag(range.First) != UniversalTag.Propn) return false;
        var first = range.First == 0 || words.Document.Tokens.Kinds[range.First - 1] == TokenKind.Mark;
        var capital = char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[range.First]]);
        return (capital && !first) || (range.End < words.Count && words.Tag(range.End) == UniversalTag.Propn && words.Syntax.Relations[range.First] is Relation.Compound or Relation.Flat);
    }

    // "the party plots a course", "to scheme": labels and deeds are nouns; a slant stands with a noun or as what is said.
    private static bool IsOtherWord(TokenWords words, TokenRange range, Entry entry)
    {
        if (range.Count > 1) return false;
        var tag = words.Tag(range.First);
        return entry.Kind == LoadedKind.Slant ? tag == UniversalTag.Noun && words.Syntax.Relations[range.First] is Relation.Nsubj or Relation.Obj
            : tag is UniversalTag.Adv or UniversalTag.Aux || (tag == UniversalTag.Verb && words.Penn(range.First) != PennTag.Vbg);
    }

    private static int? Bearer(TokenWords words, TokenRange range, LoadedKind kind)
    {
        var syntax = words.Syntax;
        var head = range.End - 1;
        if (kind == LoadedKind.Slant || syntax.Relations[head] is Relation.Amod or Relation.Compound)
        {
            var noun = syntax.Heads[head];
            if (syntax.Relations[head] is Relation.Amod or Relation.Compound && noun >= 0)
                return words.Tag(noun) == UniversalTag.Propn ? noun : NamedBelow(words, noun, range);
            var subject = syntax.Child(head, Relation.Nsubj);
            return subject >= 0 && words.Tag(subject) != UniversalTag.Pron ? subject : null;
        }

        if (NamedBelow(words, head, range) is { } named) return named;
        var topic = syntax.Child(head, Relation.Nsubj);
        if (topic >= 0 && words.Tag(topic) == UniversalTag.Propn) return topic;
        var above = syntax.Heads[head];
        if (above >= 0 && syntax.Relations[head] is Relation.Appos or Relation.NmodDesc && words.Tag(above) == UniversalTag.Propn) return above;
        if (above >= 0 && syntax.Relations[head] is Relation.Xcomp)
        {
            var who = syntax.Child(above, Relation.Nsubj);
            if (who >= 0 && words.Tag(who) == UniversalTag.Propn) return who;
        }

        return null;
    }

    // "Moscow's propaganda", "the Syrian regime", "the regime in Minsk", "dictator Rashid Sefu": the name that hangs on the label.
    private static int? NamedBelow(TokenWords words, int head, TokenRange label)
    {
        foreach (var child in words.Syntax.Children(head))
        {
            if (child >= label.First && child < label.End) continue;
            var capital = words.Document.Tokens.Kinds[child] == TokenKind.Word && char.IsUpper(words.Document.Text[words.Document.Tokens.Starts[child]]);
            if (!capital || (words.Tag(child) is not (UniversalTag.Propn or UniversalTag.Adj) && words.Syntax.Relations[child] != Relation.NmodPoss)) continue;
            if (words.Syntax.Relations[child] is Relation.NmodPoss or Relation.Compound or Relation.Amod or Relation.Flat or Relation.Appos or Relation.Nmod or Relation.NmodDesc) return child;
        }

        return null;
    }

    private static LabelBearer Named(TokenWords words, EntityIndex entities, int token)
    {
        var range = NounPhrases.Of(words, token);
        var span = words.Whole(range);
        var entity = entities.AtHead(token) ?? entities.At(range);
        return new LabelBearer(entity is { IsNamed: true } && range.Count < LongestName ? entity.Name : span.In(words.Document.Text).ToString(), entity?.Id, span);
    }
}
