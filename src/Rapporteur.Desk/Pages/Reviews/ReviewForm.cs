using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rapporteur.Archive.Reviews;
using Rapporteur.Ledger;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>What stands in the fields of a review's form.</summary>
/// <param name="Source">The words that name who said it, as <see cref="MarkedWords"/> are typed.</param>
/// <param name="Cue">The words that say it was said.</param>
/// <param name="Content">The words that were said.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Acts">What it does.</param>
/// <param name="Comment">Why.</param>
internal sealed record ReviewForm(string Source, string Cue, string Content, string Speaker, ImmutableArray<SpeechAct> Acts, string Comment)
{
    /// <summary>An empty form.</summary>
    public static readonly ReviewForm Empty = new("", "", "", "", [], "");

    /// <summary>What is said: the name of a <see cref="ReviewKind"/>; null of one that nobody sent.</summary>
    public ReviewKind? Kind { get; private init; }

    /// <summary>The version that the reviewer looked at.</summary>
    public int? Version { get; private init; }

    /// <summary>The tag of the statement that the reviewer looked at.</summary>
    public string? Seen { get; private init; }

    /// <summary>The review that is taken back.</summary>
    public long? TakesBack { get; private init; }

    /// <summary>A form that holds what a statement is.</summary>
    public static ReviewForm Of(Annotation? annotation, MarkedWords words) => annotation is null ? Empty
        : new(words.Written(annotation.Source), words.Written(annotation.Cue), words.Written(annotation.Content), annotation.Speaker ?? "", annotation.Acts, "");

    /// <summary>A form that was sent.</summary>
    public static ReviewForm Of(IFormCollection fields) =>
        new(fields["source"].ToString(), fields["cue"].ToString(), fields["content"].ToString(), fields["speaker"].ToString(),
            [.. fields["act"].Select(name => Enum.TryParse<SpeechAct>(name, ignoreCase: true, out var act) && Enum.IsDefined(act) ? act : (SpeechAct?)null).OfType<SpeechAct>()],
            fields["comment"].ToString())
        {
            Kind = NameOf(fields["kind"].ToString()),
            Version = int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Seen = fields["seen"].ToString() is { Length: > 0 } seen ? seen : null,
            TakesBack = long.TryParse(fields["takesBack"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        };

    /// <summary>The name of a kind in forms and addresses.</summary>
    public static string NameOf(ReviewKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The kind of that name; null where there is none.</summary>
    public static ReviewKind? NameOf(string? name) => Enum.GetValues<ReviewKind>().Select(kind => (ReviewKind?)kind).FirstOrDefault(kind => NameOf(kind!.Value) == name);

    /// <summary>Reads what the fields say that a statement is.</summary>
    /// <returns>What it is; or the field that cannot be read, and why.</returns>
    public (Annotation? Given, (string Field, string Message)? Problem) Read(MarkedWords words)
    {
        if (!words.TryRead(Source, out var source, out var problem)) return (null, ("source", problem!));
        if (!words.TryRead(Cue, out var cue, out problem)) return (null, ("cue", problem!));
        if (!words.TryRead(Content, out var content, out problem)) return (null, ("content", problem!));
        return (new Annotation(source, cue, content, Speaker, Acts), null);
    }
}
