namespace Rapporteur.Desk.Pages;

/// <summary>What the page of an error says.</summary>
/// <param name="Status">The status code of HTTP.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record ErrorModel(int Status, string Detail);
