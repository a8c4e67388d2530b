using System.Text;
using Rapporteur.Cli.Formats;
using Rapporteur.Cli.Streams;

namespace Rapporteur.Cli.Commands;

/// <summary>A run over files whose results are written one after another, to standard output or to one file.</summary>
internal static class FormattedRun
{
    /// <summary>Reads, renders and writes.</summary>
    /// <param name="run">What goes through the files.</param>
    /// <param name="paths">The files.</param>
    /// <param name="work">Makes a result of an article.</param>
    /// <param name="format">How results are written.</param>
    /// <param name="output">Where to; completed here.</param>
    /// <param name="before">Results that are written before those of the files.</param>
    /// <returns>The exit code.</returns>
    public static int Run<T>(
        ArticleRun run, string[] paths, Func<Article, T> work, IOutputFormat<T> format, OutputTarget output, IEnumerable<T>? before = null)
    {
        var empty = true;
        output.Write(Encoding.UTF8.GetBytes(format.Start));
        foreach (var result in before ?? []) Put(format.Render(result));
        var code = run.Run(paths, article => format.Render(work(article)), Write, output.Flush);
        if (!empty || format.Start.Length > 0) output.Write(Encoding.UTF8.GetBytes(format.End()));
        output.Complete();
        return code;

        void Write(Ingest.Input input, string id, ReadOnlyMemory<byte> bytes) => Put(bytes);

        void Put(ReadOnlyMemory<byte> bytes)
        {
            if (!empty) output.Write(Encoding.UTF8.GetBytes(format.Between));
            empty = false;
            output.Write(bytes.Span);
        }
    }
}
