using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>
/// Reads what statements do: the act by the cue where it names one, else by mood, modality and words of the content; then
/// condition, deadline, addressee and target. Rules over dependencies and the pack's lists; see docs/acts.md.
/// </summary>
internal sealed class LedgerReader
{
    private const double CueWeight = 0.85;
    private const double Threshold = 0.5;
    private const double BesideCue = 0.6;

    private readonly ActLexicon _lexicon;
    private readonly ContentActs _contents;
    private readonly ConditionReader _conditions;
    private readonly DeadlineReader _deadlines;

    public LedgerReader(LanguagePack language)
    {
        _lexicon = new ActLexicon(language);
        _contents = new ContentActs(_lexicon);
        _conditions = new ConditionReader(_lexicon);
        _deadlines = new DeadlineReader(_lexicon);
    }

    /// <summary>The statements with their lines of the ledger.</summary>
    public ImmutableArray<Statement> Read(TokenWords words, EntityIndex entities, ImmutableArray<Statement> statements)
    {
        var read = ImmutableArray.CreateBuilder<Statement>(statements.Length);
        Statement? before = null;
        Counterpart? spokenOf = null;
        foreach (var statement in statements)
        {
            // A run of quotations goes on about the same one until it names another.
            var goesOn = statement.Cue.IsEmpty && statement.Speaker is not null && statement.Speaker.Name == before?.Speaker?.Name;
            if (!goesOn) spokenOf = null;
            var ledger = Read(new StatementWords(words, entities, statement), spokenOf);
            read.Add(statement with { Ledger = ledger });
            spokenOf = ledger.Addressee ?? ledger.Target ?? spokenOf;
            before = statement;
        }

        return read.MoveToImmutable();
    }

    private LedgerEntry Read(StatementWords statement, Counterpart? spokenOf)
    {
        var condition = _conditions.Read(statement);
        var cue = CueActs.Read(statement, _lexicon);
        var fromContent = new ActScores();
        _contents.Read(statement, condition, fromContent);
        var scores = cue.IsSilent ? fromContent : Joined(statement, cue, condition, fromContent);
        if (cue.IsEmpty) return LedgerEntry.Empty;
        Settle(scores);
        var acts = scores.AtLeast(Threshold, statement.Words);
        var (addressee, target) = CounterpartReader.Read(statement, acts, cue.Tells);

        // What names the act ("express opposition") is not whom it is aimed at.
        if (cue.Found.Exists(f => f.Words.First <= target.First && target.First < f.Words.End)) target = default;
        var binds = acts.Any(a => a.Kind is SpeechAct.Threaten or SpeechAct.Warn or SpeechAct.Promise);
        return new LedgerEntry(
            acts, Qualifiers(statement, cue, condition),
            CounterpartNames.Addressee(statement, addressee, condition, spokenOf, cue.Tells, binds), CounterpartNames.Of(statement, target, condition, spokenOf),
            condition is null ? null : ToClause(statement.Words, [condition.Condition]),
            condition is null ? null : ToClause(statement.Words, condition.Consequence),
            acts.Any(a => a.Kind is SpeechAct.Demand or SpeechAct.Promise or SpeechAct.Threaten or SpeechAct.Agree or SpeechAct.Announce) ? _deadlines.Read(statement) : []);
    }

    // Where the cue names the act, the content adds only what it shows by itself, and says what kind of vow it is.
    private static ActScores Joined(StatementWords statement, CueActs cue, ConditionReading? condition, ActScores content)
    {
        var scores = new ActScores();
        foreach (var (act, words) in cue.Found) scores.Add(act, CueWeight, words);
        if (scores[SpeechAct.Promise] > 0 && (content[SpeechAct.Threaten] >= Threshold || condition is { Defies: true } && content[SpeechAct.Promise] < Threshold))
            scores.Turn(SpeechAct.Promise, SpeechAct.Threaten);
        if (scores[SpeechAct.Announce] > 0 && content[SpeechAct.Report] >= BesideCue) scores.Turn(SpeechAct.Announce, SpeechAct.Report);

        // An assurance of what is, not of what will be, is a plain statement.
        if (scores[SpeechAct.Promise] > 0 && (content[SpeechAct.State] > 0.3 || content[SpeechAct.Report] > 0)) scores.Turn(SpeechAct.Promise, SpeechAct.State);
        if (scores[SpeechAct.Predict] > 0 && content[SpeechAct.Warn] >= 0.35) scores.Turn(SpeechAct.Predict, SpeechAct.Warn);
        if (scores[SpeechAct.Warn] > 0 && condition is { Defies: true } && content[SpeechAct.State] + content[SpeechAct.Predict] + content[SpeechAct.Warn] == 0)
            scores.Turn(SpeechAct.Warn, SpeechAct.Threaten);
        var tells = cue.Found.TrueForAll(f => f.Act is SpeechAct.State or SpeechAct.Report or SpeechAct.Announce);
        for (var act = SpeechAct.Announce; act <= SpeechAct.Predict; act++)
        {
            if (content[act] < (tells ? Threshold : BesideCue) || scores[act] > 0 || !MayJoin(cue, act)) continue;
            scores.Take(act, content, tells ? 1 : 0.85);
        }

        if (tells && scores.Best >= Threshold)
        {
            scores.Drop(SpeechAct.State);
            scores.Drop(SpeechAct.Report);
        }

        return scores;
    }

    // A cue that only tells leaves the act to the content; one that does something is joined by deeds, not by moods.
    private static bool MayJoin(CueActs cue, SpeechAct act)
    {
        if (cue.Found.TrueForAll(f => f.Act is SpeechAct.State or SpeechAct.Report or SpeechAct.Announce)) return act != SpeechAct.Praise;
        if (cue.Found.Exists(f => f.Act == SpeechAct.Warn)) return act is SpeechAct.Threaten;
        return cue.Found.Exists(f => f.Act is SpeechAct.Reject or SpeechAct.Praise) && act is SpeechAct.Promise or SpeechAct.Demand;
    }

    // What tells only is said where nothing is done; a warning of what a speaker will do is a threat, one of what is foretold a warning.
    private static void Settle(ActScores scores)
    {
        if (scores[SpeechAct.Threaten] >= Threshold && scores[SpeechAct.Warn] is > 0 and < BesideCue) scores.Drop(SpeechAct.Warn);
        if (scores[SpeechAct.Warn] >= Threshold && scores[SpeechAct.Predict] < BesideCue + 0.2) scores.Drop(SpeechAct.Predict);
        if (scores[SpeechAct.Apologise] >= Threshold && scores[SpeechAct.Demand] < CueWeight + 0.01) scores.Drop(SpeechAct.Demand);
        if (Deed(scores) >= BesideCue)
        {
            if (scores[SpeechAct.Announce] < CueWeight) scores.Drop(SpeechAct.Announce);
            if (scores[SpeechAct.Predict] < CueWeight) scores.Drop(SpeechAct.Predict);
        }

        var best = scores.Best;
        if (best >= Threshold)
        {
            if (scores[SpeechAct.State] < CueWeight) scores.Drop(SpeechAct.State);
            if (scores[SpeechAct.Report] < CueWeight) scores.Drop(SpeechAct.Report);
        }
        else if (scores[SpeechAct.Report] >= Threshold)
        {
            scores.Drop(SpeechAct.State);
        }
        else if (scores[SpeechAct.State] is > 0 and < Threshold)
        {
            scores.Add(SpeechAct.State, 0.5, default);
        }
    }

    // The best score of the acts that do more to the hearer than to let him know.
    private static double Deed(ActScores scores)
    {
        double best = 0;
        for (var act = SpeechAct.Promise; act < SpeechAct.Ask; act++) best = Math.Max(best, scores[act]);
        return best;
    }

    private ImmutableArray<Qualifier> Qualifiers(StatementWords statement, CueActs cue, ConditionReading? condition)
    {
        var words = statement.Words;
        var found = ImmutableArray.CreateBuilder<Qualifier>();
        if (cue.Refusal.Count > 0) found.Add(new Qualifier(QualifierKind.Negated, words.Whole(cue.Refusal)));
        if (condition is not null) found.Add(new Qualifier(QualifierKind.Conditional, words.Whole(condition.Marker)));
        if (First(statement, ContentWords.Hedge) is { } hedge) found.Add(new Qualifier(QualifierKind.Hedged, hedge));
        if (First(statement, ContentWords.Hypothesis) is { } hypothesis)
            found.Add(new Qualifier(QualifierKind.Hypothetical, hypothesis));
        else if (Irreal(statement) is { } irreal) found.Add(new Qualifier(QualifierKind.Hypothetical, irreal));
        return found.ToImmutable();
    }

    // "would have closed": what did not come to be.
    private static Span? Irreal(StatementWords statement)
    {
        var words = statement.Words;
        foreach (var part in statement.Parts().Take(1))
            for (var i = part.First; i + 2 < part.End; i++)
                if (words.Penn(i) == PennTag.Md && words.Is(i + 1, "have") && words.Penn(i + 2) == PennTag.Vbn && words.Form(i) is "would" or "could" or "might")
                    return words.Whole(new TokenRange(i, i + 3));
        return null;
    }

    // In the cue ("hinted"), or in the first sentence of the content, outside its conditions.
    private Span? First(StatementWords statement, ContentWords wanted)
    {
        foreach (var range in statement.Cue.Concat(statement.Parts().Take(1)))
            for (var i = range.First; i < range.End; i++)
                if (_lexicon.Contents.TryMatch(statement.Words, i, range.End, out var length, out var classes) && classes.HasFlag(wanted))
                    return statement.Words.Whole(new TokenRange(i, i + length));
        return null;
    }

    // Who must do it: the subject of the first verb in the clause that has one.
    private static Clause ToClause(TokenWords words, ImmutableArray<TokenRange> ranges)
    {
        Span? by = null;
        foreach (var range in ranges)
            for (var i = range.First; i < range.End && by is null; i++)
                if (words.Syntax.Relations[i] is Relation.Nsubj or Relation.NsubjPass) by = words.Whole(NounPhrases.Of(words, i));
        return new Clause([.. ranges.Select(words.Whole)], by);
    }
}
