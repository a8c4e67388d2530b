using System.CommandLine;
using System.Globalization;

namespace Rapporteur.Cli.Commands;

/// <summary>Options that are whole numbers from 1.</summary>
internal static class NumberOption
{
    /// <summary>An option.</summary>
    /// <param name="name">How it is written.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="usual">What it is where it is not given.</param>
    /// <param name="most">The largest number that it takes.</param>
    public static Option<int> Create(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
                result.AddError($"{name} wants a number from 1 to {most}, not '{token.Value}'.");
        });
        return option;
    }
}
