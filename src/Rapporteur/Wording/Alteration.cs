using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>What an outlet did to the words between quotation marks.</summary>
public enum AlterationKind
{
    /// <summary>A letter made upper or lower case, to fit the sentence around: <c>(R)ecent</c>, <c>[t]he</c>.</summary>
    Case,

    /// <summary>Words put in that the sentence needs or that explain: <c>(are)</c>, <c>the plan [put forward by Cairo]</c>.</summary>
    Supplied,

    /// <summary>The end of a word put on or changed: <c>flex(ing)</c>, <c>provok[ed]</c>.</summary>
    Ending,

    /// <summary>A name or description in the place of what was said: <c>I told [the ambassador]</c>, <c>[expletive]</c>.</summary>
    Substituted,

    /// <summary>The outlet's own remark: <c>(nonexistent)</c>, <c>[sic]</c>, <c>[laughter]</c>.</summary>
    Comment,

    /// <summary>Dots where words may be left out, in brackets or not. A speaker's pause is printed the same way.</summary>
    Ellipsis,

    /// <summary>A parenthesis that is the speaker's: no alteration, listed so that it is not taken for one.</summary>
    Own,
}

/// <summary>A place inside a quotation where the outlet changed, added, left out or remarked something.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Span">The brackets with what they hold, or the dots; UTF-16.</param>
/// <param name="Score">How sure the reader is of the kind, from 0 to 1.</param>
public sealed record Alteration(AlterationKind Kind, Span Span, double Score);
