using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Happenings;

/// <summary>Days from the first to the last.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsCut">Whether more days were asked for.</param>
public sealed record DateRange(DateOnly First, DateOnly Last, bool IsCut);

/// <summary>What the list of happenings shows.</summary>
/// <param name="From">The first day, as the form has it.</param>
/// <param name="To">The last.</param>
/// <param name="Range">The days; null where no article has one.</param>
/// <param name="Happenings">All that was found in them.</param>
/// <param name="Page">The number of the page, from 1.</param>
public sealed record HappeningListModel(string From, string To, DateRange? Range, ImmutableArray<HappeningOutline> Happenings, int Page)
{
    private const int OfPage = 50;

    internal IEnumerable<HappeningOutline> OnPage => Happenings.Skip((Page - 1) * OfPage).Take(OfPage);

    internal bool HasNext => Page * OfPage < Happenings.Length;

    internal string Address(int page, string? format = null) => Addresses.Of(
        "/happenings", ("from", From), ("to", To), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null), ("format", format));

    internal ExportLinks Exports => ExportLinks.Of(format => Address(1, format), "csv", "json");
}

/// <summary>What the page of a happening shows.</summary>
/// <param name="Article">The article that it was asked for by.</param>
/// <param name="Happening">The happening; null where no other article is about the same.</param>
public sealed record HappeningModel(StoredArticle Article, Happening? Happening)
{
    internal string Title => Happening?.Title ?? Article.Heading ?? "A happening";

    internal ExportLinks Exports => ExportLinks.Of(format => Addresses.Of($"/happenings/{Article.Id.ToString(CultureInfo.InvariantCulture)}", ("format", format)), "csv", "json");

    internal static SpeakerShare? Share(CitedSpeaker speaker, CoveringOutlet outlet) => speaker.Shares.FirstOrDefault(share => share.Outlet == outlet.Name);

    internal static string OutletName(string name) => name.Length > 0 ? name : "(no outlet)";
}
