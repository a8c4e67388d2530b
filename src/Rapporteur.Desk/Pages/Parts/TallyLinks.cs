using Rapporteur.Archive.People;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>A list of values with how many statements have each, each a link that shows these.</summary>
/// <param name="Title">What the values are.</param>
/// <param name="Values">The values.</param>
/// <param name="Address">The address for a value; null where there is none.</param>
/// <param name="Label">What a value is called; null where it is its own name.</param>
public sealed record TallyLinks(string Title, IReadOnlyList<Tally> Values, Func<string, string?> Address, Func<string, string>? Label = null);
