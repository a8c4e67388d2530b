using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>Something that is known, for people.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Evidence">The words that it was read from; null where the value is those words.</param>
internal sealed record Fact(string Name, string Value, string? Evidence = null);

/// <summary>What is known of a statement, in the order in which people ask: who, what, to whom, when.</summary>
internal static class StatementFacts
{
    public static IEnumerable<Fact> Of(StatementModel model)
    {
        var statement = model.Statement;
        return Said(model, statement).Concat(Speaker(model, statement.Speaker)).Concat(Setting(model, statement)).Concat(Ledger(model, statement)).Concat(Wording(model, statement))
            .Append(new Fact("Sure", Printed.Percent(statement.Score))).Where(fact => fact.Value.Length > 0);
    }

    private static IEnumerable<Fact> Said(StatementModel model, RecordStatement statement)
    {
        yield return new Fact("Words", model.Text.Words(statement.Content));
        yield return new Fact("Made of", statement.Kind switch
        {
            Statements.StatementKind.Direct => "quoted words",
            Statements.StatementKind.Mixed => "quoted words and the outlet’s own",
            _ => "the outlet’s own words",
        });
        yield return new Fact("Who, in the text", model.Text.Words(statement.Source));
        yield return new Fact("Words that say so", model.Text.Words(statement.Cue));
        yield return new Fact("Inside statement", statement.Within ?? "");
    }

    private static IEnumerable<Fact> Speaker(StatementModel model, RecordSpeaker? speaker)
    {
        if (speaker is null) yield break;
        yield return new Fact("Said by", Printed.Line(speaker.Name), model.Text.Words(speaker.Evidence));
        yield return new Fact("A speaker who is", Printed.Word(speaker.Kind));
        yield return Phrase(model, "Role", speaker.Role);
        yield return Phrase(model, "Belongs to", speaker.Affiliation);
        if (speaker.Anonymous is { } anonymous) yield return new Fact("Not named", anonymous.Reason is { } reason ? Printed.Line(reason.Text) : "no reason is given");
    }

    private static IEnumerable<Fact> Setting(StatementModel model, RecordStatement statement)
    {
        foreach (var relay in statement.Relays) yield return new Fact("Passed on by", Printed.Line(relay.Name), model.Text.Words(relay.Evidence));
        if (statement.Medium is { } medium) yield return new Fact("In", Printed.Line(medium.Name), model.Text.Words(medium.Evidence));
        if (statement.SaidOn is { } day) yield return new Fact("On", Printed.Line(day.Date), model.Text.Words(day.Evidence));
        yield return Phrase(model, "At", statement.Place);
    }

    private static IEnumerable<Fact> Ledger(StatementModel model, RecordStatement statement)
    {
        foreach (var act in statement.Acts)
        {
            var codes = act.Plover is { } plover ? $"CAMEO {act.Cameo}, PLOVER {plover}" : $"CAMEO {act.Cameo}";
            yield return new Fact("Does", $"{Printed.Word(act.Kind)} ({Printed.Percent(act.Score)}; {Printed.Line(codes)})", model.Words(act.Evidence));
        }

        foreach (var qualifier in statement.Qualifiers) yield return new Fact("Less its force", Printed.Word(qualifier.Kind), model.Text.Words(qualifier.Evidence));
        yield return Counterpart(model, "To, or who is to act", statement.Addressee);
        yield return Counterpart(model, "About", statement.Target);
        yield return new Fact("On condition", model.Words(statement.Condition?.Evidence));
        yield return new Fact("Then", model.Words(statement.Consequence?.Evidence));
        yield return new Fact("By", model.Words(statement.Deadlines));
    }

    private static IEnumerable<Fact> Wording(StatementModel model, RecordStatement statement)
    {
        foreach (var alteration in statement.Alterations) yield return new Fact("Altered", Printed.Word(alteration.Kind), model.Text.Words(alteration.Range));
        yield return new Fact("As printed", Printed.Line(statement.AsPrinted, 1000));
        yield return new Fact("As spoken", Printed.Line(statement.AsSpoken, 1000));
    }

    private static Fact Phrase(StatementModel model, string name, RecordPhrase? phrase) =>
        new(name, Printed.Line(phrase?.Text), phrase is null ? null : model.Text.Words(phrase.Evidence));

    private static Fact Counterpart(StatementModel model, string name, RecordCounterpart? counterpart) =>
        new(name, Printed.Line(counterpart?.Name), counterpart is null ? null : model.Text.Words(counterpart.Evidence));
}
