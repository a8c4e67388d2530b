using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;

namespace Rapporteur.Events;

/// <summary>
/// Reads scheduled happenings: from each date that lies ahead up the sentence to the verb or noun that is a happening, then its
/// participants and place.
/// </summary>
internal sealed class AgendaReader(LanguagePack language)
{
    private const int Height = 6;

    private readonly AgendaLexicon _lexicon = new(language);
    private readonly EventLexicon _frames = new(language);

    /// <summary>The scheduled happenings of a document, in the order of the text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="syntax">Its grammar.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="times">Its time expressions.</param>
    /// <param name="published">The day of publication; without it nothing is known to lie ahead.</param>
    public ImmutableArray<AgendaEntry> Read(Document document, DocumentSyntax syntax, EntityIndex entities, ImmutableArray<TimeExpression> times, DateOnly? published)
    {
        if (published is not { } today) return [];
        var found = ImmutableArray.CreateBuilder<AgendaEntry>();
        var happenings = new Happenings(new Clauses(document, syntax, _frames), entities, _lexicon);
        foreach (var time in times)
        {
            if (!LiesAhead(time, today, out var sameDay)) continue;
            var tokens = document.Tokens.Touching(time.Span);
            if (tokens.Count == 0) continue;
            var token = Top(syntax, tokens);
            for (var step = 0; step < Height && token >= 0; step++, token = syntax.Heads[token])
            {
                if (happenings.At(token, tokens, sameDay) is not { } happening) continue;
                found.Add(happenings.Entry(happening, time, tokens));
                break;
            }
        }

        return found.ToImmutable();
    }

    // A day after publication, or a longer period that ends after it; "this week" and today need a verb that points ahead.
    private static bool LiesAhead(TimeExpression time, DateOnly today, out bool needsFuture)
    {
        needsFuture = false;
        if (time.Type is not (TimeType.Date or TimeType.Time) || !TimexPeriod.TryParse(time.Value, out var period)) return false;
        needsFuture = period.First <= today;
        return period.Last >= today;
    }

    private static int Top(DocumentSyntax syntax, TokenRange tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
            if (syntax.Heads[i] is var head && (head < tokens.First || head >= tokens.End)) return i;
        return tokens.First;
    }
}
