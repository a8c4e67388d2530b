using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Events;

/// <summary>
/// Reads political events: of each sentence the main verb and what is joined to it, by what the verb does with what hangs on it,
/// what the verbs above it make of that (promise, threat, refusal, demand), and the actors of its subject and objects; then what
/// statements do to whom they are made to.
/// </summary>
internal sealed class EventReader(LanguagePack language, ActorTable actors)
{
    private readonly EventLexicon _lexicon = new(language);

    /// <summary>The events of a document, in the order of its sentences, the main event of a sentence first.</summary>
    public ImmutableArray<PoliticalEvent> Read(Document document, DocumentSyntax syntax, EntityIndex entities, ImmutableArray<TimeExpression> times, ImmutableArray<Statement> statements)
    {
        var clauses = new Clauses(document, syntax, _lexicon);
        var parties = new EventActors(document, syntax, entities, actors);
        var sentences = new SentenceEvents(clauses, new EventParties(clauses, parties, _lexicon), _lexicon);
        var spoken = new StatementEvents(clauses, entities, parties).Read(statements);
        var events = ImmutableArray.CreateBuilder<PoliticalEvent>();
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            var first = events.Count;
            foreach (var found in sentences.Read(sentence)) events.Add(Dated(found, document, sentence, times));
            for (; next < spoken.Count && spoken[next].At < sentence.End; next++)
                Add(events, first, spoken[next].Event);
        }

        return events.ToImmutable();
    }

    // Where the sentence yielded the same event by its grammar, the statement at most tells to whom.
    private static void Add(ImmutableArray<PoliticalEvent>.Builder events, int first, PoliticalEvent spoken)
    {
        for (var i = first; i < events.Count; i++)
        {
            if (events[i].Type != spoken.Type || !events[i].Source.Any(s => spoken.Source.Any(t => t.Code == s.Code))) continue;
            if (events[i].Target.IsEmpty) events[i] = events[i] with { Target = spoken.Target };
            return;
        }

        events.Add(spoken);
    }

    // The day or period that the sentence names; the first one, where it names several.
    private static PoliticalEvent Dated(PoliticalEvent found, Document document, TokenRange sentence, ImmutableArray<TimeExpression> times)
    {
        int start = document.Tokens.Starts[sentence.First], end = document.Tokens[sentence.End - 1].End;
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].Span.Start >= start) high = middle; else low = middle + 1;
        }

        for (; low < times.Length && times[low].Span.Start < end; low++)
            if (times[low].Type is TimeType.Date or TimeType.Time && char.IsAsciiDigit(times[low].Value[0]) && times[low].Value.Length >= 4)
                return found with { Date = times[low].DateValue };
        return found;
    }
}
