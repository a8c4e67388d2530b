using Rapporteur.Archive.Comparison;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that verifications can be written in.</summary>
internal static class VerificationFormats
{
    private const string Text = "text", Json = "json", JsonLines = "jsonl";

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Text, Json, JsonLines];

    /// <summary>The format called <paramref name="name"/>.</summary>
    public static IOutputFormat<Verification> Create(string name, bool many, PageLayout page) => name switch
    {
        Json => new JsonFormat<Verification>(many, verification => verification.ToIndentedJson()),
        JsonLines => new JsonLinesFormat<Verification>(verification => verification.ToJson()),
        _ => new VerificationText(many, page),
    };
}
