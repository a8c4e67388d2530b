namespace Rapporteur.Cli.Formats;

/// <summary>
/// Indented JSON: a value where one is asked for, else an array, also of one or none. Where standard input turns out to hold
/// several articles their values follow each other.
/// </summary>
internal sealed class JsonFormat<T>(bool many, Func<T, byte[]> json) : IOutputFormat<T>
{
    public string Start => many ? "[\n" : "";

    public string Between => many ? ",\n" : "\n";

    public ReadOnlyMemory<byte> Render(T result) => json(result);

    public string End() => many ? "\n]\n" : "\n";
}
