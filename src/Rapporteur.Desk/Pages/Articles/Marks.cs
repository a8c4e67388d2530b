using Rapporteur.Records;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>The marks of a record's layers, and how what they are about is called on the page.</summary>
internal static class Marks
{
    public static string OfStatement(string id) => $"about-{id}";

    public static string OfEntity(int index) => $"about-e{index + 1}";

    public static string OfTime(int index) => $"about-t{index + 1}";

    public static string OfEvent(int index) => $"about-v{index + 1}";

    public static string OfAlteration(int quotation, int index) => $"about-q{quotation + 1}-{index + 1}";

    public static string OfLoaded(int index) => $"about-l{index + 1}";

    public static string OfStance(int index) => $"about-c{index + 1}";

    public static string OfSentence(int index) => $"about-a{index + 1}";

    /// <summary>The number in the id of a statement, which archives have checked.</summary>
    public static int Number(RecordStatement statement) => int.TryParse(statement.Id.AsSpan(1), out var number) ? number : 0;

    /// <summary>Whether a layer shows a statement.</summary>
    public static bool Shows(this Layers layers, RecordStatement statement) => layers.HasFlag(statement.Kind switch
    {
        StatementKind.Direct => Layers.Direct,
        StatementKind.Mixed => Layers.Mixed,
        _ => Layers.Indirect,
    });

    /// <summary>The marks of the layers that touch a part of the text.</summary>
    public static List<Mark> Of(Record record, RecordText text, Layers layers, Span part)
    {
        var marks = new List<Mark>();
        var voice = record.Voice;
        foreach (var statement in record.Statements.Where(statement => layers.Shows(statement))) AddStatement(statement);
        if (layers.HasFlag(Layers.Mixed))
            foreach (var quotation in record.Quotations.Where(quotation => quotation.Statement is not null)) Add(quotation.Range, MarkKind.Quotation, null);
        if (layers.HasFlag(Layers.Voice))
            for (var i = 0; i < voice.Sentences.Length; i++)
                if (voice.Sentences[i].Kind == Wording.VoiceKind.Asserted) Add(voice.Sentences[i].Range, MarkKind.Asserted, OfSentence(i));
        if (layers.HasFlag(Layers.Events))
            for (var i = 0; i < record.Events.Length; i++)
                foreach (var range in record.Events[i].Evidence) Add(range, MarkKind.Event, OfEvent(i));
        if (layers.HasFlag(Layers.Names))
            for (var i = 0; i < record.Entities.Length; i++)
                foreach (var range in record.Entities[i].Mentions) Add(range, MarkKind.Name, OfEntity(i));
        if (layers.HasFlag(Layers.Times))
            for (var i = 0; i < record.Times.Length; i++) Add(record.Times[i].Span, MarkKind.Time, OfTime(i));
        if (layers.HasFlag(Layers.Loaded))
        {
            for (var i = 0; i < voice.Loaded.Length; i++) Add(voice.Loaded[i].Range, MarkKind.Loaded, OfLoaded(i));
            for (var i = 0; i < voice.Cues.Length; i++) Add(voice.Cues[i].Range, MarkKind.Stance, OfStance(i));
        }

        if (layers.HasFlag(Layers.Alterations))
            for (var i = 0; i < record.Quotations.Length; i++)
                for (var k = 0; k < record.Quotations[i].Alterations.Length; k++)
                    Add(record.Quotations[i].Alterations[k].Range, MarkKind.Alteration, OfAlteration(i, k));
        return marks;

        void AddStatement(RecordStatement statement)
        {
            var number = Number(statement);
            var about = OfStatement(statement.Id);
            foreach (var range in statement.Source) Add(range, MarkKind.Source, about, number);
            foreach (var range in statement.Cue) Add(range, MarkKind.Cue, about, number);
            foreach (var range in statement.Content) Add(range, statement.Kind == StatementKind.Direct ? MarkKind.Quoted : MarkKind.Reported, about, number);
        }

        void Add(CodePointRange range, MarkKind kind, string? about, int statement = 0)
        {
            var span = text.Span(range);
            if (!span.IsEmpty && span.Overlaps(part)) marks.Add(new Mark(span, kind, about, statement));
        }
    }
}
