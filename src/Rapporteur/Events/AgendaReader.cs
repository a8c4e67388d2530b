using System.Collections.Immutable;
using System.Globalization;
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
        needsFuture = true;
        if (time.Type is not (TimeType.Date or TimeType.Time)) return false;
        if (time.Day is { } day)
        {
            needsFuture = day == today;
            return day >= today;
        }

        var value = time.Value;
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (value.Length == 7 && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            needsFuture = year == today.Year && month == today.Month;
            return year > today.Year || year == today.Year && month >= today.Month;
        }

        if (value.Length == 8 && value[5] == 'W' && int.TryParse(value.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week))
        {
            var start = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Math.Clamp(week, 1, ISOWeek.GetWeeksInYear(year)), DayOfWeek.Monday));
            needsFuture = start <= today;
            return start.AddDays(6) >= today;
        }

        return year >= today.Year;
    }

    private static int Top(DocumentSyntax syntax, TokenRange tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
            if (syntax.Heads[i] is var head && (head < tokens.First || head >= tokens.End)) return i;
        return tokens.First;
    }
}
