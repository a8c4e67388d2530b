using System.Text;
using Rapporteur.Syntax;

namespace Rapporteur.Cli.Commands;

/// <summary>CoNLL-U in, CoNLL-U out: the words as given, their grammar anew, a document at a time.</summary>
internal static class GivenWords
{
    /// <summary>Annotates files, or standard input for <c>-</c>.</summary>
    /// <returns>The exit code.</returns>
    public static int Annotate(Terminal terminal, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        using var writer = new StreamWriter(terminal.Output, new UTF8Encoding(false), leaveOpen: true);
        foreach (var path in paths)
        {
            try
            {
                using var reader = new StreamReader(path == "-" ? terminal.Input() : File.OpenRead(path));
                foreach (var document in ConlluReader.Read(reader))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var syntax = Reader.English.ReadSyntax(document.Document);
                    ConlluWriter.Write(writer, document, syntax, Reader.English.ReadFeatures(document.Document, syntax));
                }
            }
            catch (InvalidDataException e)
            {
                code = ExitCode.SomeFailed;
                terminal.Complain($"{(path == "-" ? "standard input" : path)}: {e.Message}");
            }
        }

        return code;
    }
}
