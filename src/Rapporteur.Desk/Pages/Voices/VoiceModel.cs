using System.Collections.Immutable;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Voices;

/// <summary>What a list of speakers or actors shows.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Words">What they were looked for by.</param>
/// <param name="Order">What comes first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Page">The page.</param>
/// <param name="IsLater">Whether it is not the first.</param>
public sealed record VoiceListModel(VoiceKind Kind, string Words, VoiceOrder Order, int Count, VoicePage Page, bool IsLater)
{
    /// <summary>What they are called.</summary>
    public string Title => Kind == VoiceKind.Actor ? "Actors" : "Speakers";

    internal ExportLinks Exports => ExportLinks.Of(format => VoicePages.Address(Kind, Words, Order, null, format), "csv", "json");
}

/// <summary>What the page of a speaker or an actor shows.</summary>
/// <param name="Voice">Who.</param>
/// <param name="Profile">How the statements spread.</param>
/// <param name="Chart">The statements over time; null where no day is known.</param>
/// <param name="Statements">Statements, the latest first.</param>
/// <param name="Next">Where the next page of them begins; null where there is none.</param>
/// <param name="IsLater">Whether these are not the latest.</param>
/// <param name="Commitments">The latest commitments, the latest first.</param>
/// <param name="Query">What finds the statements.</param>
public sealed record VoiceModel(
    Voice Voice, VoiceProfile Profile, TimeChart? Chart, IReadOnlyList<ListedStatement> Statements, string? Next, bool IsLater,
    ImmutableArray<Commitment> Commitments, string Query)
{
    internal string Address => Addresses.Voice(Voice.Kind, Voice.Key);

    internal ExportLinks Exports => ExportLinks.Of(format => Addresses.Of(Address, ("format", format)), "csv", "json");

    internal IReadOnlyList<TallyLinks> Lists =>
    [
        new("Outlets", Profile.Outlets, Narrowed("outlet")), new("What it does", Profile.Acts, Narrowed("act"), Shown.Act),
        new("Called", Profile.Roles, Narrowed("role")),
        new("Speaks for", Profile.Actors, code => Addresses.Voice(VoiceKind.Actor, code)),
        new("Who speaks", Profile.Speakers, key => Addresses.Voice(VoiceKind.Speaker, key), Capitalised),
        new("Written", Profile.Names.Length > 1 && Voice.Kind == VoiceKind.Speaker ? Profile.Names : [], _ => null),
    ];

    // Keys are folded: a capital for each word comes closer to the name.
    private static string Capitalised(string key) => string.Join(' ', key.Split(' ').Select(word => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    private Func<string, string?> Narrowed(string field) => value => StatementQuery.Term(field, value) is { } term ? Addresses.Search($"{Query} {term}") : null;
}

/// <summary>What the page of somebody's commitments shows.</summary>
/// <param name="Voice">Who.</param>
/// <param name="Commitments">The commitments, the latest first.</param>
public sealed record CommitmentsModel(Voice Voice, ImmutableArray<Commitment> Commitments)
{
    internal ExportLinks Exports => ExportLinks.Of(format => Addresses.Of($"{Addresses.Voice(Voice.Kind, Voice.Key)}/commitments", ("format", format)), "csv", "json");
}
