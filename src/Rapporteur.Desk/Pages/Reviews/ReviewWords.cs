using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Reviews;
using Rapporteur.Ledger;
using Rapporteur.Records;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>Reviews in words for people.</summary>
internal static class ReviewWords
{
    private const int LongestChange = 400;

    /// <summary>What was done: <c>confirmed</c>, <c>taken back</c>.</summary>
    public static string Done(ReviewKind kind) => kind switch
    {
        ReviewKind.Added => "added, as missed",
        ReviewKind.Rejected => "rejected, as no statement",
        ReviewKind.TakenBack => "took back",
        _ => Printed.Word(kind),
    };

    /// <summary>Acts, or that there are none.</summary>
    public static string Acts(IEnumerable<SpeechAct> acts) => OrNone(string.Join(", ", acts.Select(act => Printed.Word(act))));

    /// <summary>The words, or that there are none.</summary>
    public static string OrNone(string words) => words.Length > 0 ? words : "nothing";

    /// <summary>A time for people.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A time for programs.</summary>
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What a reviewer marked otherwise than the reader had found: what, how it was, how it is.</summary>
    public static IEnumerable<(string Name, string Was, string Becomes)> Changes(ReviewBody body)
    {
        if (body.Given is not { } given) return [];
        var found = body.Found;
        string Words(Annotation? annotation, Func<Annotation, ImmutableArray<CodePointRange>> role) =>
            annotation is null ? "" : Printed.Line(body.Anchor.Words(role(annotation)), LongestChange);
        return new[]
        {
            ("who says it", Words(found, a => a.Source), Words(given, a => a.Source)),
            ("that it was said", Words(found, a => a.Cue), Words(given, a => a.Cue)),
            ("what was said", Words(found, a => a.Content), Words(given, a => a.Content)),
            ("said by", Printed.Line(found?.Speaker), Printed.Line(given.Speaker)),
            ("does", found is null ? "" : string.Join(", ", found.Acts.Select(act => Printed.Word(act))), string.Join(", ", given.Acts.Select(act => Printed.Word(act)))),
        }.Where(change => change.Item2 != change.Item3);
    }
}
