using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Quotations;

/// <summary>
/// What the features take from the grammar of a document, computed once for each token: arrays side by side, beside
/// <see cref="TokenAttributes"/>.
/// </summary>
internal sealed class TokenGrammar
{
    /// <summary>Chains of heads are followed no farther than this.</summary>
    private const int Farthest = 12;

    private DocumentSyntax _syntax = null!;

    /// <summary>Tag and relation of each token, as one number.</summary>
    public uint[] Role { get; private set; } = [];

    /// <summary>The nearest token above in the tree that is a reporting word; -1 for none.</summary>
    public int[] Governor { get; private set; } = [];

    /// <summary>By which branch of the governor the token hangs on it, how deep and on which side; 0 for none.</summary>
    public uint[] Branch { get; private set; } = [];

    /// <summary>Whether the token begins or ends the branch: 1 begins, 2 ends.</summary>
    public byte[] Edge { get; private set; } = [];

    /// <summary>Which relations the token's children have, as a hash: the frame of a verb.</summary>
    public uint[] Frame { get; private set; } = [];

    /// <summary>The tag of a token.</summary>
    public uint Tag(int i) => (uint)_syntax.PennTags[i];

    /// <summary>The relation of a token to its head.</summary>
    public uint Relation(int i) => (uint)_syntax.Relations[i];

    /// <summary>The head of a token, -1 for none.</summary>
    public int Head(int i) => _syntax.Heads[i];

    /// <summary>Fills the arrays.</summary>
    /// <param name="syntax">The grammar of the document.</param>
    /// <param name="count">How many tokens the document has.</param>
    /// <param name="reporting">The class of reporting word of each token.</param>
    public void Read(DocumentSyntax syntax, int count, ReadOnlySpan<ReportingClass> reporting)
    {
        _syntax = syntax;
        Reserve(count);
        for (var i = 0; i < count; i++)
        {
            Role[i] = Mix(Tag(i), Relation(i));
            Frame[i] = FrameOf(i);
            ReadGovernor(i, reporting);
        }
    }

    // Relations that tell verbs of speech from others, one bit each.
    private uint FrameOf(int i)
    {
        uint frame = 0;
        foreach (var child in _syntax.Children(i))
        {
            frame |= _syntax.Relations[child].Main() switch
            {
                Syntax.Relation.Nsubj => 1,
                Syntax.Relation.Ccomp => 2,
                Syntax.Relation.Xcomp => 4,
                Syntax.Relation.Obj => 8,
                Syntax.Relation.Iobj => 16,
                Syntax.Relation.Obl => 32,
                Syntax.Relation.Parataxis => 64,
                Syntax.Relation.Mark => 128,
                Syntax.Relation.Aux => 256,
                Syntax.Relation.Advcl => 512,
                Syntax.Relation.Acl => 1024,
                Syntax.Relation.Nmod => 2048,
                Syntax.Relation.Case => 4096,
                _ => 0u,
            };
        }

        return frame;
    }

    private void ReadGovernor(int i, ReadOnlySpan<ReportingClass> reporting)
    {
        var branch = i;
        var depth = 0;
        var head = _syntax.Heads[i];
        while (head >= 0 && depth < Farthest && reporting[head] == ReportingClass.None)
        {
            branch = head;
            head = _syntax.Heads[head];
            depth++;
        }

        if (head < 0 || depth == Farthest)
        {
            (Governor[i], Branch[i], Edge[i]) = (-1, 0, 0);
            return;
        }

        var tree = _syntax.Subtree(branch);
        Governor[i] = head;
        Branch[i] = Mix(Relation(branch), (uint)Math.Min(depth, 2), branch < head ? 1u : 2u);
        Edge[i] = (byte)((tree.First == i ? 1 : 0) + (tree.End == i + 1 ? 2 : 0));
    }

    private void Reserve(int count)
    {
        if (Role.Length >= count) return;
        var size = Math.Max(count, 2 * Role.Length);
        (Role, Branch, Frame) = (new uint[size], new uint[size], new uint[size]);
        (Governor, Edge) = (new int[size], new byte[size]);
    }
}
