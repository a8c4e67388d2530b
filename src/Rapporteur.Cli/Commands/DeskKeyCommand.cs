using System.CommandLine;
using System.Globalization;
using System.Text;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur desk key</c>: keys of programs that are nobody's in particular, such as the feed of a newsroom.</summary>
internal static class DeskKeyCommand
{
    public static Command Create(Terminal terminal) => new("key", "Keep the keys that programs bring to a desk that several share.")
    {
        Add(terminal), Revoke(), List(terminal),
    };

    private static Command Add(Terminal terminal)
    {
        var desk = new DeskSettingsOption();
        var name = new Argument<string>("NAME") { Description = "What the key is for." };
        var role = DeskAccountCommand.RoleOption();
        var days = NumberOption.Create("--days", "How many days it holds.", 365, IssuedKey.MostDays);
        var command = new Command("add", "Make a key and write it to standard output. It is not shown again.") { name, role, days };
        desk.AddTo(command);
        command.SetAction(arguments =>
        {
            var given = AccountName.Of(arguments.GetRequiredValue(name))
                ?? throw new UsageException($"a key's name has letters, digits and a few signs, {AccountName.Longest} at most");
            using var archive = desk.OpenArchive(arguments, desk.Read(arguments));
            var scope = RoleNames.Of(arguments.GetRequiredValue(role))!.Value;
            var issued = IssuedKey.Make(new ApiKeys(archive), given, scope, null, DateTimeOffset.UtcNow, arguments.GetValue(days));
            DeskAccountCommand.Keep(archive, "key.make", $"{issued.Key.Prefix}... ({given})", scope.Name());
            terminal.Output.Write(Encoding.UTF8.GetBytes(issued.Secret + "\n"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var desk = new DeskSettingsOption();
        var prefix = new Argument<string>("KEY") { Description = "How the key begins, as rapporteur desk key list shows it." };
        var command = new Command("revoke", "Take a key back, for good.") { prefix };
        desk.AddTo(command);
        command.SetAction(arguments =>
        {
            using var archive = desk.OpenArchive(arguments, desk.Read(arguments));
            var keys = new ApiKeys(archive);
            var key = keys.All().SingleOrDefault(key => key.Prefix == arguments.GetRequiredValue(prefix))
                ?? throw new UsageException($"there is no key that begins with {arguments.GetRequiredValue(prefix)}");
            keys.Revoke(key.Id, DateTimeOffset.UtcNow);
            DeskAccountCommand.Keep(archive, "key.revoke", $"{key.Prefix}... ({key.Name})", null);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var desk = new DeskSettingsOption();
        var command = new Command("list", "List the keys: how they begin, what they are for, what they let a program do now.");
        desk.AddTo(command);
        command.SetAction(arguments =>
        {
            using var archive = desk.OpenArchive(arguments, desk.Read(arguments));
            foreach (var key in new ApiKeys(archive).All())
            {
                var holds = key.Allows(DateTimeOffset.UtcNow)?.Name() ?? "nothing";
                var used = key.Used?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never used";
                terminal.Output.Write(Encoding.UTF8.GetBytes($"{key.Prefix}\t{key.Name}\t{holds}\t{used}\n"));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
