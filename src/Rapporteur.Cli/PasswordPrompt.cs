using System.Text;

namespace Rapporteur.Cli;

/// <summary>Asks for a password: on a screen twice, without showing it; else it is the first line of standard input.</summary>
internal static class PasswordPrompt
{
    /// <exception cref="UsageException">There is none, or the second was another.</exception>
    public static string Ask(Terminal terminal)
    {
        if (!terminal.AsksOnScreen)
        {
            using var reader = new StreamReader(terminal.Input(), Encoding.UTF8);
            return reader.ReadLine() is { Length: > 0 } line ? line : throw new UsageException("there is no password on standard input");
        }

        var first = Read(terminal, "Password: ");
        return Read(terminal, "Again: ") == first ? first : throw new UsageException("these were two different passwords");
    }

    private static string Read(Terminal terminal, string prompt)
    {
        terminal.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
