using System.CommandLine;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur backup FILE</c>: copies an archive while others use it.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; a file of that name must not be there." };
        var archive = new ArchiveOption();
        var command = new Command("backup",
            """
            Copy an archive, as it is at this moment, into one file, while others read and write it.

            The copy is an archive itself: look into it with --archive, or put it in the place of one that was lost. An archive in
            PostgreSQL is backed up with that database's own pg_dump.
            """)
        {
            file,
        };
        archive.AddTo(command);
        command.SetAction(arguments =>
        {
            using var opened = archive.OpenToRead(arguments);
            opened.Backup(arguments.GetRequiredValue(file));
            return ExitCode.Done;
        });
        return command;
    }
}
