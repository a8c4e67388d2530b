using Rapporteur.Text;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Quotations;

/// <summary>
/// The way through the tree from each token around a cue to the cue: up to the cue itself, or to a word that the cue hangs on.
/// </summary>
internal sealed class CuePaths
{
    private const int Farthest = 12;
    private const int Ancestors = 4;

    private int[] _meets = [];
    private int[] _above = [];

    /// <summary>No way was found: another sentence, or too far.</summary>
    public const uint None = 0xFEED;

    /// <summary>The way of each token of the window as a number: where it meets the cue's own chain of heads, by which branch.</summary>
    public uint[] Path { get; private set; } = [];

    /// <summary>The same with how deep in the branch the token stands, and whether it begins or ends it.</summary>
    public uint[] Place { get; private set; } = [];

    /// <summary>The word at the top of the branch, as the number of a token; -1 for none.</summary>
    public int[] Top { get; private set; } = [];

    /// <summary>Finds the ways for one cue and the tokens around it.</summary>
    public void Read(TokenGrammar grammar, Syntax.DocumentSyntax syntax, TokenRange cue, TokenRange window)
    {
        if (Path.Length < window.Count) (Path, Place, Top) = (new uint[window.Count * 2], new uint[window.Count * 2], new int[window.Count * 2]);

        // The cue's own chain: its words are level 0, what they hang on level 1, and so on.
        if (_above.Length == 0) (_above, _meets) = (new int[Ancestors], new int[Ancestors]);
        var head = HeadOf(grammar, cue);
        uint chain = grammar.Relation(head);
        var levels = 0;
        for (var up = grammar.Head(head); up >= 0 && levels < Ancestors; up = grammar.Head(up))
        {
            _above[levels] = up;
            _meets[levels++] = (int)chain;
            chain = Mix(chain, grammar.Relation(up));
        }

        for (var i = window.First; i < window.End; i++) ReadToken(grammar, syntax, cue, i, i - window.First, levels);
    }

    /// <summary>The word of a cue that the others hang on: the first whose head lies outside.</summary>
    public static int HeadOf(TokenGrammar grammar, TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
            if (grammar.Head(i) < cue.First || grammar.Head(i) >= cue.End) return i;
        return cue.First;
    }

    private void ReadToken(TokenGrammar grammar, Syntax.DocumentSyntax syntax, TokenRange cue, int i, int k, int levels)
    {
        var branch = -1;
        var at = i;
        for (var depth = 0; at >= 0 && depth < Farthest; depth++)
        {
            var level = Level(cue, at, levels);
            if (level >= 0)
            {
                var meets = level == 0 ? 7u : (uint)_meets[level - 1];
                var relation = branch < 0 ? 99 : grammar.Relation(branch);
                Path[k] = Mix((uint)level, meets, Mix(relation, branch < 0 ? 0 : branch < at ? 1u : 2u));
                var tree = branch < 0 ? new TokenRange(i, i + 1) : syntax.Subtree(branch);
                var edge = (tree.First == i ? 1u : 0) + (tree.End == i + 1 ? 2u : 0);
                Place[k] = Mix(Path[k], (uint)Math.Min(depth, 3), edge);
                Top[k] = branch;
                return;
            }

            branch = at;
            at = grammar.Head(at);
        }

        (Path[k], Place[k], Top[k]) = (None, None, -1);
    }

    private int Level(TokenRange cue, int token, int levels)
    {
        if (token >= cue.First && token < cue.End) return 0;
        for (var l = 0; l < levels; l++) if (_above[l] == token) return l + 1;
        return -1;
    }
}
