namespace Rapporteur.Quotations;

/// <summary>
/// What a token is to an attribution, as the first labeller sees it: the cue, or a source or content whose cue follows
/// (forward) or precedes it (backward). B- begins a span, I- goes on with it (Ramshaw and Marcus 1995).
/// </summary>
internal enum RoleLabel : byte
{
    Other,
    BeginCue,
    InCue,
    BeginSourceForward,
    InSourceForward,
    BeginSourceBackward,
    InSourceBackward,
    BeginContentForward,
    InContentForward,
    BeginContentBackward,
    InContentBackward,
}

internal static class RoleLabels
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 11;

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>: I- only goes on with its own span.</summary>
    public static bool MayFollow(int from, int to) => !IsInside(to) || from == to || from == to - 1;

    /// <summary>Whether a sequence may begin with the label.</summary>
    public static bool MayBegin(int label) => !IsInside(label);

    /// <summary>Whether the label is an I- label.</summary>
    public static bool IsInside(int label) => label > 0 && label % 2 == 0;
}
