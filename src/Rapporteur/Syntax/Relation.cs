namespace Rapporteur.Syntax;

/// <summary>How a token depends on its head: the relations of Universal Dependencies with the subtypes of its English treebanks.</summary>
public enum Relation : byte
{
    /// <summary>Not known.</summary>
    Dep,

    /// <summary>The root of a sentence.</summary>
    Root,

    /// <summary>Clause that modifies a noun.</summary>
    Acl,

    /// <summary>Relative clause.</summary>
    AclRelcl,

    /// <summary>Adverbial clause.</summary>
    Advcl,

    /// <summary>Relative clause that modifies a clause.</summary>
    AdvclRelcl,

    /// <summary>Adverb as a modifier.</summary>
    Advmod,

    /// <summary>Adjective as a modifier.</summary>
    Amod,

    /// <summary>Apposition.</summary>
    Appos,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Auxiliary of the passive.</summary>
    AuxPass,

    /// <summary>Preposition or possessive ending.</summary>
    Case,

    /// <summary>Coordinating conjunction.</summary>
    Cc,

    /// <summary>"either", "both" before a conjunct.</summary>
    CcPreconj,

    /// <summary>Clause as an object, with its own subject: the words reported.</summary>
    Ccomp,

    /// <summary>Noun before the noun that it modifies.</summary>
    Compound,

    /// <summary>Particle of a verb.</summary>
    CompoundPrt,

    /// <summary>Conjunct.</summary>
    Conj,

    /// <summary>Copula.</summary>
    Cop,

    /// <summary>Clause as a subject.</summary>
    Csubj,

    /// <summary>Clause as the subject of a copular clause around a clause.</summary>
    CsubjOuter,

    /// <summary>Clause as the subject of a passive.</summary>
    CsubjPass,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Predeterminer.</summary>
    DetPredet,

    /// <summary>Interjection.</summary>
    Discourse,

    /// <summary>Dislocated element.</summary>
    Dislocated,

    /// <summary>Expletive "there", "it".</summary>
    Expl,

    /// <summary>Part of a fixed expression.</summary>
    Fixed,

    /// <summary>Further part of a name, which has no head of its own.</summary>
    Flat,

    /// <summary>Part of a word written apart.</summary>
    Goeswith,

    /// <summary>Indirect object.</summary>
    Iobj,

    /// <summary>Item of a list.</summary>
    List,

    /// <summary>Word that introduces a clause: "that", "to", "if".</summary>
    Mark,

    /// <summary>Noun as a modifier of a noun.</summary>
    Nmod,

    /// <summary>Title or description before a name.</summary>
    NmodDesc,

    /// <summary>Possessor.</summary>
    NmodPoss,

    /// <summary>Noun as a modifier of a noun, without a preposition.</summary>
    NmodUnmarked,

    /// <summary>Subject.</summary>
    Nsubj,

    /// <summary>Subject of a copular clause around a clause.</summary>
    NsubjOuter,

    /// <summary>Subject of a passive.</summary>
    NsubjPass,

    /// <summary>Number as a modifier.</summary>
    Nummod,

    /// <summary>Object.</summary>
    Obj,

    /// <summary>Oblique nominal: a noun with a preposition under a verb.</summary>
    Obl,

    /// <summary>Agent of a passive: "by" someone.</summary>
    OblAgent,

    /// <summary>Oblique nominal without a preposition.</summary>
    OblUnmarked,

    /// <summary>What is left where a verb is left out.</summary>
    Orphan,

    /// <summary>Clause put beside: often "he said" after what was said.</summary>
    Parataxis,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>What a speaker mended.</summary>
    Reparandum,

    /// <summary>Someone addressed.</summary>
    Vocative,

    /// <summary>Clause as an object, without a subject of its own.</summary>
    Xcomp,
}
