namespace Rapporteur.Cli.Formats;

/// <summary>JSON Lines: each result on a line of its own.</summary>
internal sealed class JsonLinesFormat<T>(Func<T, byte[]> json) : IOutputFormat<T>
{
    public string Start => "";

    public string Between => "";

    public ReadOnlyMemory<byte> Render(T result) => (byte[])[.. json(result), (byte)'\n'];

    public string End() => "";
}
