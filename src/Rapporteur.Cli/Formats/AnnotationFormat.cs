using System.Text;
using Rapporteur.Entities;
using Rapporteur.Records;
using Rapporteur.Syntax;

namespace Rapporteur.Cli.Formats;

/// <summary>What one article's annotations come to as files.</summary>
/// <param name="Annotations">The annotations.</param>
/// <param name="Text">The text they point into, in a file beside them; null where the format needs none.</param>
internal sealed record AnnotationFiles(byte[] Annotations, byte[]? Text = null);

/// <summary>A format of annotations.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Ending">How the names of its files end.</param>
/// <param name="Annotate">Reads an article, as far as the format needs it, and makes its files.</param>
/// <param name="Configuration">The name and contents of a file that a folder of annotations needs; null where it needs none.</param>
internal sealed record AnnotationFormat(
    string Name, string Ending, Func<Article, AnnotationFiles> Annotate, (string Name, string Contents)? Configuration = null)
{
    /// <summary>The name of the format of treebanks.</summary>
    public const string Conllu = "conllu";

    /// <summary>The name of brat's standoff format.</summary>
    public const string BratName = "brat";

    private static readonly AnnotationFormat[] All =
    [
        new(BratName, ".ann", article => BratFiles(Read(article)), ("annotation.conf", BratStandoff.Configuration)),
        new("webannotation", ".jsonld", article => new AnnotationFiles([.. WebAnnotations.From(Read(article)), (byte)'\n'])),
        new(Conllu, ".conllu", Grammar),
    ];

    /// <summary>brat's standoff format.</summary>
    public static AnnotationFormat Brat => All[0];

    /// <summary>The names of all formats.</summary>
    public static string[] Names => [.. All.Select(format => format.Name)];

    /// <summary>The format called <paramref name="name"/>, which is one of <see cref="Names"/>.</summary>
    public static AnnotationFormat Named(string name) => All.First(format => format.Name == name);

    private static Record Read(Article article) => Record.From(Reader.English.Read(article));

    private static AnnotationFiles Grammar(Article article)
    {
        var document = Reader.English.Parse(article);
        using var writer = new StringWriter();
        var syntax = Reader.English.ReadSyntax(document);
        var entities = EntityColumn.Of(document, Reader.English.ReadEntities(document, syntax));
        ConlluWriter.Write(writer, article.Id ?? "", document, syntax, Reader.English.ReadFeatures(document, syntax), token => entities[token], EntityColumn.Header);
        return new AnnotationFiles(Encoding.UTF8.GetBytes(writer.ToString()));
    }

    /// <summary>A record's annotations in brat's standoff format.</summary>
    public static AnnotationFiles BratFiles(Record record)
    {
        var standoff = BratStandoff.From(record);
        return new AnnotationFiles(Encoding.UTF8.GetBytes(standoff.Annotations), Encoding.UTF8.GetBytes(standoff.Text));
    }
}
