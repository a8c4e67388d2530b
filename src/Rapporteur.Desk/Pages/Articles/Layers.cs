namespace Rapporteur.Desk.Pages.Articles;

/// <summary>What is marked in the text of an article; each can be switched on and off.</summary>
[Flags]
internal enum Layers
{
    None = 0,
    Direct = 1,
    Mixed = 2,
    Indirect = 4,
    Alterations = 8,
    Loaded = 16,
    Voice = 32,
    Names = 64,
    Times = 128,
    Events = 256,

    /// <summary>What an article is opened with: who said what.</summary>
    Usual = Direct | Mixed | Indirect,
}

/// <summary>The layers as the page offers them.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Name">Its name in an address.</param>
/// <param name="Label">What it is called.</param>
internal sealed record LayerChoice(Layers Layer, string Name, string Label)
{
    // Says that the choice was made, where nothing is chosen.
    public const string Text = "text";

    public const string Key = "layer";

    public static readonly LayerChoice[] All =
    [
        new(Layers.Direct, "direct", "Statements, quoted"),
        new(Layers.Mixed, "mixed", "Statements, partly quoted"),
        new(Layers.Indirect, "indirect", "Statements, paraphrased"),
        new(Layers.Alterations, "alterations", "Altered inside quotations"),
        new(Layers.Loaded, "loaded", "Loaded words"),
        new(Layers.Voice, "voice", "The author’s own judgement"),
        new(Layers.Names, "names", "Names"),
        new(Layers.Times, "times", "Times"),
        new(Layers.Events, "events", "Events"),
    ];

    /// <summary>The layers that an address asks for; without any, the usual ones.</summary>
    public static Layers Parse(IReadOnlyList<string?> names) =>
        names.Count == 0 ? Layers.Usual : All.Where(choice => names.Contains(choice.Name)).Aggregate(Layers.None, (all, choice) => all | choice.Layer);

    /// <summary>The layers in an address, to be put behind its other fields; empty for the usual ones.</summary>
    public static string Query(Layers layers) =>
        layers == Layers.Usual ? "" : $"&{Key}={Text}" + string.Concat(All.Where(choice => layers.HasFlag(choice.Layer)).Select(choice => $"&{Key}={choice.Name}"));
}
