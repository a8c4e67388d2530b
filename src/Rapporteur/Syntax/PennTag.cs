namespace Rapporteur.Syntax;

/// <summary>The English parts of speech of the Penn treebank, as the English Web Treebank extends them (the XPOS column).</summary>
public enum PennTag : byte
{
    /// <summary>Not known.</summary>
    Xx,

    /// <summary>Coordinating conjunction.</summary>
    Cc,

    /// <summary>Cardinal number.</summary>
    Cd,

    /// <summary>Determiner.</summary>
    Dt,

    /// <summary>The "there" of existence.</summary>
    Existential,

    /// <summary>Foreign word.</summary>
    Fw,

    /// <summary>Preposition or subordinating conjunction.</summary>
    In,

    /// <summary>Adjective.</summary>
    Jj,

    /// <summary>Adjective, comparative.</summary>
    Jjr,

    /// <summary>Adjective, superlative.</summary>
    Jjs,

    /// <summary>List item marker.</summary>
    Ls,

    /// <summary>Modal.</summary>
    Md,

    /// <summary>Noun, singular or mass.</summary>
    Nn,

    /// <summary>Noun, plural.</summary>
    Nns,

    /// <summary>Proper noun, singular.</summary>
    Nnp,

    /// <summary>Proper noun, plural.</summary>
    Nnps,

    /// <summary>Predeterminer.</summary>
    Pdt,

    /// <summary>The possessive ending.</summary>
    Pos,

    /// <summary>Personal pronoun.</summary>
    Prp,

    /// <summary>Possessive pronoun.</summary>
    PrpPossessive,

    /// <summary>Adverb.</summary>
    Rb,

    /// <summary>Adverb, comparative.</summary>
    Rbr,

    /// <summary>Adverb, superlative.</summary>
    Rbs,

    /// <summary>Particle of a verb.</summary>
    Rp,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>"to" before a verb.</summary>
    To,

    /// <summary>Interjection.</summary>
    Uh,

    /// <summary>Verb, base form.</summary>
    Vb,

    /// <summary>Verb, past tense.</summary>
    Vbd,

    /// <summary>Verb, gerund or present participle.</summary>
    Vbg,

    /// <summary>Verb, past participle.</summary>
    Vbn,

    /// <summary>Verb, present, not third person singular.</summary>
    Vbp,

    /// <summary>Verb, present, third person singular.</summary>
    Vbz,

    /// <summary>Wh-determiner.</summary>
    Wdt,

    /// <summary>Wh-pronoun.</summary>
    Wp,

    /// <summary>Possessive wh-pronoun.</summary>
    WpPossessive,

    /// <summary>Wh-adverb.</summary>
    Wrb,

    /// <summary>Web or mail address.</summary>
    Add,

    /// <summary>Affix.</summary>
    Afx,

    /// <summary>Part of a word written apart.</summary>
    Gw,

    /// <summary>Hyphen inside a word.</summary>
    Hyph,

    /// <summary>Superfluous punctuation, emoticons.</summary>
    Nfp,

    /// <summary>Opening bracket.</summary>
    OpenBracket,

    /// <summary>Closing bracket.</summary>
    CloseBracket,

    /// <summary>Comma.</summary>
    Comma,

    /// <summary>Mark that ends a sentence.</summary>
    Stop,

    /// <summary>Colon, semicolon, dash.</summary>
    Colon,

    /// <summary>Opening quotation mark.</summary>
    OpenQuote,

    /// <summary>Closing quotation mark.</summary>
    CloseQuote,

    /// <summary>Currency sign.</summary>
    Currency,
}
