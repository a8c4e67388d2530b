using System.Globalization;
using Rapporteur.Archive.Reviews;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>Which reviews somebody chose to see, as an address says it. What cannot be read is not chosen.</summary>
/// <param name="Reviewer">Who made them.</param>
/// <param name="Outlet">Who published the article.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Kind">What they say.</param>
/// <param name="All">Whether those are shown that no longer hold.</param>
public sealed record ReviewChoice(string? Reviewer, string? Outlet, string? From, string? To, string? Kind, bool All)
{
    /// <summary>The choice as the archive takes it.</summary>
    internal ReviewFilter Filter => new(Some(Reviewer), Some(Outlet), Day(From), Day(To), ReviewForm.NameOf(Kind)) { OnlyStanding = !All };

    /// <summary>The choice as the query of an address, without a question mark.</summary>
    internal string Query(string? more = null) => string.Join('&', new[]
    {
        Field("reviewer", Reviewer), Field("outlet", Outlet), Field("from", From), Field("to", To), Field("kind", Kind), All ? "all=true" : null, more,
    }.OfType<string>());

    private static string? Field(string name, string? value) => Some(value) is { } some ? $"{name}={Uri.EscapeDataString(some)}" : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
