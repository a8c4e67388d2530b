namespace Rapporteur.Desk.Pages;

/// <summary>What every page says of itself around its content.</summary>
/// <param name="Title">Its title, without the desk's name.</param>
/// <param name="Section">The item of the navigation that it belongs to, or null.</param>
public sealed record PageFrame(string Title, string? Section = null)
{
    /// <summary>Styles that the page needs beside those of every page: names of assets.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>Scripts that add to the page, as modules: names of assets. The page works without them.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>After how many seconds the page is asked for again where scripts do not run; null for never.</summary>
    public int? RefreshAfter { get; init; }

    internal IEnumerable<string> AllStyles => Styles.Prepend("parts.css").Prepend("desk.css");
}
