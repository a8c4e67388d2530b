using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Events;

/// <summary>
/// Reads political events: of each sentence the main verb and what is joined to it, by what the verb does with what hangs on it,
/// what the verbs above it make of that (promise, threat, refusal, demand), and the actors of its subject and objects.
/// </summary>
internal sealed class EventReader(LanguagePack language, ActorTable actors)
{
    private readonly EventLexicon _lexicon = new(language);

    /// <summary>The events of a document, in the order of its sentences, the main event of a sentence first.</summary>
    public ImmutableArray<PoliticalEvent> Read(Document document, DocumentSyntax syntax, EntityIndex entities, ImmutableArray<TimeExpression> times)
    {
        var clauses = new Clauses(document, syntax, _lexicon);
        var sentences = new SentenceEvents(clauses, new EventParties(clauses, new EventActors(document, syntax, entities, actors), _lexicon), _lexicon);
        var events = ImmutableArray.CreateBuilder<PoliticalEvent>();
        foreach (var sentence in document.Sentences)
            foreach (var found in sentences.Read(sentence)) events.Add(Dated(found, document, sentence, times));
        return events.ToImmutable();
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
