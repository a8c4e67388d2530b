using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// The morphological features of words, as Universal Dependencies writes them: what the tag and the word say by the pack's table, and of
/// verbs person, number, mood and voice by the tree. Not part of a reading; made where CoNLL-U is written.
/// </summary>
internal sealed class FeatureReader
{
    // How far up a chain of conjuncts and auxiliaries is looked.
    private const int Height = 4;

    private readonly Dictionary<string, string> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tag, string Word), string> _byWord = [];

    /// <summary>Reads the table of a language pack.</summary>
    /// <exception cref="InvalidDataException">A line has fewer than three columns.</exception>
    public FeatureReader(LanguagePack language)
    {
        foreach (var line in language.List("syntax/features"))
        {
            // The features themselves stand between bars.
            var cells = line.Split('|', 3, StringSplitOptions.TrimEntries);
            if (cells.Length != 3) throw new InvalidDataException($"syntax/features: three columns expected in '{line}'.");
            if (cells[1] == "*") _byTag[cells[0]] = cells[2];
            else foreach (var word in cells[1].Split(", ")) _byWord[(cells[0], word)] = cells[2];
        }
    }

    /// <summary>The features of each token, in the order of the alphabet; the empty string where it has none.</summary>
    public string[] Read(Document document, DocumentSyntax syntax)
    {
        var features = new string[document.Tokens.Count];
        for (var i = 0; i < features.Length; i++) features[i] = OfWord(document, syntax, i);
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = syntax.PennTags[i] switch
            {
                PennTag.Vbp or PennTag.Vbd => Agreeing(syntax, i, features),
                PennTag.Vbn when syntax.UniversalTags[i] == UniversalTag.Verb && IsPassive(syntax, i) => features[i] + "|Voice=Pass",
                PennTag.Vbg when syntax.UniversalTags[i] == UniversalTag.Verb && IsGerund(syntax, i) => "VerbForm=Ger",
                PennTag.Vb when IsImperative(syntax, i) => "Mood=Imp|VerbForm=Fin",
                PennTag.Prp when !IsSubject(syntax.Relations[i]) => features[i].Replace("Case=Nom", "Case=Acc", StringComparison.Ordinal),
                _ => features[i],
            };
        }

        return features;
    }

    private string OfWord(Document document, DocumentSyntax syntax, int i)
    {
        var form = document.Tokens[i].In(document.Text);
        var tag = syntax.PennTags[i].Name();
        var both = $"{syntax.UniversalTags[i].Name()}/{tag}";
        var word = form.ToString().ToLowerInvariant();
        if (syntax.PennTags[i] == PennTag.Cd && word.AsSpan().ContainsAnyInRange('0', '9')) return "NumForm=Digit|NumType=Card";
        if (syntax.PennTags[i] == PennTag.Jj && char.IsAsciiDigit(word[0]) && char.IsAsciiLetter(word[^1]) && syntax.UniversalTags[i] == UniversalTag.Adj)
            return "Degree=Pos|NumForm=Combi|NumType=Ord";
        return _byWord.GetValueOrDefault((both, word)) ?? _byTag.GetValueOrDefault(both)
            ?? _byWord.GetValueOrDefault((tag, word)) ?? _byTag.GetValueOrDefault(tag) ?? "";
    }

    // "they were": person and number are those of the subject; of auxiliaries, the subject of the verb that they help.
    private static string Agreeing(DocumentSyntax syntax, int verb, string[] features)
    {
        if (features[verb].Contains("Person=", StringComparison.Ordinal)) return features[verb];
        var subject = Subject(syntax, verb);
        string number = "Sing", person = "3";
        if (subject >= 0)
        {
            number = Value(features[subject], "Number=") ?? (Value(features[subject], "Person=") == "2" ? "Sing" : number);
            person = Value(features[subject], "Person=") ?? person;
            if (number == "Ptan" || syntax.Child(subject, Relation.Conj) >= 0) number = "Plur";
        }

        if (syntax.PennTags[verb] == PennTag.Vbp && person == "3") number = "Plur";
        return features[verb].Replace("|Tense", $"|Number={number}|Person={person}|Tense", StringComparison.Ordinal);
    }

    private static int Subject(DocumentSyntax syntax, int verb)
    {
        for (var (at, height) = (verb, 0); at >= 0 && height < Height; height++)
        {
            foreach (var child in syntax.Children(at)) if (IsSubject(syntax.Relations[child]) && syntax.Relations[child] != Relation.Expl) return child;
            if (syntax.Relations[at] is not (Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Conj)) return -1;
            at = syntax.Heads[at];
        }

        return -1;
    }

    private static bool IsSubject(Relation relation) => relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Expl;

    // "was arrested", "those arrested"; not "has arrested".
    private static bool IsPassive(DocumentSyntax syntax, int verb, int height = 0)
    {
        if (syntax.Child(verb, Relation.AuxPass) >= 0 || syntax.Child(verb, Relation.NsubjPass) >= 0) return true;
        if (syntax.Child(verb, Relation.Aux) >= 0) return false;
        return syntax.Relations[verb] is Relation.Acl or Relation.Advcl or Relation.Xcomp or Relation.Amod
            || syntax.Relations[verb] == Relation.Conj && syntax.Heads[verb] is >= 0 and var head && syntax.PennTags[head] == PennTag.Vbn && height < Height && IsPassive(syntax, head, height + 1);
    }

    // "by leaving", "likes leaving"; not "is leaving", "the man leaving".
    private static bool IsGerund(DocumentSyntax syntax, int verb)
    {
        if (syntax.Child(verb, Relation.Aux) >= 0) return false;
        return syntax.Child(verb, Relation.Mark) >= 0 || syntax.Child(verb, Relation.Case) >= 0
            || syntax.Relations[verb] is Relation.Csubj or Relation.Xcomp or Relation.Ccomp or Relation.Nsubj or Relation.Obj or Relation.Obl or Relation.Nmod;
    }

    private static bool IsImperative(DocumentSyntax syntax, int verb, int height = 0)
    {
        if (syntax.Child(verb, Relation.Aux) >= 0 || syntax.Child(verb, Relation.Mark) >= 0) return false;
        foreach (var child in syntax.Children(verb)) if (IsSubject(syntax.Relations[child])) return false;
        return syntax.Relations[verb] is Relation.Root or Relation.Parataxis or Relation.Ccomp
            || syntax.Relations[verb] == Relation.Conj && syntax.Heads[verb] is >= 0 and var head && syntax.PennTags[head] == PennTag.Vb && head < verb && height < Height && IsImperative(syntax, head, height + 1);
    }

    private static string? Value(string features, string name)
    {
        var at = features.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return null;
        var end = features.IndexOf('|', at);
        return features[(at + name.Length)..(end < 0 ? features.Length : end)];
    }
}
