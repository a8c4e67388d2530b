using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>
/// Finds what may refer to something: names, pronouns, and the noun phrases of the syntax. An apposition, a title before a name
/// and the predicate of "is" stand beside the mention that they are another word for.
/// </summary>
internal sealed class MentionFinder(EntityLexicon lexicon, GrammarWords grammar, ReportingWords reporting)
{
    private readonly TitleFinder _titles = new(lexicon);
    private MentionDraft?[] _byHead = [];
    private MentionDraft?[] _titled = [];

    /// <summary>The mentions of a document, by their first token, the longer first.</summary>
    /// <param name="document">The document.</param>
    /// <param name="syntax">Its syntax.</param>
    /// <param name="entities">The entities with their names.</param>
    public List<MentionDraft> Find(Document document, DocumentSyntax syntax, List<EntityDraft> entities)
    {
        var count = document.Tokens.Count;
        if (_byHead.Length < count) _byHead = new MentionDraft?[Math.Max(count, 2 * _byHead.Length)];
        if (_titled.Length < count) _titled = new MentionDraft?[_byHead.Length];
        Array.Clear(_byHead, 0, count);
        Array.Clear(_titled, 0, count);
        var mentions = new List<MentionDraft>(count / 4);
        var places = new Places(document);
        foreach (var entity in entities)
            foreach (var name in entity.Mentions) Add(Name(document, syntax, entity, name, ref places), mentions);

        places = new Places(document);
        for (var i = 0; i < count; i++)
        {
            places.MoveTo(i);
            // Of a title only its last word may be a mention: what "Deputy" in "Deputy Foreign Minister Roe" hangs on is no matter.
            if (_byHead[i] is null && (_titled[i] is not { } titled || titled.Title.End == i + 1) && Nominal(document, syntax, i, places) is { } mention) Add(mention, mentions);
        }

        foreach (var mention in mentions) mention.Beside = BesideOf(document, syntax, mention);
        mentions.Sort((a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First)
            : a.Tokens.End != b.Tokens.End ? b.Tokens.End.CompareTo(a.Tokens.End) : a.Head.CompareTo(b.Head));
        return mentions;
    }

    /// <summary>The mention that hangs on a token of the document last read; of a name also at its other tokens.</summary>
    public MentionDraft? At(int token) => _byHead[token];

    private void Add(MentionDraft mention, List<MentionDraft> mentions)
    {
        mentions.Add(mention);
        _byHead[mention.Head] ??= mention;
        if (mention.Kind == MentionKind.Name)
        {
            for (var i = mention.Tokens.First; i < mention.Tokens.End; i++) _byHead[i] ??= mention;
            for (var i = mention.Title.First; i < mention.Title.End; i++) _titled[i] = mention;
        }
    }

    private MentionDraft Name(Document document, DocumentSyntax syntax, EntityDraft entity, Mention name, ref Places places)
    {
        if (name.Head < places.Token) places = new Places(document);
        places.MoveTo(name.Head);
        var titleLemma = 0u;
        var title = entity.Type == EntityType.Person ? _titles.Before(document, syntax, name.Tokens.First) : default;
        if (title.Count > 0) NounOf(document, syntax, title.End - 1, out titleLemma);
        return new MentionDraft
        {
            Tokens = name.Tokens, Head = name.Head, Kind = MentionKind.Name, Known = entity, Gender = entity.Gender,
            IsPlural = syntax.PennTags[name.Tokens.End - 1] == PennTag.Nnps && entity.Type != EntityType.Place, Definiteness = Definiteness.Named,
            Noun = NounOf(document, syntax, name.Tokens.End - 1, out var lemma), Lemma = lemma,
            Title = title, TitleLemma = titleLemma,
            Relation = syntax.Relations[name.Head], Governor = syntax.Heads[name.Head],
            Sentence = places.Sentence, Paragraph = places.Paragraph, Quotation = places.Quotation,
        };
    }

    private MentionDraft? Nominal(Document document, DocumentSyntax syntax, int i, Places places)
    {
        var tag = syntax.UniversalTags[i];
        var relation = syntax.Relations[i];
        if (tag == UniversalTag.Pron)
        {
            var pronoun = grammar.PronounOf(document.Tokens[i].In(document.Text));
            if (pronoun == PronounClass.None || relation == Relation.Expl) return null;
            return new MentionDraft
            {
                Tokens = new TokenRange(i, i + 1), Head = i, Kind = MentionKind.Pronoun, Pronoun = pronoun,
                IsReflexive = grammar.ClassOf(document.Tokens[i].In(document.Text)) == GrammarClass.Reflexive,
                Gender = pronoun switch { PronounClass.Male => Gender.Male, PronounClass.Female => Gender.Female, _ => null },
                IsPlural = pronoun is PronounClass.Plural or PronounClass.FirstPlural, Relation = relation, Governor = syntax.Heads[i],
                Reports = ReportOver(document, syntax, i),
                GovernorLemma = LemmaOf(syntax, syntax.Heads[i]),
                Sentence = places.Sentence, Paragraph = places.Paragraph, Quotation = places.Quotation,
            };
        }

        // Part of a longer name or noun, unless a comma shows that the parse is wrong there.
        var isPart = relation is Relation.Compound or Relation.Flat && !(i + 1 < document.Tokens.Count && Is(document, i + 1, ','));
        if (tag is not (UniversalTag.Noun or UniversalTag.Propn) || isPart || relation is Relation.Fixed
            or Relation.Goeswith || document.Tokens.Lengths[i] == 1) return null;
        var noun = NounOf(document, syntax, i, out var lemma);
        // "last week", "per cent": what hangs unmarked on a verb or noun seldom refers, unless it is someone.
        if (noun == NounClass.None && relation is Relation.NmodUnmarked or Relation.OblUnmarked) return null;
        var (tokens, definiteness) = Phrase(document, syntax, i);
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        return new MentionDraft
        {
            Tokens = tokens, Head = i, Kind = MentionKind.Description, Definiteness = definiteness, Noun = noun, Lemma = lemma,
            Gender = lexicon.GenderOf(syntax.Lemma(i, buffer)), IsPlural = syntax.PennTags[i] is PennTag.Nns or PennTag.Nnps,
            Relation = relation, Governor = syntax.Heads[i], GovernorLemma = LemmaOf(syntax, syntax.Heads[i]),
            Sentence = places.Sentence, Paragraph = places.Paragraph, Quotation = places.Quotation,
        };
    }

    // The noun phrase without what stands before it (prepositions, conjunctions) and without appositions and conjuncts.
    private (TokenRange Tokens, Definiteness Definiteness) Phrase(Document document, DocumentSyntax syntax, int head)
    {
        int first = head, end = head + 1;
        var definiteness = Definiteness.Bare;
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        foreach (var child in syntax.Children(head))
        {
            var relation = syntax.Relations[child];
            if (relation is Relation.Case or Relation.Cc or Relation.Punct or Relation.Conj or Relation.Appos or Relation.Parataxis or Relation.Mark
                or Relation.Cop or Relation.Nsubj or Relation.Aux or Relation.Advmod or Relation.Advcl or Relation.Discourse or Relation.List) continue;
            if (relation == Relation.NmodPoss) definiteness = Definiteness.Possessed;
            else if (relation == Relation.Det)
                definiteness = grammar.ClassOf(syntax.Lemma(child, buffer)) switch
                {
                    GrammarClass.Definite => Definiteness.Definite, GrammarClass.Demonstrative => Definiteness.Demonstrative, _ => Definiteness.Indefinite,
                };
            var subtree = syntax.Subtree(child);
            if (child < head) first = Math.Min(first, subtree.First); else end = Math.Max(end, subtree.End);
        }

        while (end > head + 1 && document.Tokens.Kinds[end - 1] == TokenKind.Mark) end--;
        return (new TokenRange(first, end), definiteness);
    }

    // The verb of saying or thinking whose content has this token as its subject; -1 where there is none.
    private int ReportOver(Document document, DocumentSyntax syntax, int token)
    {
        var verb = syntax.Heads[token];
        if (verb < 0 || syntax.Relations[token] != Relation.Nsubj || syntax.Relations[verb] != Relation.Ccomp) return -1;
        var report = syntax.Heads[verb];
        return report >= 0 && reporting.ClassOf(document.Tokens[report].In(document.Text)) is not (ReportingClass.None or ReportingClass.Noun) ? report : -1;
    }

    private static uint LemmaOf(DocumentSyntax syntax, int token) =>
        token < 0 ? 0 : Hashing.Of(syntax.Lemma(token, stackalloc char[Lemmatizer.Longest]));

    private NounClass NounOf(Document document, DocumentSyntax syntax, int i, out uint lemma)
    {
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        var word = syntax.Lemma(i, buffer);
        Span<char> lower = stackalloc char[Lemmatizer.Longest];
        ReadOnlySpan<char> spelled = word.Length <= lower.Length ? lower[..word.ToLowerInvariant(lower)] : word;
        lemma = Hashing.Of(spelled);
        var plural = document.Tokens[i].In(document.Text);
        if (syntax.PennTags[i] is PennTag.Nns && plural.Length <= lower.Length)
        {
            Span<char> whole = stackalloc char[Lemmatizer.Longest];
            if (lexicon.ClassOf(whole[..plural.ToLowerInvariant(whole)]) is var group and not NounClass.None) return group;
            if (lexicon.ClassOf(spelled) == NounClass.Person) return NounClass.Group;
        }

        return lexicon.ClassOf(spelled);
    }

    private MentionDraft? BesideOf(Document document, DocumentSyntax syntax, MentionDraft mention)
    {
        if (mention.Kind == MentionKind.Pronoun) return null;
        var governor = mention.Governor;
        if (governor >= 0 && mention.Relation is Relation.Appos or Relation.Flat && _byHead[governor] is { } whole && whole != mention
            && whole.Kind != MentionKind.Pronoun && MayBeBeside(mention, whole)) return whole;

        if (mention.Kind == MentionKind.Description && _titled[mention.Head] is { } titled) return titled;
        if (mention.Kind == MentionKind.Description && mention.Noun == NounClass.Person && !mention.IsPlural && NameBeside(document, mention) is { } beside) return beside;
        if (mention.Kind == MentionKind.Description && mention.Noun == NounClass.Organization && mention.Head > 0
            && PartOf(mention, mention.Head - 1) is { Known.Actor.Kind: ActorKind.Media } outlet) return outlet;
        if (syntax.Child(mention.Head, Relation.Cop) >= 0 && mention.Kind == MentionKind.Description && syntax.Child(mention.Head, Relation.Nsubj) is >= 0 and var subject
            && mention.Definiteness != Definiteness.Bare) return _byHead[subject];
        return null;
    }

    // No organisation, place or document is another word for a person, nor a person for one of those.
    private static bool MayBeBeside(MentionDraft mention, MentionDraft whole)
    {
        var (named, described) = mention.Known is not null ? (mention.Known, whole.Noun) : (whole.Known, mention.Noun);
        if (named is null || mention.Known is not null && whole.Known is not null) return mention.Known?.Type == whole.Known?.Type;
        return named.Type == EntityType.Person ? described is NounClass.Person or NounClass.None : described is not NounClass.Person;
    }

    // "its founder, Jane Roe," and "Jane Roe, the founder,": a comma on both sides, and no list that goes on.
    private MentionDraft? NameBeside(Document document, MentionDraft mention)
    {
        int first = mention.Tokens.First, end = mention.Tokens.End;
        if (end + 1 < document.Tokens.Count && Is(document, end, ',') && _byHead[end + 1] is { Kind: MentionKind.Name, Known.Type: EntityType.Person } after
            && after.Tokens.First == end + 1 && after.Sentence == mention.Sentence && Closes(document, after.Tokens.End) && mention.Definiteness != Definiteness.Indefinite) return after;
        return first > 1 && Is(document, first - 1, ',') && _byHead[first - 2] is { Kind: MentionKind.Name, Known.Type: EntityType.Person } before
            && before.Tokens.End == first - 1 && before.Sentence == mention.Sentence && Closes(document, end) ? before : null;
    }

    private MentionDraft? PartOf(MentionDraft mention, int last)
    {
        while (last > mention.Tokens.First && _byHead[last] is null) last--;
        return last >= mention.Tokens.First ? _byHead[last] : null;
    }

    private static bool Closes(Document document, int i) => i >= document.Tokens.Count || document.Tokens.Kinds[i] == TokenKind.Mark;

    private static bool Is(Document document, int i, char mark) => document.Text[document.Tokens.Starts[i]] == mark;

    // The sentence, paragraph and outermost quotation that a token stands in, asked for in the order of the text.
    private struct Places(Document document)
    {
        private readonly Document _document = document;
        private int _quotation;

        public int Token { get; private set; }

        public int Sentence { get; private set; }

        public int Paragraph { get; private set; }

        public int Quotation { get; private set; } = -1;

        public void MoveTo(int token)
        {
            Token = token;
            while (_document.Sentences[Sentence].End <= token) Sentence++;
            while (_document.Paragraphs[Paragraph].End <= token) Paragraph++;
            var position = _document.Tokens.Starts[token];
            var quotations = _document.Quotations;
            while (_quotation < quotations.Length && (quotations[_quotation].Whole.End <= position || quotations[_quotation].Depth > 0)) _quotation++;
            Quotation = _quotation < quotations.Length && quotations[_quotation].Whole.Start <= position ? _quotation : -1;
        }
    }
}
