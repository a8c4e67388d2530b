using System.Globalization;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Queue.Work;

/// <summary>What is read at one go: an article, or a record of a web archive, in which there may be none or several.</summary>
/// <param name="IsLine">Whether it is a line of JSON; else it is a record of a web archive, packed or not.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">What it is called in messages.</param>
internal sealed record Piece(bool IsLine, byte[] Content, string Name)
{
    /// <summary>Its articles, each to be loaded by its reader.</summary>
    /// <param name="longest">The longest text that is read, in UTF-16 units.</param>
    public IEnumerable<(string Origin, Func<Article> Load)> Articles(int longest) => IsLine
        ? [(Name, () => Bounded(ArticleLine.Parse(new Line(1, Content), out _), longest))]
        : new InputSource().Find(new MemoryStream(Content, writable: false), Name).Select(input => (input.Origin, Load: (Func<Article>)(() => Bounded(input.Load(), longest))));

    private static Article Bounded(Article article, int longest) => article.Text.Length <= longest
        ? article
        : throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture,
            $"its text has {article.Text.Length:N0} characters, more than the {longest:N0} that a worker reads: split it, or add it with rapporteur add"));
}
