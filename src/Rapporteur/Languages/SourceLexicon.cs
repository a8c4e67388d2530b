using System.Collections.Frozen;

namespace Rapporteur.Languages;

/// <summary>What a common noun for a source stands for.</summary>
internal enum SourceNoun : byte
{
    None,
    Person,
    Group,
    Organization,
    Document,
    Indefinite,
}

/// <summary>Who speaks in a medium.</summary>
internal enum MediumVoice : byte
{
    /// <summary>Whoever made the text: a statement, a letter.</summary>
    Author,

    /// <summary>The text: a report, a law.</summary>
    Text,

    /// <summary>Whoever speaks on the occasion: an interview, a speech.</summary>
    Occasion,

    /// <summary>Where words are posted.</summary>
    Place,
}

/// <summary>What a statement can be made in.</summary>
/// <param name="Name">Its name in records.</param>
/// <param name="Voice">Who speaks in it.</param>
internal sealed record MediumWord(string Name, MediumVoice Voice);

/// <summary>Whom a pronoun can stand for.</summary>
internal enum PronounKind : byte
{
    None,
    He,
    She,
    Who,
    It,
    They,
}

/// <summary>A language's nouns for those who speak, for what they speak in, and for who passes it on.</summary>
internal sealed class SourceLexicon
{
    private const int LongestPhrase = 48;

    private readonly FrozenDictionary<string, SourceNoun>.AlternateLookup<ReadOnlySpan<char>> _nouns;
    private readonly FrozenDictionary<string, MediumWord>.AlternateLookup<ReadOnlySpan<char>> _media;
    private readonly FrozenDictionary<string, MediumWord>.AlternateLookup<ReadOnlySpan<char>> _mediumVerbs;
    private readonly Dictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> _lists = [];
    private readonly string _dialogue = "";

    /// <summary>Reads the pack's lists.</summary>
    public SourceLexicon(LanguagePack language)
    {
        var nouns = new Dictionary<string, SourceNoun>(StringComparer.Ordinal);
        var media = new Dictionary<string, MediumWord>(StringComparer.Ordinal);
        var verbs = new Dictionary<string, MediumWord>(StringComparer.Ordinal);
        foreach (var (head, words) in Entries(language, "source-nouns"))
        {
            var kind = Enum.Parse<SourceNoun>(head, ignoreCase: true);
            foreach (var word in words)
            {
                nouns.TryAdd(word, kind);
                if (kind == SourceNoun.Person) nouns.TryAdd(Inflections.PluralNoun(word), SourceNoun.Group);
                if (kind == SourceNoun.Organization) nouns.TryAdd(Inflections.Plural(word), SourceNoun.Organization);
            }
        }

        foreach (var (head, words) in Entries(language, "media"))
        {
            var space = head.LastIndexOf(' ');
            var (name, voice) = (head[..space], head[(space + 1)..]);
            if (voice == "verb")
            {
                foreach (var form in words.SelectMany(word => Inflections.OfVerb([word]))) verbs.TryAdd(form, new MediumWord(name, MediumVoice.Author));
                continue;
            }

            var medium = new MediumWord(name, Enum.Parse<MediumVoice>(voice, ignoreCase: true));
            foreach (var word in words)
            {
                media.TryAdd(word, medium);
                media.TryAdd(Inflections.Plural(word), medium);
                if (medium.Voice == MediumVoice.Text) { nouns.TryAdd(word, SourceNoun.Document); nouns.TryAdd(Inflections.Plural(word), SourceNoun.Document); }
                if (medium.Voice == MediumVoice.Author) { nouns.TryAdd(word, SourceNoun.Document); nouns.TryAdd(Inflections.Plural(word), SourceNoun.Document); }
            }
        }

        foreach (var (head, words) in Entries(language, "outlets"))
        {
            var forms = head == "cites" ? words.SelectMany(verb => Inflections.OfVerb([verb])) : words;
            _lists[head] = forms.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        foreach (var (head, words) in Entries(language, "statement-words"))
        {
            if (head == "dialogue") _dialogue = words[0];
            _lists[head] = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        _nouns = nouns.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _media = media.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _mediumVerbs = verbs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a common noun stands for, in whatever case it is written.</summary>
    public SourceNoun NounOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestPhrase];
        return Lower(word, lower) is var n and > 0 && _nouns.TryGetValue(lower[..n], out var kind) ? kind : SourceNoun.None;
    }

    /// <summary>The medium that a noun or phrase names; null for most.</summary>
    public MediumWord? MediumOf(ReadOnlySpan<char> phrase)
    {
        Span<char> lower = stackalloc char[LongestPhrase];
        return Lower(phrase, lower) is var n and > 0 && _media.TryGetValue(lower[..n], out var medium) ? medium : null;
    }

    /// <summary>The medium that a verb says ("tweeted"); null for most.</summary>
    public MediumWord? MediumOfVerb(ReadOnlySpan<char> verb)
    {
        Span<char> lower = stackalloc char[LongestPhrase];
        return Lower(verb, lower) is var n and > 0 && _mediumVerbs.TryGetValue(lower[..n], out var medium) ? medium : null;
    }

    /// <summary>Whether a name is that of an outlet known by name.</summary>
    public bool IsKnownOutlet(ReadOnlySpan<char> name) => IsListed("name", name);

    /// <summary>Whether a common noun introduces an outlet ("the daily ...").</summary>
    public bool IsOutletNoun(ReadOnlySpan<char> word) => IsListed("noun", word);

    /// <summary>Whether a capitalised word is commonly part of an outlet's name.</summary>
    public bool IsOutletPart(ReadOnlySpan<char> word) => IsListed("part", word);

    /// <summary>Whether a preposition stands between a text and whoever made it: "a statement by", "a letter from".</summary>
    public bool NamesAuthor(ReadOnlySpan<char> preposition) => IsListed("authoring", preposition);

    /// <summary>Whether a verb says that one cites another.</summary>
    public bool Cites(ReadOnlySpan<char> verb) => IsListed("cites", verb);

    /// <summary>Whether a word, before a preposition, ascribes the sentence to someone ("according to").</summary>
    public bool Ascribes(ReadOnlySpan<char> word) => IsListed("ascribing", word);

    /// <summary>Whether a word joins two parts of a body's name ("of").</summary>
    public bool JoinsNames(ReadOnlySpan<char> word) => IsListed("joining", word);

    /// <summary>Whom a pronoun, or the pronoun of an owner, can stand for.</summary>
    public PronounKind PronounOf(ReadOnlySpan<char> word) =>
        IsListed("he", word) ? PronounKind.He : IsListed("she", word) ? PronounKind.She : IsListed("it", word) ? PronounKind.It
        : IsListed("they", word) ? PronounKind.They : IsListed("who", word) ? PronounKind.Who : PronounKind.None;

    /// <summary>Whether a word denies.</summary>
    public bool Denies(ReadOnlySpan<char> word) => IsListed("denying", word);

    /// <summary>Whether a verb, denied, says that someone said nothing ("did not respond").</summary>
    public bool IsSilence(ReadOnlySpan<char> verb) => IsListed("silence", verb);

    /// <summary>Whether a verb says that someone would not speak ("declined").</summary>
    public bool IsRefusal(ReadOnlySpan<char> verb) => IsListed("refusal", verb);

    /// <summary>Whether a word tells why a source is not named ("anonymity").</summary>
    public bool TellsAnonymity(ReadOnlySpan<char> word) => IsListed("anonymity", word);

    /// <summary>The name of the medium of questions and answers.</summary>
    public string Interview => MediumOf(_dialogue)!.Name;

    /// <summary>Whether a verb's object is the one spoken to ("told").</summary>
    public bool Addresses(ReadOnlySpan<char> word) => IsListed("addressing", word);

    /// <summary>Whether a preposition stands before what something is said in ("in a statement").</summary>
    public bool LeadsToMedium(ReadOnlySpan<char> word) => IsListed("medium", word);

    /// <summary>Whether a preposition stands before where something is said ("in Vienna").</summary>
    public bool LeadsToPlace(ReadOnlySpan<char> word) => IsListed("place", word);

    /// <summary>Whether a word before a name is a form of address and says nothing of what someone is ("Mr").</summary>
    public bool IsHonorific(ReadOnlySpan<char> word) => IsListed("honorific", word);

    /// <summary>Whether a dialogue's label stands for whoever asks ("Q").</summary>
    public bool Asks(ReadOnlySpan<char> label) => IsListed("asks", label);

    /// <summary>Whether a dialogue's label stands for whoever answers ("A").</summary>
    public bool Answers(ReadOnlySpan<char> label) => IsListed("answers", label);

    /// <summary>Whether a word stands for one or several of those just spoken of ("one", "others").</summary>
    public SourceNoun PartOf(ReadOnlySpan<char> word) =>
        IsListed("one-of", word) ? SourceNoun.Person : IsListed("some-of", word) ? SourceNoun.Group : SourceNoun.None;

    /// <summary>Whether a word stands for whoever speaks ("I").</summary>
    public bool IsFirstPerson(ReadOnlySpan<char> word) => IsListed("first", word);

    private bool IsListed(string list, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestPhrase];
        return Lower(word, lower) is var n and > 0 && _lists[list].Contains(lower[..n]);
    }

    private static int Lower(ReadOnlySpan<char> word, Span<char> lower) =>
        word.Length <= LongestPhrase ? word.ToLowerInvariant(lower) : 0;

    private static IEnumerable<(string Head, string[] Words)> Entries(LanguagePack language, string list) =>
        language.List(list).Select(line =>
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            return (line[..colon], line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        });
}
