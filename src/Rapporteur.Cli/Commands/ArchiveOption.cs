using System.CommandLine;
using Rapporteur.Archive;

namespace Rapporteur.Cli.Commands;

/// <summary>The option <c>--archive</c>.</summary>
internal sealed class ArchiveOption
{
    /// <summary>The variable of the environment that names the archive where the option does not.</summary>
    public const string Variable = "RAPPORTEUR_ARCHIVE";

    private readonly Option<string> _place = new("--archive")
    {
        Description = $"The archive: a file, or a PostgreSQL database (postgres://user@host/database). Without it, the one that {Variable} names, else a file in your data folder.",
        HelpName = "FILE|ADDRESS",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_place);

    /// <summary>Whether the option was given.</summary>
    public bool IsNamed(ParseResult arguments) => arguments.GetResult(_place) is { Implicit: false };

    /// <summary>Opens the archive to look into it.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="ArchiveException">It cannot be opened.</exception>
    public NewsArchive OpenToRead(ParseResult arguments)
    {
        var path = Place(arguments);
        if (!NewsArchive.IsOnServer(path) && !File.Exists(path)) throw new UsageException($"there is no archive at {path}: fill one with rapporteur add, or name another with --archive");
        return Open(path, ArchiveAccess.Read);
    }

    /// <summary>Opens the archive to write to it; it is made where it is not there.</summary>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    /// <exception cref="ArchiveException">It cannot be opened.</exception>
    public NewsArchive OpenToWrite(ParseResult arguments) => OpenToWrite(Place(arguments));

    /// <summary>As above, an archive that something else than the option names.</summary>
    public static NewsArchive OpenToWrite(string path)
    {
        if (NewsArchive.IsOnServer(path)) return NewsArchive.Open(path, ArchiveAccess.Write);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (path == Usual) Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder)) throw new UsageException($"there is no folder {folder} to make the archive in");
        return Open(path, ArchiveAccess.Write);
    }

    private static NewsArchive Open(string path, ArchiveAccess access)
    {
        if (!NewsArchive.IsOnServer(path)) NativeSqlite.Prepare();
        return NewsArchive.Open(path, access);
    }

    // Not the option's default value, which help would print: a password may stand in the variable.
    private string Place(ParseResult arguments) =>
        arguments.GetValue(_place) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual);

    // $XDG_DATA_HOME or ~/.local/share, ~/Library/Application Support, %LOCALAPPDATA%.
    private static string Usual => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "rapporteur", "news.archive");
}
