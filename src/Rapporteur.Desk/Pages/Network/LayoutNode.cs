namespace Rapporteur.Desk.Pages.Network;

/// <summary>A node to be placed: what it needs of room, and how much it weighs.</summary>
/// <param name="Width">How wide its label is.</param>
/// <param name="Height">How high its circle and label are together.</param>
public readonly record struct LayoutNode(double Width, double Height);

/// <summary>Two nodes that belong near each other.</summary>
/// <param name="One">The place of one in the list.</param>
/// <param name="Other">The place of the other.</param>
/// <param name="Weight">How strongly.</param>
public readonly record struct LayoutEdge(int One, int Other, int Weight);

/// <summary>Where a node stands: the middle of its box.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct LayoutPoint(double X, double Y);
