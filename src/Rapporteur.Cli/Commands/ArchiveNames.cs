using System.Globalization;
using Rapporteur.Archive.Store;

namespace Rapporteur.Cli.Commands;

/// <summary>How what is in an archive is named on the command line, where files may be named too.</summary>
internal static class ArchiveNames
{
    /// <summary>Whether <paramref name="subject"/> names a statement (17#s3) or an article (17) of the archive; a file of that name goes first.</summary>
    public static bool IsOne(string subject) => !Path.Exists(subject) && (StatementName.TryParse(subject, out _) || Article(subject) is not null);

    /// <summary>The number of the article that is named; null where it is none.</summary>
    public static long? Article(string subject) =>
        !Path.Exists(subject) && long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
