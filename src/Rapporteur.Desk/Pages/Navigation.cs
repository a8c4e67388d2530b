using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Pages;

/// <summary>The places that every page leads to.</summary>
internal static class Navigation
{
    public static readonly Place[] Places =
    [
        new("Articles", "/", "articles"),
        new("Search", "/search", "search"),
        new("Speakers", "/speakers", "speakers"),
        new("Actors", "/actors", "actors"),
        new("Happenings", "/happenings", "happenings"),
        new("Network", "/network", "network"),
        new("Reviews", "/reviews", "reviews"),
        new("Add", "/add", "add", Permission.Edit),
        new("Queue", "/queue", "queue") { NeedsQueue = true },
    ];

    /// <param name="Name">What it is called.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="Section">What pages that belong to it name as their section.</param>
    /// <param name="For">Whom it is shown to: those who may do what is done there.</param>
    public sealed record Place(string Name, string Address, string Section, string For = Permission.Read)
    {
        /// <summary>Whether it is there only where articles are added through a queue.</summary>
        public bool NeedsQueue { get; init; }
    }
}
