using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>The entities of a document, and which of them stands where. Immutable and safe to share between threads.</summary>
public sealed class EntityIndex
{
    // A name stands near the head of its phrase, and the head near the phrase's start: no more of a long phrase is looked through.
    private const int Near = 24;
    private const int Farthest = 256;

    private readonly DocumentSyntax _syntax;

    // All mentions by their first token, the longer first, each with the number of its entity.
    private readonly (Mention Mention, int Entity)[] _mentions;

    // For each token that is the head of mentions: one more than the place of the longest of them; 0 for none.
    private readonly int[] _byHead;

    internal EntityIndex(DocumentSyntax syntax, ImmutableArray<Entity> entities)
    {
        _syntax = syntax;
        All = entities;
        _mentions = [.. entities.SelectMany((entity, number) => entity.Mentions.Select(m => (m, number)))
            .OrderBy(m => m.m.Tokens.First).ThenByDescending(m => m.m.Tokens.End)];
        _byHead = new int[syntax.Heads.Length];
        for (var k = _mentions.Length - 1; k >= 0; k--)
        {
            ref var place = ref _byHead[_mentions[k].Mention.Head];
            if (place == 0 || _mentions[place - 1].Mention.Tokens.Count <= _mentions[k].Mention.Tokens.Count) place = k + 1;
        }
    }

    /// <summary>The entities, by their first mention; then speakers that only their statements show to be entities.</summary>
    public ImmutableArray<Entity> All { get; }

    /// <summary>These entities and more.</summary>
    internal EntityIndex With(IEnumerable<Entity> more) => new(_syntax, [.. All, .. more]);

    /// <summary>
    /// The entity that a phrase refers to: the one whose mention hangs on the phrase's head. "China's Foreign Ministry spokesman
    /// Wang Wenbin" gives Wang and not China. Null where the phrase refers to none that is known.
    /// </summary>
    public Entity? At(TokenRange phrase)
    {
        if (phrase.Count <= 0) return null;
        var head = HeadOf(phrase);
        if (_byHead[head] > 0) return All[_mentions[_byHead[head] - 1].Entity];
        var around = new TokenRange(Math.Max(phrase.First, head - Near), Math.Min(phrase.End, head + Near));
        foreach (var (mention, entity) in In(around))
            if (mention.Tokens.First <= head && head < mention.Tokens.End) return entity;

        // "Mrs. Roe": the name hangs on its title.
        foreach (var (mention, entity) in In(around))
            if (mention.Kind == MentionKind.Name && _syntax.Heads[mention.Head] == head
                && _syntax.Relations[mention.Head] is Relation.Flat or Relation.Compound or Relation.Appos) return entity;
        return null;
    }

    /// <summary>The entity of the mention that hangs on a token; null where none does.</summary>
    public Entity? AtHead(int token) => _byHead[token] > 0 ? All[_mentions[_byHead[token] - 1].Entity] : null;

    /// <summary>The mentions that lie inside a range, by their first token, each with its entity.</summary>
    public IEnumerable<(Mention Mention, Entity Entity)> In(TokenRange range)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Mention.Tokens.First >= range.First) high = middle; else low = middle + 1;
        }

        for (var k = low; k < _mentions.Length && _mentions[k].Mention.Tokens.First < range.End; k++)
            if (_mentions[k].Mention.Tokens.End <= range.End) yield return (_mentions[k].Mention, All[_mentions[k].Entity]);
    }

    // The first token of the phrase whose own head lies outside it; marks aside.
    internal int HeadOf(TokenRange phrase)
    {
        for (var i = phrase.First; i < Math.Min(phrase.End, phrase.First + Farthest); i++)
        {
            var head = _syntax.Heads[i];
            if (_syntax.UniversalTags[i] != UniversalTag.Punct && (head < phrase.First || head >= phrase.End)) return i;
        }

        return phrase.First;
    }
}
