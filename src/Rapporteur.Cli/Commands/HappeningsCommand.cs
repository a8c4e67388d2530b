using System.CommandLine;
using System.Globalization;
using Rapporteur.Archive;
using Rapporteur.Archive.Happenings;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur happenings</c>: which articles of an archive are about the same event, and who is cited where.</summary>
internal static class HappeningsCommand
{
    private const string Text = "text", Json = "json", Csv = "csv";
    private const int UsualDays = 30, UsualLimit = 20, SpeakersInList = 5;

    public static Command Create(Terminal terminal)
    {
        var article = new Argument<long?>("ARTICLE") { Description = "The number of an article: only the happening that it belongs to.", Arity = ArgumentArity.ZeroOrOne };
        var from = Day("--from", $"The first day of publication; without it, {UsualDays} days before the last.");
        var to = Day("--to", "The last day of publication; without it, the latest of the archive.");
        var least = NumberOption.Create("--outlets", "Only what at least so many outlets cover.", 1, 1000);
        var limit = NumberOption.Create("--limit", "At most so many happenings, those with most articles first.", UsualLimit, 100_000);
        var archive = new ArchiveOption();
        var output = new OutputOptions([Text, Json, Csv]);
        var command = new Command("happenings",
            """
            Show which articles are about the same event, who covers it, and whom each outlet cites how much.

            A speaker's share is that of all words that the outlet cites anybody for in these articles.
            """)
        {
            article, from, to, least, limit,
        };
        archive.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            using var opened = archive.OpenToRead(arguments);
            using var target = output.Open(arguments, terminal);
            List<Happening> happenings;
            if (arguments.GetValue(article) is { } number)
            {
                if (opened.Article(number) is null) throw new UsageException($"there is no article {number} in the archive");
                happenings = HappeningFinder.Around(opened, number) is { } only ? [only] : [];
            }
            else
            {
                happenings = [.. Between(opened, arguments.GetValue(from), arguments.GetValue(to))
                    .Where(happening => happening.Outlets.Length >= arguments.GetValue(least)).Take(arguments.GetValue(limit))];
            }

            target.Write(output.Format(arguments) switch
            {
                Json => HappeningTable.ToJson(happenings),
                Csv => HappeningTable.ToCsv(happenings),
                _ => HappeningText.Render(happenings, arguments.GetValue(article) is null ? SpeakersInList : int.MaxValue, output.Layout(arguments, terminal)),
            });
            target.Complete();
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<Happening> Between(NewsArchive archive, DateOnly? from, DateOnly? to)
    {
        if ((to ?? HappeningFinder.LastDay(archive)) is not { } last) return [];
        var first = from ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - UsualDays));
        return first <= last ? HappeningFinder.Find(archive, first, last) : throw new UsageException($"--from {first:yyyy-MM-dd} is after {last:yyyy-MM-dd}");
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} wants a day such as 2024-05-02, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
