using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>How a word is written.</summary>
internal enum WordCase : byte
{
    NoWord,
    Lower,
    Capital,
    AllCapitals,
    Mixed,
}

/// <summary>
/// What the name recogniser sees of each token: its spelling, the lists it stands in, and how the same word is used elsewhere in
/// the document. Arrays over the tokens, reused from document to document.
/// </summary>
internal sealed class NameAttributes(EntityLexicon lexicon, GrammarWords grammar, ReportingWords reporting)
{
    /// <summary>What is known of a word from all its places in the document.</summary>
    [Flags]
    internal enum Use : ushort
    {
        None = 0,
        Lower = 1,
        CapitalInside = 2,
        AfterFirstName = 4,
        AfterTitle = 8,
        BesideReporting = 16,
        AfterLocative = 32,
        Possessor = 64,
        AfterArticle = 128,
        InBrackets = 256,
        BeforePerson = 512,
    }

    // A name that is a member of a list counts by the sort of the list; what goes on is told from what begins.
    private const byte PlaceList = 32;

    private readonly Dictionary<uint, Use> _uses = [];

    public WordForms Forms { get; } = new();

    public WordCase[] Case { get; private set; } = [];

    /// <summary>Which list the token stands in: 0 for none; the sort of actor or place, doubled, plus one where it begins.</summary>
    public byte[] Listed { get; private set; } = [];

    /// <summary>First names (1 to 3), titles before names (4), and the class of the noun (from 8).</summary>
    public byte[] Kind { get; private set; } = [];

    /// <summary>How the same word is used in the document, this place included.</summary>
    public Use[] Uses { get; private set; } = [];

    public uint[] Tag { get; private set; } = [];

    /// <summary>Fills the arrays.</summary>
    public void Read(Document document, DocumentSyntax syntax)
    {
        var tokens = document.Tokens;
        Reserve(tokens.Count);
        Forms.Read(document.Text, tokens);
        for (var i = 0; i < tokens.Count; i++) ReadWord(document, syntax, i);
        foreach (var sentence in document.Sentences) ReadLists(document, sentence);
        _uses.Clear();
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; i++) ReadUse(document, sentence, i);
        for (var i = 0; i < tokens.Count; i++) Uses[i] = Case[i] == WordCase.NoWord ? Use.None : _uses.GetValueOrDefault(Forms.Word[i]);
    }

    private void ReadWord(Document document, DocumentSyntax syntax, int i)
    {
        var word = document.Tokens[i].In(document.Text);
        Case[i] = CaseOf(word);
        Listed[i] = 0;
        Kind[i] = 0;
        Tag[i] = (uint)syntax.PennTags[i];
        if (Case[i] == WordCase.NoWord || word.Length > 24) return;
        Span<char> lower = stackalloc char[24];
        var spelled = lower[..word.ToLowerInvariant(lower)];
        if (Case[i] is WordCase.Capital or WordCase.Mixed && lexicon.IsFirstName(word, out var gender)) Kind[i] = gender switch { Gender.Male => 1, Gender.Female => 2, _ => 3 };
        else if (Case[i] != WordCase.Lower && lexicon.Language.IsRole(word.TrimEnd('.'))) Kind[i] = 4;
        else if (lexicon.ClassOf(spelled) is var noun and not NounClass.None) Kind[i] = (byte)(8 + (int)noun);
        else if (lexicon.ClassOf(spelled.TrimEnd('s')) is var plural and not NounClass.None) Kind[i] = (byte)(16 + (int)plural);
    }

    private void ReadLists(Document document, TokenRange sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Case[i] is WordCase.NoWord) continue;
            var (actor, count) = lexicon.Actors.At(document, i, sentence.End);
            var sort = actor is null ? (byte)0 : actor.Use != ActorUse.Name ? (byte)actor.Use : (byte)(4 + (int)actor.Actor.Kind);
            var places = lexicon.Places.At(document, i, sentence.End, out _);
            if (places > count) (count, sort) = (places, PlaceList);
            if (count == 0) continue;
            Listed[i] = (byte)(sort * 2 + 1);
            for (var k = 1; k < count; k++) Listed[i + k] = (byte)(sort * 2);
            i += count - 1;
        }
    }

    private void ReadUse(Document document, TokenRange sentence, int i)
    {
        var how = Case[i];
        if (how == WordCase.NoWord) return;
        var use = Use.None;
        if (how == WordCase.Lower) use = Use.Lower;
        else
        {
            if (i > sentence.First && Case[i - 1] == WordCase.Lower) use |= Use.CapitalInside;
            if (i > sentence.First)
            {
                if (Kind[i - 1] is >= 1 and <= 3) use |= Use.AfterFirstName;
                if (Kind[i - 1] == 4) use |= Use.AfterTitle;
                var before = grammar.ClassOf(document.Tokens[i - 1].In(document.Text));
                if (before == GrammarClass.Locative) use |= Use.AfterLocative;
                if (Tag[i - 1] == (uint)PennTag.Dt) use |= Use.AfterArticle;
                if (IsReporting(document, i - 1)) use |= Use.BesideReporting;
            }

            if (i + 1 < sentence.End)
            {
                if (Tag[i + 1] == (uint)PennTag.Pos) use |= Use.Possessor;
                if (IsReporting(document, i + 1)) use |= Use.BesideReporting;
                if (grammar.ClassOf(document.Tokens[i + 1].In(document.Text)) == GrammarClass.Relative) use |= Use.BeforePerson;
                if (i > sentence.First && document.Text[document.Tokens.Starts[i - 1]] == '(' && document.Text[document.Tokens.Starts[i + 1]] == ')') use |= Use.InBrackets;
            }
        }

        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_uses, Forms.Word[i], out _);
        known |= use;
    }

    private bool IsReporting(Document document, int i)
    {
        if (Case[i] != WordCase.Lower) return false;
        return reporting.ClassOf(document.Tokens[i].In(document.Text)) != ReportingClass.None;
    }

    private static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        if (!char.IsLetter(word[0])) return WordCase.NoWord;
        int upper = 0, lower = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        if (upper == 0) return WordCase.Lower;
        if (!char.IsUpper(word[0])) return WordCase.Mixed;
        return lower == 0 && upper > 1 ? WordCase.AllCapitals : upper > 1 ? WordCase.Mixed : WordCase.Capital;
    }

    private void Reserve(int tokens)
    {
        if (Case.Length >= tokens) return;
        var size = Math.Max(tokens, 2 * Case.Length);
        Case = new WordCase[size];
        Listed = new byte[size];
        Kind = new byte[size];
        Uses = new Use[size];
        Tag = new uint[size];
    }
}
