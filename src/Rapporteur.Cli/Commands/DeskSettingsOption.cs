using System.CommandLine;
using Rapporteur.Archive;
using Rapporteur.Desk;

namespace Rapporteur.Cli.Commands;

/// <summary>The options that say which desk is meant: <c>--settings</c>, and <c>--archive</c>, which goes before what they name.</summary>
internal sealed class DeskSettingsOption
{
    private readonly ArchiveOption _archive = new();
    private readonly Option<string?> _settings = new("--settings")
    {
        Description = $"A JSON file with the settings of a desk that several share. Variables that begin with {DeskSettings.Prefix} go above it.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_settings);
        _archive.AddTo(command);
    }

    /// <summary>The settings.</summary>
    /// <exception cref="UsageException">They cannot be read.</exception>
    public DeskOptions Read(ParseResult arguments)
    {
        try
        {
            return DeskSettings.Read(arguments.GetValue(_settings));
        }
        catch (SettingsException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Opens the archive of the desk.</summary>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    /// <exception cref="ArchiveException">It cannot be opened.</exception>
    public NewsArchive OpenArchive(ParseResult arguments, DeskOptions options) =>
        options.Archive is { Length: > 0 } named && !_archive.IsNamed(arguments) ? ArchiveOption.OpenToWrite(named) : _archive.OpenToWrite(arguments);
}
