using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Training.Entities;

/// <summary>
/// Which marked mention a found one is: the one with the same tokens, else the one that hangs on the same token by the treebank's
/// own tree (as the CorefUD shared tasks match mentions).
/// </summary>
internal sealed class MentionAlignment
{
    private readonly Dictionary<TokenRange, MarkedMention> _byTokens = [];
    private readonly Dictionary<int, MarkedMention> _byHead = [];

    public MentionAlignment(MarkedDocument document)
    {
        foreach (var mention in document.Mentions)
        {
            _byTokens.TryAdd(mention.Tokens, mention);
            _byHead.TryAdd(HeadOf(document, mention), mention);
        }
    }

    /// <summary>The marked mentions that a found one can be told by, each with the token that it hangs on.</summary>
    public IReadOnlyDictionary<int, MarkedMention> ByHead => _byHead;

    public MarkedMention? Of(MentionDraft mention)
    {
        if (_byTokens.TryGetValue(mention.Tokens, out var same)) return same;
        if (_byHead.TryGetValue(mention.Head, out var marked)) return marked;
        if (mention.Kind != MentionKind.Name) return null;
        for (var i = mention.Tokens.First; i < mention.Tokens.End; i++)
            if (_byHead.TryGetValue(i, out marked)) return marked;
        return null;
    }

    /// <summary>The marked entity of a mention; null where none is marked.</summary>
    public string? EntityOf(MentionDraft mention) => Of(mention)?.Entity;

    /// <summary>The token of a marked mention whose head by the treebank lies outside of it.</summary>
    public static int HeadOf(MarkedDocument document, MarkedMention mention)
    {
        var words = document.Gold.Words;
        var sentence = document.Gold.Sentences.Last(s => s.First <= mention.Tokens.First);
        for (var i = mention.Tokens.First; i < mention.Tokens.End; i++)
        {
            var head = words[i].Head == 0 ? -1 : sentence.First + words[i].Head - 1;
            if (words[i].Universal != "PUNCT" && (head < mention.Tokens.First || head >= mention.Tokens.End)) return i;
        }

        return mention.Head;
    }
}
