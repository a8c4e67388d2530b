using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>What words do in a statement, and how they are shown: by mark, and by colour where there is any.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Open">The mark before.</param>
/// <param name="Close">The mark after.</param>
/// <param name="Style">The colour.</param>
internal sealed record Role(string Name, string Open, string Close, Style Style)
{
    /// <summary>The text between its marks.</summary>
    public IEnumerable<(string Text, Style Style)> Marked(string text) => [(Open + text + Close, Style)];
}

/// <summary>The roles that words have.</summary>
internal static class Roles
{
    /// <summary>Who said it.</summary>
    public static readonly Role Source = new("who", "[", "]", new Style(Color.Teal, decoration: Decoration.Bold));

    /// <summary>The words that say it was said.</summary>
    public static readonly Role Cue = new("says", "<", ">", new Style(Color.Olive));

    /// <summary>The speaker's own words.</summary>
    public static readonly Role Quoted = new("quoted", "{", "}", new Style(Color.Green));

    /// <summary>What was said, in the outlet's words.</summary>
    public static readonly Role Reported = new("reported", "~", "~", new Style(Color.Purple));

    /// <summary>Words around them.</summary>
    public static readonly Role Context = new("", "", "", new Style(decoration: Decoration.Dim));

    /// <summary>One of each, for people to learn them by.</summary>
    public static IEnumerable<(string Text, Style Style)> Legend =>
        new[] { Source, Cue, Quoted, Reported }.SelectMany((role, i) => role.Marked(role.Name).Prepend((i == 0 ? "" : "  ", Style.Plain)));
}
