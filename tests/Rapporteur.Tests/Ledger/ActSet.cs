using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Ledger;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Tests.Ledger;

/// <summary>One line of our own set of statements: what a person says it does.</summary>
internal sealed record MarkedStatement(string[] Acts, string[] Qualifiers, MarkedText Marked)
{
    public static MarkedStatement Parse(string line)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var head = line[..bar].Split(';');
        return new MarkedStatement(Names(head[0]), head.Length > 1 ? Names(head[1]) : [], MarkedText.Parse(Joined(line[(bar + 1)..].Trim())));
    }

    private static string[] Names(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != "none")];

    // "{a,t words}" is two marks.
    private static string Joined(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\{([a-z]),([a-z]) ([^{}]*)\}", "{$1 {$2 $3}}");

    public IEnumerable<Span> Of(string label) => Marked.Of(label);
}

/// <summary>How well the ledger is read on a half of the set.</summary>
internal sealed class ActScore
{
    private static readonly LedgerReader Ledger = new(LanguagePack.English);

    public Tally Acts { get; } = new();
    public Tally ConditionWords { get; } = new();
    public Tally Conditions { get; } = new();
    public Tally ConsequenceWords { get; } = new();
    public Tally Addressees { get; } = new();
    public Tally Targets { get; } = new();
    public Tally Deadlines { get; } = new();
    public Tally Qualifiers { get; } = new();
    public ConfusionTable Table { get; } = new();
    public SortedDictionary<string, Tally> ByAct { get; } = new(StringComparer.Ordinal);
    public List<string> Errors { get; } = [];

    /// <summary>Scores the lines of a half, with the statements as marked or as the whole reader finds them.</summary>
    public static ActScore Of(string half, bool marked)
    {
        var score = new ActScore();
        foreach (var line in MarkedText.Lines("Ledger", $"acts.{half}.txt"))
        {
            var statement = MarkedStatement.Parse(line);
            var text = statement.Marked.Text;
            var reading = Reader.English.Read(new Article(text) { Body = [new Span(0, text.Length)] });
            score.Add(statement, marked ? ReadMarked(reading, statement) : Nearest(reading, statement));
        }

        return score;
    }

    private static LedgerEntry ReadMarked(Reading reading, MarkedStatement marked)
    {
        ImmutableArray<Span> content = [.. marked.Of("x").Order()];
        var statement = new Statement("s1", QuotedShare.KindOf(reading.Document, content), [.. marked.Of("s").Order()], [.. marked.Of("c").Order()], content, null, 1);
        return Ledger.Read(new TokenWords(reading.Document, reading.Syntax), reading.Entities, [statement])[0].Ledger;
    }

    private static LedgerEntry Nearest(Reading reading, MarkedStatement marked)
    {
        int Shared(Statement s) => s.Content.Sum(a => marked.Of("x").Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        var nearest = reading.Statements.OrderByDescending(Shared).ThenBy(s => s.Content.Sum(c => c.Length)).FirstOrDefault();
        return nearest is null || Shared(nearest) == 0 ? LedgerEntry.Empty : nearest.Ledger;
    }

    private void Add(MarkedStatement marked, LedgerEntry found)
    {
        string[] acts = [.. found.Acts.Select(a => a.Kind.ToString().ToLowerInvariant())];
        AddActs(marked, acts);
        AddWords(ConditionWords, marked.Of("k"), found.Condition?.Evidence ?? []);
        AddWords(ConsequenceWords, marked.Of("q"), found.Consequence?.Evidence ?? []);
        AddSpans(Conditions, marked.Of("k"), found.Condition?.Evidence ?? []);
        AddSpans(Addressees, marked.Of("a"), found.Addressee is { } a ? [a.Evidence] : []);
        AddSpans(Targets, marked.Of("t"), found.Target is { } t ? [t.Evidence] : []);
        AddSpans(Deadlines, marked.Of("d"), found.Deadlines);
        string[] qualifiers = [.. found.Qualifiers.Select(q => q.Kind.ToString().ToLowerInvariant()).Distinct()];
        Qualifiers.Wanted += marked.Qualifiers.Length;
        Qualifiers.Found += qualifiers.Length;
        Qualifiers.Right += qualifiers.Intersect(marked.Qualifiers).Count();
        string Show(Span? span) => span is { } s ? s.In(marked.Marked.Text).ToString() : "-";
        var right = acts.ToHashSet().SetEquals(marked.Acts);
        if (!right || marked.Of("k").Any() != found.Condition is not null)
            Errors.Add($"{(right ? "cond" : "ACT")} {string.Join(",", marked.Acts)} as {string.Join(",", acts)} | a={Show(found.Addressee?.Evidence)} t={Show(found.Target?.Evidence)} k={Show(found.Condition?.Evidence[0])} | {marked.Marked.Text}");
        else
            Errors.Add($"part a={string.Join("/", marked.Of("a").Select(s => Show(s)))}>{Show(found.Addressee?.Evidence)} t={string.Join("/", marked.Of("t").Select(s => Show(s)))}>{Show(found.Target?.Evidence)} k={string.Join("/", marked.Of("k").Select(s => Show(s)))}>{Show(found.Condition?.Evidence[0])} f={string.Join(",", marked.Qualifiers)}>{string.Join(",", qualifiers)} | {marked.Marked.Text}");
    }

    private void AddActs(MarkedStatement marked, string[] acts)
    {
        Acts.Wanted += marked.Acts.Length;
        Acts.Found += acts.Length;
        foreach (var act in marked.Acts)
        {
            Of(act).Wanted++;
            if (acts.Contains(act)) { Acts.Right++; Of(act).Right++; Table.Add(act, act); }
            else Table.Add(act, acts.Except(marked.Acts).FirstOrDefault() ?? "-");
        }

        foreach (var act in acts)
        {
            Of(act).Found++;
            if (marked.Acts.Length == 0) Table.Add("-", act);
        }
    }

    private Tally Of(string act) => ByAct.TryGetValue(act, out var tally) ? tally : ByAct[act] = new Tally();

    // Characters shared, for spans whose edges may be argued about.
    private static void AddWords(Tally tally, IEnumerable<Span> wanted, IEnumerable<Span> found)
    {
        var w = wanted.SelectMany(s => Enumerable.Range(s.Start, s.Length)).ToHashSet();
        var f = found.SelectMany(s => Enumerable.Range(s.Start, s.Length)).ToHashSet();
        tally.Wanted += w.Count;
        tally.Found += f.Count;
        tally.Right += w.Intersect(f).Count();
    }

    // A span is right where it shares at least half of the characters of both together.
    private static void AddSpans(Tally tally, IEnumerable<Span> wanted, IEnumerable<Span> found)
    {
        Span[] w = [.. wanted], f = [.. found];
        tally.Wanted += w.Length;
        tally.Found += f.Length;
        tally.Right += w.Count(a => f.Any(b => 2 * Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) >= Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start)));
    }
}
