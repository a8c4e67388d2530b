using System.Collections.Immutable;
using NodaTime;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Times;

/// <summary>Finds the time expressions of a document and fixes their values.</summary>
internal sealed class TimeReader(TimeLexicon lexicon)
{
    /// <summary>Prepares the reading of times in one language.</summary>
    public TimeReader(LanguagePack language) : this(new TimeLexicon(language)) { }

    /// <summary>The time expressions of a document, in the order of the text; they do not overlap.</summary>
    /// <param name="document">The document.</param>
    /// <param name="syntax">Its grammar: tense decides between the last and the next Monday.</param>
    /// <param name="published">The day of publication; null leaves what depends on it open.</param>
    public ImmutableArray<TimeExpression> Read(Document document, DocumentSyntax syntax, DateOnly? published)
    {
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        var pieces = new TimePieces(document, syntax, lexicon);
        var resolver = new TimeResolver(published is { } day ? new LocalDate(day.Year, day.Month, day.Day) : null);
        foreach (var sentence in document.Sentences)
        {
            if (!pieces.Read(sentence)) continue;
            for (var i = 0; i < pieces.Count;)
            {
                if (TimeGrammar.Match(pieces, i) is not { } match)
                {
                    i++;
                    continue;
                }

                var direction = TenseReader.Read(pieces, match.First, match.End);
                for (var next = match; next is not null; next = DateGrammar.Another(pieces, next))
                {
                    var resolved = resolver.Resolve(next.Meaning, direction);
                    var span = Span.FromBounds(pieces[next.First].Span.Start, pieces[next.End - 1].Span.End);
                    found.Add(new TimeExpression(span, resolved.Type, resolved.Value, next.Mod));
                    i = next.End;
                }
            }
        }

        return found.ToImmutable();
    }
}
