using System.CommandLine;
using Rapporteur.Archive;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Team;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur desk account</c>: who may sign in to a desk, kept by whoever owns the server. The first admin is made so.</summary>
internal static class DeskAccountCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The name that the person signs in with." };
        var role = RoleOption();
        return new Command("account", "Keep the accounts of a desk that several share.")
        {
            Action(terminal, "add", "Add an account. The password is asked for, or read from standard input.", [name, role], (arguments, accounts) =>
                Add(terminal, accounts, arguments.GetRequiredValue(name), arguments.GetRequiredValue(role))),
            Action(terminal, "password", "Give an account another password; it is asked for, or read from standard input.", [name], (arguments, accounts) =>
                ChangePassword(terminal, accounts, Known(accounts, arguments.GetRequiredValue(name)))),
            Action(terminal, "role", "Give an account another role.", [name, role], (arguments, accounts) =>
            {
                var account = Known(accounts, arguments.GetRequiredValue(name));
                var chosen = RoleNames.Of(arguments.GetRequiredValue(role))!.Value;
                return accounts.ChangeRole(account.Id, chosen) ? ("account.role", account.Name, $"{account.Role.Name()} to {chosen.Name()}") : throw NoAdminLeft();
            }),
            Action(terminal, "disable", "Let an account sign in no more, and end its sessions.", [name], (arguments, accounts) =>
            {
                var account = Known(accounts, arguments.GetRequiredValue(name));
                return accounts.Disable(account.Id) ? ("account.disable", account.Name, null) : throw NoAdminLeft();
            }),
            Action(terminal, "enable", "Let an account sign in again, and forget its wrong passwords.", [name], (arguments, accounts) =>
            {
                var account = Known(accounts, arguments.GetRequiredValue(name));
                accounts.Disable(account.Id, disabled: false);
                accounts.Unlock(account.Id);
                return ("account.enable", account.Name, null);
            }),
            Action(terminal, "list", "List the accounts.", [], (_, accounts) =>
            {
                foreach (var account in accounts.All())
                    terminal.Output.Write(System.Text.Encoding.UTF8.GetBytes($"{account.Name}\t{account.Role.Name()}\t{(account.IsDisabled ? "disabled" : "enabled")}\t{account.Issuer ?? "password"}\n"));
                return null;
            }),
        };
    }

    /// <summary>The option <c>--role</c>.</summary>
    public static Option<string> RoleOption()
    {
        var role = new Option<string>("--role") { Description = "reader looks; editor also adds, deletes and reviews; admin also keeps accounts and keys.", HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong(Role.Reader.Name(), Role.Editor.Name(), Role.Admin.Name());
        return role;
    }

    /// <summary>An account by its name.</summary>
    private static Account Known(Accounts accounts, string name) => accounts.Find(name) ?? throw new UsageException($"there is no account {name}");

    private static UsageException NoAdminLeft() => new("nobody would be left who keeps accounts: make somebody else an admin first");

    // What was done goes into the audit log, as it does at the desk.
    private static Command Action(
        Terminal terminal, string verb, string description, IEnumerable<Symbol> symbols, Func<ParseResult, Accounts, (string Action, string Target, string? Detail)?> act)
    {
        var desk = new DeskSettingsOption();
        var command = new Command(verb, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else if (symbol is Option option) command.Add(option);
        }

        desk.AddTo(command);
        command.SetAction(arguments =>
        {
            using var archive = desk.OpenArchive(arguments, desk.Read(arguments));
            if (act(arguments, new Accounts(archive)) is not var (action, target, detail)) return ExitCode.Done;
            Keep(archive, action, target, detail);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Keeps in the audit log what was done by a command.</summary>
    public static void Keep(NewsArchive archive, string action, string target, string? detail) =>
        new AuditLog(archive).Add([new AuditEntry(DateTimeOffset.UtcNow, Environment.UserName, "command", null, action, target, "done", detail)]);

    private static (string, string, string?) Add(Terminal terminal, Accounts accounts, string given, string role)
    {
        var name = AccountName.Of(given) ?? throw new UsageException($"{given} cannot be a name: it has letters, digits and a few signs, {AccountName.Longest} at most");
        if (accounts.Find(name) is not null) throw new UsageException($"somebody is called {name} already");
        using var passwords = new Passwords();
        return accounts.Add(name, RoleNames.Of(role)!.Value, passwords.Hash(Password(terminal, name)), DateTimeOffset.UtcNow) is { } account
            ? ("account.add", account.Name, role)
            : throw new UsageException($"somebody is called {name} already");
    }

    private static (string, string, string?) ChangePassword(Terminal terminal, Accounts accounts, Account account)
    {
        using var passwords = new Passwords();
        return accounts.ChangePassword(account.Id, passwords.Hash(Password(terminal, account.Name)))
            ? ("account.password", account.Name, null)
            : throw new UsageException($"{account.Name} has no password here: {account.Issuer} vouches for them");
    }

    private static string Password(Terminal terminal, string name)
    {
        var password = PasswordPrompt.Ask(terminal);
        return Passwords.Objection(password, name) is { } objection ? throw new UsageException(objection) : password;
    }
}
