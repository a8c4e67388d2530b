using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>What entities are read with: the model and the word lists. Immutable and safe to share between threads.</summary>
internal sealed class EntityKnowledge(EntityModel model, LanguagePack language, ReportingWords reporting)
{
    public EntityModel Model { get; } = model;

    public EntityLexicon Lexicon { get; } = new(language);

    public GrammarWords Grammar { get; } = new(language);

    public ReportingWords Reporting { get; } = reporting;
}

/// <summary>
/// Finds the entities of a document: names, then which names are one entity's, then what else refers to it. Not safe to share
/// between threads: it owns buffers that are used again.
/// </summary>
internal sealed class EntityReader
{
    private readonly GrammarWords _grammar;
    private readonly NameAttributes _attributes;
    private readonly NameLabeller _labeller;
    private readonly ListedNames _listed;
    private readonly Acronyms _acronyms = new();
    private readonly NameLinker _linker;
    private readonly MentionFinder _finder;
    private readonly RoleFinder _roles;
    private readonly QuotationSpeakers _speakers;
    private readonly CoreferenceReader _coreference = new();
    private readonly AntecedentRanker _ranker;
    private readonly List<RecognisedName> _names = [];

    public EntityReader(EntityKnowledge knowledge)
    {
        _grammar = knowledge.Grammar;
        _attributes = new NameAttributes(knowledge.Lexicon, knowledge.Grammar, knowledge.Reporting);
        _labeller = new NameLabeller(knowledge.Model.Names, knowledge.Model.NameTransitions);
        _listed = new ListedNames(knowledge.Lexicon, knowledge.Grammar);
        _linker = new NameLinker(knowledge.Lexicon, knowledge.Grammar, new ActorLinker(knowledge.Lexicon, knowledge.Grammar, knowledge.Reporting));
        _finder = new MentionFinder(knowledge.Lexicon, knowledge.Grammar, knowledge.Reporting);
        _roles = new RoleFinder(knowledge.Lexicon, knowledge.Grammar);
        _speakers = new QuotationSpeakers(knowledge.Reporting);
        _ranker = new AntecedentRanker(knowledge.Model.Antecedents, knowledge.Model.Caution);
    }

    /// <summary>The entities of a document.</summary>
    public EntityIndex Read(Document document, DocumentSyntax syntax)
    {
        var (mentions, drafts) = Read(document, syntax, _ranker);
        _roles.Read(document, syntax, mentions, _finder);
        foreach (var draft in drafts) draft.Mentions.Clear();
        foreach (var mention in mentions)
            if (mention.Entity is { } entity)
                entity.Mentions.Add(new Mention(mention.Tokens, Whole(document, mention.Tokens), mention.Head, mention.Kind));
        var entities = ImmutableArray.CreateBuilder<Entity>(drafts.Count);
        foreach (var draft in drafts.Where(draft => IsWorthKeeping(draft) && !IsDate(document, draft)).OrderBy(d => d.Mentions[0].Tokens.First).ThenByDescending(d => d.Mentions[0].Tokens.End))
            entities.Add(new Entity($"e{entities.Count + 1}", NameOf(document, draft), draft.Type, draft.Gender, [.. draft.Roles],
                draft.Affiliation, draft.Actor, [.. draft.Mentions]));
        return new EntityIndex(syntax, entities.ToImmutable());
    }

    /// <summary>The mentions of a document with their entities, antecedents chosen by <paramref name="chooser"/>.</summary>
    public (List<MentionDraft> Mentions, List<EntityDraft> Entities) Read(Document document, DocumentSyntax syntax, IAntecedentChooser chooser)
    {
        _attributes.Read(document, syntax);
        _labeller.Read(document, _attributes, _names);
        _listed.Apply(document, _attributes, _names);
        _acronyms.Apply(document, _attributes, _names);
        var known = _linker.Link(document, syntax, _names);
        var mentions = _finder.Find(document, syntax, known);
        return (mentions, _coreference.Read(mentions, known, _speakers.Find(document, syntax, _finder), chooser));
    }

    // A thing that is described once and never named or spoken of again is no entity of the article, unless it can speak; nor is
    // what only pronouns speak of.
    private static bool IsWorthKeeping(EntityDraft draft) =>
        draft.Mentions.Exists(m => m.Kind != MentionKind.Pronoun)
        && (draft.Mentions.Count > 1 || draft.IsNamed || draft.Type is not (EntityType.Other or EntityType.Place));

    // "Monday", by itself and whatever it was taken for, tells when.
    private bool IsDate(Document document, EntityDraft draft) =>
        draft.Type != EntityType.Person && draft.Mentions.TrueForAll(m => m.Tokens.Count == 1 && _grammar.ClassOf(m.Span.In(document.Text)) == GrammarClass.Calendar);

    // The fullest name; where there is none, the longest of the descriptions that are not too long to be one. Long phrases lie in one
    // another, and all of each would come to the square of the text.
    private static string NameOf(Document document, EntityDraft draft)
    {
        const int Longest = 8;
        if (draft.IsNamed) return Whole(document, draft.Name).In(document.Text).ToString();
        Mention? best = null;
        foreach (var mention in draft.Mentions)
            if (mention.Kind == MentionKind.Description && (best is null || best.Tokens.Count < mention.Tokens.Count && mention.Tokens.Count <= Longest)) best = mention;
        if (best!.Tokens.Count <= Longest) return best.Span.In(document.Text).ToString();
        var first = Math.Max(best.Tokens.First, best.Head + 1 - Longest);
        return Whole(document, new TokenRange(first, Math.Max(best.Head + 1, Math.Min(best.Tokens.End, first + Longest)))).In(document.Text).ToString();
    }

    private static Span Whole(Document document, TokenRange range) =>
        Span.FromBounds(document.Tokens.Starts[range.First], document.Tokens[range.End - 1].End);
}
