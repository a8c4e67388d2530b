using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Statements;

/// <summary>Makes statements of attributions: who speaks, through whom, in what, on which day, and inside which other statement.</summary>
internal sealed class StatementReader(LanguagePack language, ReportingWords reporting, ActorTable actors)
{
    private readonly SourceLexicon _lexicon = new(language);

    /// <summary>The statements of a document, in the order of the text.</summary>
    public ImmutableArray<Statement> Read(Article article, Document document, DocumentSyntax syntax, EntityIndex entities, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
    {
        var words = new Words(document, syntax, language, _lexicon, reporting);
        var drafts = DialogueReader.Read(words);
        drafts.AddRange(attributions.Select(a => DraftOf(a, document)));
        drafts.RemoveAll(draft => OnlyOpens(draft, words) || OnlyNames(draft, words));
        drafts.Sort((a, b) => a.Content[0].Start.CompareTo(b.Content[0].Start));
        new QuotationRuns(words).Read(drafts);
        var speakers = new SpeakerReader(words, entities, actors, article.Outlet);
        new RelayReader(words, speakers.Names, article.Outlet).Read(drafts);
        Nest(drafts);
        Speak(drafts, words, speakers, new SettingReader(words, times), article.Outlet);
        return ToStatements(drafts.Where(d => !d.IsOpener), document);
    }

    private void Speak(List<Draft> drafts, Words words, SpeakerReader speakers, SettingReader settings, string? outlet)
    {

        // Turns that are labelled question and answer, or with the outlet's name, are an interview.
        var isInterview = drafts.Exists(d => d.IsTurn && (_lexicon.Asks(words.Printed(d.Source)) || words.Printed(d.Source) == outlet));

        // In the order in which sources stand, as a reader meets them.
        foreach (var draft in drafts.OrderBy(d => d.SourceSpans.IsEmpty ? d.Content[0].Start : Math.Min(d.SourceSpans[0].Start, d.Content[0].Start)))
        {
            if (draft.IsTurn)
            {
                draft.Speaker = speakers.OfLabel(draft.Source)?.ToSpeaker(words, draft.SourceSpans);
                if (isInterview) draft.Medium = new Medium(_lexicon.Interview, draft.SourceSpans);
                continue;
            }

            var heard = draft.Source.Count > 0 ? speakers.Find(draft.Source) : null;
            if (heard is { } found)
            {
                draft.Speaker = found.Party.ToSpeaker(words, draft.SourceSpans);
                draft.Medium = found.Medium;
            }

            settings.Read(draft);
            if (draft.Governor is { } governor) Follow(draft, governor);
            if (draft.Speaker is null && draft.Within is { Speaker: not null } outer && draft.Source.Count == 1 && words.Lexicon.IsFirstPerson(words[draft.Source.First])) draft.Speaker = outer.Speaker;
        }

        foreach (var draft in drafts)
            foreach (var relay in draft.Relays) draft.RelaysFound.Add(new Relay(words.Printed(speakers.Names.Fullest(relay)), [words.Where(relay)]) { Entity = speakers.Names.EntityOf(relay)?.Id });
    }

    private static void Follow(Draft draft, Draft governor)
    {
        draft.Speaker ??= governor.Speaker;
        draft.Medium ??= governor.Medium;
        draft.SaidOn ??= governor.SaidOn;
        draft.Place ??= governor.Place;
        if (draft.Relays.Count == 0) draft.Relays.AddRange(governor.Relays);
    }

    // "Addressing the matter on Monday, Roe said the following:": what was taken for a content only leads up to the quotations.
    private static bool OnlyOpens(Draft draft, Words words) =>
        draft.Cue.Count > 0 && words.First(draft.Cue.End - 1) == ':' && draft.Extent.End <= words.Document.Tokens.Starts[draft.Cue.First]
        && !words.IsQuoted(words.Document.Tokens.IndexAt(draft.Content[0].Start));

    // "Britain is hostile toward Russia": an attitude that the article ascribes, and no words of anybody's. Of such findings one in
    // five was marked by people where the model doubts them most (PolNeAR dev).
    private static bool OnlyNames(Draft draft, Words words)
    {
        const int LongestName = 3;
        if (draft.Probability >= 0.4f || draft.Cue.Count == 0 || draft.Content.Length > 1) return false;
        var content = words.Document.Tokens.Touching(draft.Content[0]);
        if (content.Count > LongestName + 1) return false;
        for (var i = content.First; i < content.End; i++)
            if (!words.IsCapitalised(i) && words.Tag(i) is not UniversalTag.Det || words.IsQuoted(i)) return false;
        return true;
    }

    private static Draft DraftOf(Attribution attribution, Document document) => new()
    {
        Source = attribution.Source.IsEmpty ? default : document.Tokens.Touching(attribution.Source[0]),
        Cue = attribution.Cue.IsEmpty ? default : document.Tokens.Touching(Span.FromBounds(attribution.Cue[0].Start, attribution.Cue[^1].End)),
        SourceSpans = attribution.Source,
        CueSpans = attribution.Cue,
        Content = attribution.Content,
        Probability = attribution.Probability,
    };

    // Contents stand in each other or apart, as brackets do; the few that cross are taken as apart.
    private static void Nest(List<Draft> drafts)
    {
        var open = new Stack<Draft>();
        foreach (var draft in drafts.OrderBy(d => d.Extent.Start).ThenByDescending(d => d.Extent.Length))
        {
            while (open.Count > 0 && open.Peek().Extent.End < draft.Extent.End) open.Pop();
            if (open.Count > 0 && !draft.IsOpener && open.Peek().Extent != draft.Extent) draft.Within = open.Peek();
            if (!draft.IsOpener) open.Push(draft);
        }
    }

    private static ImmutableArray<Statement> ToStatements(IEnumerable<Draft> drafts, Document document)
    {
        var ordered = drafts.OrderBy(d => d.Content[0].Start).ToList();
        var ids = ordered.Select((draft, k) => (draft, k)).ToDictionary(pair => pair.draft, pair => $"s{pair.k + 1}");
        return [.. ordered.Select(draft => new Statement(
            ids[draft], QuotedShare.KindOf(document, draft.Content), draft.SourceSpans, draft.CueSpans, draft.Content, draft.Speaker, Math.Round(draft.Probability, 3))
        {
            Relays = [.. draft.RelaysFound],
            Medium = draft.Medium,
            SaidOn = draft.SaidOn,
            Place = draft.Place,
            Within = draft.Within is { } outer ? ids[outer] : null,
        })];
    }
}
