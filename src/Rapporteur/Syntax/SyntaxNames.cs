using System.Collections.Frozen;

namespace Rapporteur.Syntax;

/// <summary>Tags and relations as Universal Dependencies writes them.</summary>
public static class SyntaxNames
{
    private static readonly string[] Universal =
        ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    private static readonly string[] Penn =
    [
        "XX", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
        "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
        "WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "-LRB-", "-RRB-", ",", ".", ":", "``", "''", "$",
    ];

    private static readonly string[] Relations =
    [
        "dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
        "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
        "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
        "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",
        "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative",
        "xcomp",
    ];

    private static readonly Relation[] Mains =
        [.. Relations.Select(name => (Relation)Array.IndexOf(Relations, name.Split(':')[0]))];

    private static readonly FrozenDictionary<string, UniversalTag> UniversalByName = Numbered(Universal, i => (UniversalTag)i);
    private static readonly FrozenDictionary<string, PennTag> PennByName = Numbered(Penn, i => (PennTag)i);
    private static readonly FrozenDictionary<string, Relation> RelationByName = Numbered(Relations, i => (Relation)i);

    /// <summary>How many relations there are.</summary>
    internal static int RelationCount => Relations.Length;

    /// <summary>The tag's name: "PROPN".</summary>
    public static string Name(this UniversalTag tag) => Universal[(int)tag];

    /// <summary>The tag's name: "NNP".</summary>
    public static string Name(this PennTag tag) => Penn[(int)tag];

    /// <summary>The relation's name: "nsubj:pass".</summary>
    public static string Name(this Relation relation) => Relations[(int)relation];

    /// <summary>The relation without its subtype: of "nsubj:pass" "nsubj".</summary>
    public static Relation Main(this Relation relation) => Mains[(int)relation];

    /// <summary>The tag of a name; <see cref="UniversalTag.X"/> for an unknown one.</summary>
    public static UniversalTag ParseUniversalTag(string name) => UniversalByName.GetValueOrDefault(name);

    /// <summary>The tag of a name; <see cref="PennTag.Xx"/> for an unknown one.</summary>
    public static PennTag ParsePennTag(string name) => PennByName.GetValueOrDefault(name);

    /// <summary>The relation of a name; of its main part where the subtype is unknown, <see cref="Relation.Dep"/> where that is too.</summary>
    public static Relation ParseRelation(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return RelationByName.TryGetValue(name, out var relation) ? relation : RelationByName.GetValueOrDefault(name.Split(':')[0]);
    }

    private static FrozenDictionary<string, T> Numbered<T>(string[] names, Func<int, T> value) =>
        Enumerable.Range(0, names.Length).ToFrozenDictionary(i => names[i], value, StringComparer.Ordinal);
}
