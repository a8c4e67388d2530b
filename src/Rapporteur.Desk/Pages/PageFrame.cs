namespace Rapporteur.Desk.Pages;

/// <summary>What every page says of itself around its content.</summary>
/// <param name="Title">Its title, without the desk's name.</param>
/// <param name="Section">The item of the navigation that it belongs to, or null.</param>
public sealed record PageFrame(string Title, string? Section = null);
